import Foundation
import OfficeFiles
import TestSupport
import Testing
import XiaohaoCLI

/// One plan from Word under the headings of different schools is one plan.
struct WordHeadingTests {
  /// The headings of content, measures, deadline and departments.
  static let headings: [[String]] = [
    ["改革条款", "整改措施", "整改时限", "责任科室"],
    ["改革措施", "具体举措", "办结时限", "责任分工"],
    ["工作任务", "推进措施", "完成时间", "牵头单位"],
    // Radicals that look like the characters themselves.
    ["改⾰内容", "落实措施", "完成⽇期", "实施部⻔"],
    // Headings that nobody foresaw: what the cells hold decides.
    ["要办的事", "具体做法", "什么时候办好", "谁来办"],
  ]

  private let desk: Desk

  init() throws { desk = try Desk() }

  /// The sample plan with other headings.
  private func plan(_ headings: [String]) throws -> [UInt8] {
    let own = ["改革内容", "落实措施", "完成时限", "实施部门"]
    return try ZipArchive.withArchive(at: Desk.samplePlan, limits: .ownContainer) {
      (archive) throws(DocumentReadError) in
      var fixture = ZipFixture(parts: [])
      for name in archive.names {
        var bytes = try archive.bytes(of: name) ?? []
        if name == "word/document.xml" {
          var text = String(decoding: bytes, as: UTF8.self)
          for (old, new) in zip(own, headings) {
            text = text.replacing(">\(old)<", with: ">\(new)<")
          }
          bytes = Array(text.utf8)
        }
        fixture.entries.append(.init(name: name, bytes: bytes))
      }
      return fixture
    }.bytes()
  }

  private struct Read: Hashable {
    var id: String
    var content: String
    var measures: Int
    var deadline: String?
    var due: String?
    var lead: [String]
    var supporting: [String]
  }

  private func items(of file: String) throws -> [Read] {
    let read = try desk.json("import \(file) --dry-run --json --ledger 台账 --today 2020-07-20")
    return try #require(read["items"] as? [[String: Any]]).map { item in
      let deadline = item["deadline"] as? [String: Any]
      let departments = item["departments"] as? [String: [String]]
      return Read(
        id: item["id"] as? String ?? "", content: item["content"] as? String ?? "",
        measures: (item["measures"] as? [Any])?.count ?? -1,
        deadline: deadline?["text"] as? String, due: deadline?["due"] as? String,
        lead: departments?["lead"] ?? [], supporting: departments?["supporting"] ?? [])
    }
  }

  @Test(arguments: headings)
  func `the same plan under other headings has the same items, days and departments`(
    headings: [String]
  ) throws {
    desk.run("init --school 南岭工程职业学院 --ledger 台账 --today 2020-07-20")
    try desk.write("原.docx", Array(try Data(contentsOf: URL(fileURLWithPath: Desk.samplePlan))))
    try desk.write("换.docx", try plan(headings))
    let wanted = try items(of: "原.docx")
    #expect(wanted.count == 27 && wanted.allSatisfy { !$0.lead.isEmpty })
    #expect(try items(of: "换.docx") == wanted)
  }
}
