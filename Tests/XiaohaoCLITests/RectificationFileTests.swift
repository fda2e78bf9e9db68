import Foundation
import OfficeFiles
import TestSupport
import Testing
import XiaohaoCLI

/// Rectification from Word and from Excel: the list, the plan that is the same file, and the papers,
/// under the headings of five schools.
struct RectificationFileTests {
  /// The headings of one school and the format of its file.
  struct School: CustomTestStringConvertible, Sendable {
    var format: String
    /// Kind, problem, measures, leader, lead, support, deadline.
    var headings: [String]
    var testDescription: String { "\(format)：\(headings.joined(separator: " "))" }
  }

  private static let headings = [
    ["问题类别", "反馈问题", "整改措施", "责任领导", "牵头单位", "配合单位", "整改时限"],
    ["问题类型", "存在的问题", "整改任务", "整改责任人", "牵头部门", "协办部门", "整改期限"],
    ["整改方面", "具体表现", "具体整改措施", "分管领导", "主责部门", "协助部门", "完成时限"],
    ["问题分类", "巡察反馈意见", "整改举措", "牵头校领导", "牵头科室", "配合科室", "办结时限"],
    // Questions for headings: what the cells hold decides.
    ["哪个方面", "问题表现", "怎么改", "责任人", "牵头单位", "配合单位", "何时改完"],
  ]

  static let schools: [School] = ["docx", "xlsx"].flatMap { format in
    headings.map { School(format: format, headings: $0) }
  }

  private static let problems: [[String]] = [
    [
      "党的建设", "理论学习中心组全年只集中研讨两次，研讨没有记录。", "（1）每季度研讨一次；（2）会后三日内整理记录。", "林一舟", "宣传部", "党政办",
      "2026年6月底前，并长期坚持",
    ],
    ["党的建设", "三个学生支部换届超过规定期限。", "（1）逐个支部完成换届。", "林一舟", "组织部", "校团委", "2026年5月底前"],
    ["财务管理", "部分活动经费报销手续不全。", "（1）补齐手续；（2）修订报销办法。", "周远山", "财务处", "", "立行立改"],
    ["财务管理", "仪器采购合同没有归档。", "（1）清点合同；（2）逐份归档。", "周远山", "总务处", "档案馆", "2026年9月30日"],
  ]

  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.variables["XIAOHAO_ACTOR"] = "党政办"
  }

  private static func cells(_ school: School) -> [[String]] {
    let head = ["序号"] + school.headings
    return [head] + problems.enumerated().map { ["\($0.offset + 1)"] + $0.element }
  }

  /// A Word file: the title and a table whose kinds are merged over their rows.
  private static func word(_ school: School) throws -> [UInt8] {
    func paragraph(_ text: String) -> String {
      "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let rows = cells(school)
    let table = rows.enumerated().map { place, row in
      "<w:tr>"
        + row.enumerated().map { column, text in
          let isMerged = place > 1 && column == 1 && rows[place - 1][1] == text
          let merge =
            column == 1 && place > 0 ? "<w:vMerge\(isMerged ? "" : " w:val=\"restart\"")/>" : ""
          return "<w:tc><w:tcPr>\(merge)</w:tcPr>\(paragraph(isMerged ? "" : text))</w:tc>"
        }.joined() + "</w:tr>"
    }.joined()
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return try ZipFixture(parts: [
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(relations)"><Relationship Id="r" Type="\(office)/officeDocument" \
        Target="word/document.xml"/></Relationships>
        """
      ),
      (
        "word/document.xml",
        """
        <w:document xmlns:w="\(main)"><w:body>\(paragraph("示例职业学院巡察整改问题清单（2026年）"))\
        <w:tbl>\(table)</w:tbl></w:body></w:document>
        """
      ),
    ]).bytes()
  }

  private static func excel(_ school: School) throws -> [UInt8] {
    try XlsxWriter.bytes(
      of: [XlsxTable(name: "整改台账", words: [["示例职业学院巡察整改问题清单（2026年）"]] + cells(school))],
      file: "清单.xlsx")
  }

  @discardableResult
  private func run(_ line: String, on day: String) -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today \(day) --confirm-date")
  }

  @Test(arguments: schools)
  func `one file is the list and the plan, and the papers are written from it`(
    school: School
  ) throws {
    let file = "问题清单.\(school.format)"
    try desk.write(
      file, school.format == "docx" ? try Self.word(school) : try Self.excel(school))
    let opened = run("init --school 示例职业学院 --list \(file)", on: "2026-03-10")
    #expect(opened.output.contains("按「巡察整改」"), "\(opened)")
    #expect(opened.output.contains("2 项任务 4 条"), "\(opened)")
    let imported = run("import \(file)", on: "2026-03-10")
    #expect(imported.output.contains("共 4 条，对上列表条款 4 条，缺 0 条"), "\(imported)")
    let items = try desk.items("list --confirm-date", on: "2026-03-10")
    #expect(items.map { $0["id"] as? String } == ["1.1", "1.2", "2.1", "2.2"])
    let deadlines = items.map { ($0["deadline"] as? [String: Any])?["due"] as? String }
    #expect(deadlines == ["2026-06-30", "2026-05-31", nil, "2026-09-30"])
    let departments = items.map { $0["departments"] as? [String: [String]] }
    #expect(departments.map { $0?["lead"] } == [["宣传部"], ["组织部"], ["财务处"], ["总务处"]])
    #expect(departments.map { $0?["supporting"] } == [["党政办"], ["校团委"], [], ["档案馆"]])
    #expect(items.map { $0["responsiblePerson"] as? String } == ["林一舟", "林一舟", "周远山", "周远山"])
    #expect(items.map { ($0["measures"] as? [Any])?.count } == [2, 1, 2, 2])
    run("start 1.2", on: "2026-04-20")
    try desk.write("换届.txt", Array("三个支部换届批复".utf8))
    run("attach 1.2 ./换届.txt --measure 1 --caption 换届批复", on: "2026-04-20")
    run("submit 1.2 --summary 三个支部已换届，批复齐全。", on: "2026-04-20")
    let closed = run("close 1.2 --opinion 同意销号 --actor 领导小组办公室", on: "2026-04-21")
    #expect(closed.status == .fine, "\(closed.messages)")
    let ledger = run("report ledger", on: "2026-04-30").output
    #expect(ledger.contains("# 示例职业学院巡察整改台账"))
    #expect(ledger.contains("三个学生支部换届超过规定期限。"))
    #expect(run("report monthly 2026-04", on: "2026-04-30").output.contains("巡察整改月度进展"))
    let report = run("report self-evaluation", on: "2026-04-30").output
    #expect(report.contains("# 示例职业学院关于巡察整改情况的报告"))
    #expect(report.contains("**反馈问题尚未全部整改到位**"))
    for word in RectificationTests.foreign { #expect(!report.contains(word), "\(word)") }
  }
}
