import Foundation
import LedgerDesk
import TaskLedger
import Testing

@testable import LedgerPortal

/// A plan on the page: looked at, put right without choosing the file again, recorded as it was seen.
struct ImportPagesTests {
  /// The items of the ledger with one day changed, and a column of other days beside.
  private static func plan(_ house: PortalHouse) throws -> PortalClient.File {
    let rows = try house.ledger().liveItems.map { state in
      "\(state.id),\(state.item.content),2020年6月8日,2020年6月9日,学工部"
    }
    return .init("修订.csv", (["条款编号,改革内容,完成时限,验收日,牵头单位"] + rows).joined(separator: "\n"))
  }

  private static func hidden(_ name: String, in page: String) throws -> String {
    let mark = "name=\"\(name)\" value=\""
    let start = try required(page.range(of: mark)?.upperBound)
    return String(page[start...].prefix { $0 != "\"" })
  }

  @Test func `a column that was misread is named, and the file need not be sent again`()
    async throws
  {
    let house = try PortalHouse()
    let plan = try Self.plan(house)
    let before = try house.entries().count
    try await house.serve { client in
      // A heading that is not there: said, and the file is kept.
      let wrong = try await client.upload(
        "/office/import", [("act", "look"), ("columns", "时限=开工日")], files: [plan], as: "赵主任")
      #expect(wrong.status == 422)
      #expect(wrong.text.contains("开工日") && wrong.text.contains("已收到「修订.csv」"))
      #expect(!wrong.text.contains("照此导入"))
      let seen = try Self.hidden("seenPlan", in: wrong.text)
      let preview = try await client.upload(
        "/office/import",
        [("act", "look"), ("columns", "时限=验收日"), ("seenPlan", seen)], files: [], as: "赵主任")
      #expect(preview.status == 200, "\(preview.text)")
      #expect(preview.text.contains("2020年6月9日") && !preview.text.contains("2020年6月8日"))
      #expect(preview.text.contains("与台账相比：新增 0 条，变动 "))
      #expect(try house.entries().count == before)
      let done = try await client.upload(
        "/office/import",
        [
          ("act", "record"), ("columns", "时限=验收日"), ("seenPlan", seen),
          ("seenHead", try Self.hidden("seenHead", in: preview.text)),
        ], files: [], as: "赵主任")
      #expect(done.status == 303)
    }
    let days = Set(try house.ledger().liveItems.compactMap(\.item.deadline.due?.description))
    #expect(days == ["2020-06-09"])
  }

  @Test func `what was looked at is not recorded on a ledger that moved on`() async throws {
    let house = try PortalHouse()
    let plan = try Self.plan(house)
    try await house.serve { client in
      let preview = try await client.upload(
        "/office/import", [("act", "look")], files: [plan], as: "赵主任")
      let fields = [
        ("act", "record"), ("seenPlan", try Self.hidden("seenPlan", in: preview.text)),
        ("seenHead", try Self.hidden("seenHead", in: preview.text)),
      ]
      try house.record([.start(try required(ItemID("4.1")))], by: "王老师")
      let count = try house.entries().count
      let late = try await client.upload("/office/import", fields, files: [], as: "赵主任")
      #expect(late.status == 409 && late.text.contains("看过以后台账有了新记录"))
      #expect(late.text.contains("照此导入"))
      #expect(try house.entries().count == count)
    }
  }
}
