import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// The real plan through the commands; skipped by name when the real documents are not there.
@Suite(.enabled(if: SharedDocuments.isAvailable, Comment(rawValue: SharedDocuments.absence)))
struct RealPlanTests {
  struct Row {
    var id: String
    var ordinal: String
    var text: String
    var due: String?
    var province: String
    var flags: Set<String> = []
    var textFormFlags: Set<String> = []
    var checks: Set<String> = []
  }

  static let before = "deadline-before-issue"
  static let later = "deadline-later"
  static let inherited = "deadline-inherited"
  static let oct = "2020年10月"
  static let rows: [Row] = [
    Row(
      id: "1.1", ordinal: "1", text: "2020年6月", due: "2020-06-30", province: "2020年6月",
      checks: [before]),
    Row(
      id: "1.2", ordinal: "2", text: "2020年7月", due: "2020-07-31", province: "2020年6月",
      checks: [later]),
    Row(id: "1.3", ordinal: "3", text: "2020年9月", due: "2020-09-30", province: oct),
    Row(
      id: "1.4", ordinal: "4", text: oct, due: "2020-10-31", province: oct,
      flags: ["ordinal-duplicate", "department-generic"]),
    Row(
      id: "2.1", ordinal: "4", text: "2020年6月", due: "2020-06-30", province: oct,
      flags: ["ordinal-duplicate"], checks: [before]),
    Row(
      id: "2.2", ordinal: "5", text: "2020年6月", due: "2020-06-30", province: oct,
      flags: [inherited], textFormFlags: ["department-inherited"], checks: [before]),
    Row(id: "2.3", ordinal: "6", text: "全年持续推进", due: nil, province: "全年持续推进"),
    Row(
      id: "3.1", ordinal: "7", text: "2020年9月", due: "2020-09-30", province: "2020年6月",
      flags: ["figure-conflict"], checks: [later]),
    Row(
      id: "3.2", ordinal: "8", text: oct, due: "2020-10-31", province: oct,
      textFormFlags: ["row-misplaced"]),
    Row(id: "4.1", ordinal: "9", text: "2020年7月", due: "2020-07-31", province: "2020年7月"),
    Row(id: "4.2", ordinal: "10", text: oct, due: "2020-10-31", province: oct),
    Row(id: "5.1", ordinal: "11", text: "2020年7月", due: "2020-07-31", province: "2020年7月"),
    Row(
      id: "5.2", ordinal: "12", text: "2020年7月", due: "2020-07-31", province: "2020年7月",
      flags: [inherited]),
    Row(
      id: "5.3", ordinal: "13", text: "2020年7月", due: "2020-07-31", province: oct,
      flags: [inherited]),
    Row(id: "6.1", ordinal: "14", text: "2020年7月", due: "2020-07-31", province: oct),
    Row(
      id: "6.2", ordinal: "15", text: oct, due: "2020-10-31", province: oct,
      textFormFlags: ["cell-shifted"]),
    Row(
      id: "7.1", ordinal: "16", text: "2020年9月", due: "2020-09-30", province: "2020年6月",
      checks: [later]),
    Row(
      id: "7.2", ordinal: "17", text: "2020年9月", due: "2020-09-30", province: "2020年8月",
      checks: [later]),
    Row(
      id: "7.3", ordinal: "18", text: "2020年9月", due: "2020-09-30", province: "2020年8月",
      checks: [later]),
    Row(id: "7.4", ordinal: "19", text: oct, due: "2020-10-31", province: oct),
    Row(
      id: "8.1", ordinal: "20", text: "2020年7月", due: "2020-07-31", province: "2020年6月",
      checks: [later]),
    Row(
      id: "8.2", ordinal: "21", text: oct, due: "2020-10-31", province: oct,
      textFormFlags: ["row-misplaced"]),
    Row(id: "9.1", ordinal: "22", text: oct, due: "2020-10-31", province: oct),
    Row(id: "9.2", ordinal: "23", text: "", due: nil, province: "", flags: ["deadline-missing"]),
    Row(id: "10.1", ordinal: "24", text: oct, due: "2020-10-31", province: oct),
    Row(id: "10.2", ordinal: "25", text: "2020年8月", due: "2020-08-31", province: "2020年8月"),
    Row(
      id: "10.3", ordinal: "26", text: "2020年8月", due: "2020-08-31", province: "2020年8月",
      flags: [inherited], textFormFlags: ["department-inherited"]),
  ]

  static let forms = ["documents/plan-38.docx", "seeds/000_033cfe50d217046a.txt"]

  @Test(arguments: forms)
  func `the real plan gives its table`(_ form: String) throws {
    let desk = try Desk()
    desk.run("init --ledger 台账 --school 某校 --today 2020-07-20")
    let imported = desk.run([
      "import", SharedDocuments.url(form).path, "--ledger", "台账", "--today", "2020-07-20", "--json",
    ])
    #expect(imported.status == .fine)
    let document = try JSONSerialization.jsonObject(with: Data(imported.output.utf8))
    let plan = try #require(document as? [String: Any])
    #expect(plan["schemaVersion"] as? Int == 1)
    #expect(plan["issueDate"] as? String == "2020-07-19")
    #expect((plan["documentNumber"] as? String)?.hasSuffix("〔2020〕38号") == true)
    let items = try #require(plan["items"] as? [[String: Any]])
    try expect(items, isTextForm: form.hasSuffix(".txt"))
    try expectChecks(desk, isTextForm: form.hasSuffix(".txt"))
  }

  private func expect(_ items: [[String: Any]], isTextForm: Bool) throws {
    #expect(items.map { $0["id"] as? String } == Self.rows.map(\.id))
    for (item, row) in zip(items, Self.rows) {
      let deadline = try #require(item["deadline"] as? [String: Any])
      let province = try #require(item["provincialDeadline"] as? [String: Any])
      #expect(item["ordinal"] as? String == row.ordinal, "\(row.id)")
      let text = try #require(deadline["text"] as? String)
      #expect(text.filter { $0 != " " } == row.text, "\(row.id)")
      #expect(deadline["due"] as? String == row.due, "\(row.id)")
      #expect(province["text"] as? String == row.province, "\(row.id)")
      let flags = Set(try #require(item["flags"] as? [String]))
      #expect(flags == row.flags.union(isTextForm ? row.textFormFlags : []), "\(row.id)")
    }
    func leads(_ id: String) throws -> [String] {
      let item = try #require(items.first { $0["id"] as? String == id })
      let departments = try #require(item["departments"] as? [String: Any])
      return try #require(departments["lead"] as? [String])
    }
    #expect(try leads("1.1") == ["学工部", "校团委", "校学生会"])
    #expect(try leads("1.4") == ["校团委", "相关部门", "系党支部"])
    #expect(try leads("9.1") == ["党政办", "学工部", "校团委", "教务处", "人事处", "总务处（校安办）"])
    let counts = items.map { ($0["measures"] as? [String])?.count }
    #expect(
      counts == [
        1, 1, 2, 1, 1, 2, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2, 1, 1, 1, 3, 2, 2, 3,
      ])
  }

  private func expectChecks(_ desk: Desk, isTextForm: Bool) throws {
    let findings = try desk.json("check --json --ledger 台账 --today 2020-07-20")["findings"]
    var codes: [String: Set<String>] = [:]
    for finding in try #require(findings as? [[String: Any]]) {
      let id = try #require(finding["item"] as? String)
      let code = try #require(finding["code"] as? String)
      if code != "duty-dropped", code != "proofreading" { codes[id, default: []].insert(code) }
    }
    for row in Self.rows {
      let wanted = row.flags.union(row.checks).union(isTextForm ? row.textFormFlags : [])
      #expect(codes[row.id] ?? [] == wanted, "\(row.id)")
    }
  }

  @Test func `both papers come out of the real plan and the verdict refuses`() throws {
    let desk = try Desk()
    try desk.write("方案.pdf", Array("%PDF-1.4 sample".utf8))
    try desk.write("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
    TourTests.walk(
      desk, plan: SharedDocuments.url("documents/plan-38.docx").path, school: "某校")
    let monthly = desk.run("report monthly 2020-07 --ledger 台账 --today 2020-08-01")
    #expect(monthly.status == .fine)
    #expect(monthly.output.contains("退回1.2"))
    let paper = desk.run("report self-evaluation --ledger 台账 --today 2020-10-10").output
    #expect(paper.contains("尚不能作出自评通过的结论"))
    for row in Self.rows where !["1.1", "4.1"].contains(row.id) {
      #expect(paper.contains("第\(row.id)项“"), "\(row.id)")
    }
  }
}
