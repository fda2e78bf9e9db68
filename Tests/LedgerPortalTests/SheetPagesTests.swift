import Foundation
import LedgerDesk
import TaskLedger
import TestSupport
import Testing

@testable import LedgerPortal

/// Sheets through the page: each department its own, looked at before they are recorded.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["XIAOHAO_STRICT"] == "1" || Python.has("openpyxl"),
    Python.absence(of: "openpyxl")))
struct SheetPagesTests {
  /// The sheet of 学工部 with a note and a file for 4.1, or another sheet with other answers.
  private func filled(
    _ house: PortalHouse, person: String = "", _ selection: SheetSelection = .department("学工部"),
    _ answers: [String: [String: String]] = ["4.1": ["本月进展": "遴选条件已报党委", "佐证文件": "条件.txt"]]
  ) throws -> PortalClient.File {
    let folder = house.root + "/发出"
    let (written, _) = try house.desk.exportSheets(
      selection, into: folder, returnBy: nil, recipient: nil, force: true,
      at: Moment(of: house.clock.now), dryRun: false)
    let file = try required(written.first).file
    let json = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
    let target = house.root + "/" + file
    _ = try Python.run(SheetFilling.script, [folder + "/" + file, target, json, person])
    return .init(file, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: target))))
  }

  private func seen(_ answer: PortalClient.Answer) throws -> String {
    String(try required(answer.text.firstMatch(of: /name="seenSheets" value="([^"]+)"/)).1)
  }

  @Test func `a file that no cell names is told without the server's own folder`() async throws {
    let house = try PortalHouse()
    let files = [
      try filled(house), PortalClient.File("条件.txt", "条件"), PortalClient.File("多余.txt", "多余"),
    ]
    try await house.serve { client in
      let preview = try await client.upload("/sheets", [], files: files, as: "王老师")
      #expect(preview.text.contains("「交回的文件」里有 1 个文件"), "\(preview.text)")
      #expect(!preview.text.contains("xiaohao-"), "\(preview.text)")
    }
  }

  @Test func `figures that look doubtful are recorded once somebody says that they were checked`()
    async throws
  {
    let house = try PortalHouse()
    let sheet = try filled(house, .figures, ["工作人员": ["填报数值": "2"]])
    let count = try house.entries().count
    try await house.serve { client in
      for isTicked in [false, true] {
        let preview = try await client.upload("/sheets", [], files: [sheet], as: "赵主任")
        #expect(preview.text.contains("name=\"confirmFigures\""), "\(preview.text)")
        let fields =
          [("seenSheets", try seen(preview))] + (isTicked ? [("confirmFigures", "yes")] : [])
        let done = try await client.upload("/sheets", fields, files: [], as: "赵主任")
        #expect(done.text.contains("已登记 1 条记录") == isTicked)
        #expect(try house.entries().count == count + (isTicked ? 1 : 0))
      }
      // An owner has no business with the office's workbook.
      let refused = try await client.upload("/sheets", [], files: [sheet], as: "王老师")
      #expect(refused.text.contains("是办公室的表"))
      #expect(try await client.get("/sheets/file?kind=figures", as: "王老师").status == 404)
    }
    #expect(try house.ledger().facts["工作人员"]?.last?.value == "2")
  }

  @Test func `an owner's sheet is looked at, then recorded in her name with its source`()
    async throws
  {
    let house = try PortalHouse()
    let sheet = try filled(house, person: "校团委的人")
    let count = try house.entries().count
    try await house.serve { client in
      let blank = try await client.get(
        "/sheets/file?department=%E5%AD%A6%E5%B7%A5%E9%83%A8", as: "王老师")
      #expect(blank.status == 200)
      #expect(blank.headers["content-type"]?.contains("spreadsheetml") == true)
      let files = [sheet, PortalClient.File("条件.txt", "遴选条件")]
      let preview = try await client.upload("/sheets", [], files: files, as: "王老师")
      #expect(preview.status == 200)
      #expect(preview.text.contains("将登记") && preview.text.contains("遴选条件已报党委"))
      #expect(try house.entries().count == count)
      let token = try seen(preview)
      // What one member looked at is not another's to record.
      let stolen = try await client.upload(
        "/sheets", [("seenSheets", token)], files: [], as: "李老师")
      #expect(stolen.status == 409)
      let done = try await client.upload(
        "/sheets", [("seenSheets", token)], files: [], as: "王老师")
      #expect(done.status == 200 && done.text.contains("已登记"))
      let again = try await client.upload("/sheets", [], files: files, as: "王老师")
      #expect(again.text.contains("先前已登记"))
      let status = try await client.get("/sheets", as: "赵主任")
      #expect(status.text.contains("<td>2020年8月3日</td>"))
    }
    let state = try required(try house.ledger()[try required(ItemID("4.1"))])
    #expect(state.notes.last?.text == "遴选条件已报党委")
    #expect(state.validEvidence.map(\.fileName) == ["条件.txt"])
    let recorded = try house.entries().dropFirst(count)
    #expect(recorded.allSatisfy { $0.actor == "王老师" })
    // The note and the file; the item is begun by the way.
    #expect(recorded.count { $0.event.source?.contains(sheet.name) == true } == 2)
    #expect(house.log.all.isEmpty)
  }

  @Test func `nobody hands in another department's sheet, except the office`() async throws {
    let house = try PortalHouse()
    let files = [try filled(house), PortalClient.File("条件.txt", "遴选条件")]
    try house.record(
      [.addMember(name: "李审", department: PortalHouse.office, role: .owner)], by: PortalHouse.office
    )
    let count = try house.entries().count
    try await house.serve { client in
      let refused = try await client.upload("/sheets", [], files: files, as: "李老师")
      #expect(refused.status == 200 && refused.text.contains("不是您所在部门的"))
      #expect(!refused.text.contains("name=\"seenSheets\" value"))
      #expect(
        try await client.get("/sheets/file?department=%E5%AD%A6%E5%B7%A5%E9%83%A8", as: "李老师")
          .status == 404)
      #expect(try await client.get("/sheets/file?kind=all", as: "李老师").status == 404)
      // A reviewer may take the sheet of every department, and all of them at once.
      #expect(try await client.get("/sheets/file?kind=all", as: "李审").status == 200)
      let all = try await client.get("/sheets/file?kind=all", as: "赵主任")
      #expect(all.status == 200 && all.headers["content-type"] == "application/zip")
      let preview = try await client.upload("/sheets", [], files: files, as: "赵主任")
      #expect(try house.entries().count == count)
      let done = try await client.upload(
        "/sheets", [("seenSheets", try seen(preview))], files: [], as: "赵主任")
      #expect(done.text.contains("已登记"))
    }
    #expect(try house.entries().last?.actor == "学工部")
  }

  @Test(.bug(id: "newcomer", "whoever handed a department's sheet in could review it herself"))
  func `who hands a department's sheet in does not review what it applies for`() async throws {
    let house = try PortalHouse()
    try house.record(
      [.addMember(name: "吴老师", department: PortalHouse.office, role: .office)],
      by: PortalHouse.office)
    let answers = [
      "4.1": [
        "本月进展": "遴选条件已报党委", "佐证文件": "条件.txt", "申请销号": "是", "完成情况说明": "遴选条件已经印发。",
      ]
    ]
    let files = [
      try filled(house, .department("学工部"), answers), PortalClient.File("条件.txt", "遴选条件"),
    ]
    let count = try house.entries().count
    let id = try required(ItemID("4.1"))
    try await house.serve { client in
      let preview = try await client.upload("/sheets", [], files: files, as: "孙老师")
      let done = try await client.upload(
        "/sheets", [("seenSheets", try seen(preview))], files: [], as: "孙老师")
      #expect(done.text.contains("已登记"), "\(done.text)")
      let recorded = try house.entries().dropFirst(count)
      #expect(recorded.allSatisfy { $0.actor == "学工部" })
      #expect(recorded.compactMap(\.event.source).allSatisfy { $0.hasSuffix("，孙老师 交来") })
      let state = try required(try house.ledger()[id])
      #expect(state.submission?.actor == "学工部" && state.submission?.handedInBy == "孙老师")
      let form = [
        ("seen", Desk.digest(state.reviewBasis.text).description), ("seenAt", "1"),
        ("opinion", "同意"),
      ]
      let own = try await client.get("/review/\(id)", as: "孙老师")
      #expect(own.text.contains("由别人审核"))
      let refused = try await client.post("/review/\(id)/close", form, as: "孙老师")
      #expect(refused.status == 422 && refused.text.contains("不能由本人审核"), "\(refused.text)")
      let closed = try await client.post("/review/\(id)/close", form, as: "吴老师")
      #expect(closed.status == 303)
    }
    #expect(try house.ledger()[id]?.phase == .closed)
  }

  @Test(.bug(id: "newcomer", "a second press said that a plan was not imported"))
  func `a second press on what was looked at is answered like the first`() async throws {
    let house = try PortalHouse()
    let files = [try filled(house), PortalClient.File("条件.txt", "遴选条件")]
    try await house.serve { client in
      let preview = try await client.upload("/sheets", [], files: files, as: "王老师")
      let form = [("seenSheets", try seen(preview)), ("formHead", try preview.formHead())]
      let first = try await client.upload("/sheets", form, files: [], as: "王老师")
      let second = try await client.upload("/sheets", form, files: [], as: "王老师")
      #expect(first.text.contains("已登记"))
      #expect(second.status == 200 && second.text == first.text)
      // A form that does not say what its page knew is not taken for the same.
      let other = try await client.upload("/sheets", [form[0]], files: [], as: "王老师")
      #expect(other.status == 409 && other.text.contains("刚才看过的填报表已不在手边"))
    }
    #expect(try house.ledger()[try required(ItemID("4.1"))]?.notes.count == 1)
  }

  @Test func `an item that changed since is taken only when it was looked at`() async throws {
    let house = try PortalHouse()
    let files = [try filled(house), PortalClient.File("条件.txt", "遴选条件")]
    let id = try required(ItemID("4.1"))
    try house.record(
      [.revise(id, changes: [.content("另一个内容")], reason: "更正")], by: PortalHouse.office)
    let count = try house.entries().count
    try await house.serve { client in
      let preview = try await client.upload("/sheets", [], files: files, as: "王老师")
      #expect(preview.text.contains("表导出时") && preview.text.contains("另一个内容"))
      let plain = try await client.upload(
        "/sheets", [("seenSheets", try seen(preview))], files: [], as: "王老师")
      #expect(plain.text.contains("没有登记"))
      #expect(try house.entries().count == count)
      let once = try await client.upload("/sheets", [], files: files, as: "王老师")
      let forced = try await client.upload(
        "/sheets", [("seenSheets", try seen(once)), ("force", "4.1")], files: [], as: "王老师")
      #expect(forced.text.contains("已登记"))
    }
    #expect(try house.ledger()[id]?.notes.last?.text == "遴选条件已报党委")
  }
}
