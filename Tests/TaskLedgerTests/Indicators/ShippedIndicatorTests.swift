import Foundation
import TaskLedger
import TestSupport
import Testing

/// The indicators that ship, on the very figure at which each turns.
///
/// Source: product description, Acceptance indicators (the known rows of the school's form, and those
/// of the form of a department's union).
struct ShippedIndicatorTests {
  private static func table(_ name: String) throws -> IndicatorTable {
    let path = SharedDocuments.repository.appendingPathComponent("tasks/\(name).md").path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let read = IndicatorTable.read(rows: TableRows.of(text))
    #expect(read.diagnostics == [])
    return read.table
  }

  /// A school whose figures meet every row.
  private static let school: [String: String] = [
    "承担行政职能": "否", "主席团加工作部门": "是", "其他常设层级": "否", "工作人员": "40", "主席团成员": "5", "工作部门": "6",
    "部门负责人最少": "2", "部门负责人最多": "3", "部门成员最多": "6", "工作人员@机电系": "20", "主席团成员@机电系": "3",
    "工作人员@护理系": "30", "主席团成员@护理系": "2", "院系数": "2", "其他职务": "否", "党团员": "40", "成绩前三成": "30",
    "一年级新生": "10", "研究生": "0", "课业不及格": "0", "院系团组织推荐": "是", "院系党组织同意": "是", "联合审查": "是",
    "学校党委确定": "是", "大会选举主席团": "是", "学代会日期": "2020-08-25", "代表": "100", "学生总数": "10000",
    "来自院系": "20", "参训人员": "40", "每学期述职评议": "是",
  ]

  /// A union whose figures meet every row of its form.
  private static let union: [String: String] = [
    "承担行政职能": "否", "主席团加工作部门": "是", "其他常设层级": "否", "工作人员": "30", "主席团成员": "3", "其他职务": "否",
    "党团员": "30",
    "成绩前三成": "20", "一年级新生": "10", "课业不及格": "0", "大会选举主席团": "是", "按期召开大会": "是",
    "学代会日期": "2020-05-08",
    "春季培训": "是", "秋季培训": "是", "依据评议结果提名": "是", "党组织定期听取汇报": "是", "团组织负责人指导": "是", "教师担任秘书长": "是",
  ]

  enum Outcome: Sendable {
    case met, metByReason, unmet, reasonWouldDo, undecided
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var number: String
    var changes: [String: String?]
    var reason: String?
    var outcome: Outcome
    var testDescription: String {
      "\(number) with "
        + changes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value ?? "—")" }
        .joined(separator: ", ")
    }

    init(
      _ number: String, _ changes: [String: String?], _ outcome: Outcome,
      because reason: String? = nil
    ) {
      (self.number, self.changes, self.outcome, self.reason) = (number, changes, outcome, reason)
    }
  }

  private static func sheet(_ base: [String: String], _ row: Row) -> FactSheet {
    var history = History.imported
    var facts = base.mapValues { Optional($0) }
    for (name, value) in row.changes { facts[name] = .some(value) }
    for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
      guard let value else { continue }
      let reason = row.changes.keys.contains(name) ? row.reason : nil
      history.record(
        Happening(
          .ledger(.factRecorded(FactRecorded(name: name, value: value, exemption: reason))),
          on: "2020-09-01", by: SampleSchool.office))
    }
    return FactSheet(history.ledger)
  }

  private static func expect(_ row: Row, of table: IndicatorTable, _ base: [String: String]) throws
  {
    let indicator = try #require(table.indicators.first { $0.number == row.number })
    let judgement = indicator.answer(by: sheet(base, row)).judgement
    switch (judgement, row.outcome) {
    case (.met(nil), .met), (.undecided, .undecided): break
    case (.met(let reason?), .metByReason): #expect(reason == row.reason)
    case (.unmet(_, let wouldDo), .unmet): #expect(!wouldDo)
    case (.unmet(_, let wouldDo), .reasonWouldDo): #expect(wouldDo)
    default: Issue.record("\(row.testDescription): \(judgement)")
    }
  }

  static let rows: [Row] = [
    Row("1", ["承担行政职能": "是"], .unmet), Row("1", ["承担行政职能": nil], .undecided),
    Row("2", ["其他常设层级": "是"], .unmet), Row("2", ["主席团加工作部门": "否"], .unmet),
    Row("2", ["其他常设层级": "是", "主席团加工作部门": nil], .unmet),
    Row("2", ["主席团加工作部门": nil], .undecided),
    Row("3-1", ["工作人员": "41"], .reasonWouldDo), Row("3-1", ["工作人员": "60"], .reasonWouldDo),
    Row("3-1", ["工作人员": "41"], .metByReason, because: "三个校区"),
    Row("3-1", ["工作人员": "60"], .metByReason, because: "学生两万人"),
    Row("3-1", ["工作人员": "61"], .unmet), Row("3-1", ["工作人员": "61"], .unmet, because: "三个校区"),
    Row("3-1", ["工作人员": "四十"], .undecided),
    Row("3-2", ["主席团成员": "6"], .unmet), Row("3-2", ["主席团成员": "6"], .unmet, because: "三个校区"),
    Row("3-3", ["工作部门": "7"], .unmet), Row("3-3", ["工作部门": "5"], .met),
    Row("3-4", ["部门负责人最少": "1"], .unmet), Row("3-4", ["部门负责人最多": "4"], .unmet),
    Row("3-4", ["部门成员最多": "7"], .unmet), Row("3-4", ["部门成员最多": nil], .undecided),
    Row("3-5", ["工作人员@机电系": "19"], .unmet), Row("3-5", ["工作人员@护理系": "31"], .unmet),
    Row("3-5", ["主席团成员@机电系": "4"], .unmet), Row("3-5", ["院系数": "3"], .unmet),
    Row("3-5", ["院系数": nil], .undecided), Row("3-5", ["工作人员@机电系": nil], .undecided),
    // More unions have figures than there are: one of the two figures is wrong.
    Row("3-5", ["院系数": "1"], .undecided),
    Row("4", ["其他职务": "是"], .unmet),
    Row("5", ["党团员": "39"], .unmet), Row("5", ["党团员": "41"], .unmet),
    Row("6", ["成绩前三成": "29"], .unmet), Row("6", ["一年级新生": "9"], .unmet),
    Row("6", ["研究生": "1", "一年级新生": "9"], .met), Row("6", ["课业不及格": "1"], .unmet),
    Row("6", ["研究生": ""], .met, because: "高职没有研究生"), Row("6", ["研究生": nil], .undecided),
    Row("6", ["课业不及格": ""], .undecided, because: "没有统计"),
    Row("7", ["院系团组织推荐": "否"], .unmet), Row("7", ["院系党组织同意": "否"], .unmet),
    Row("7", ["联合审查": "否"], .unmet), Row("7", ["学校党委确定": "否"], .unmet),
    Row("7", ["学校党委确定": "40"], .undecided),
    Row("8", ["大会选举主席团": "否"], .unmet),
    Row("9", ["学代会日期": "2019-10-15"], .unmet), Row("9", ["学代会日期": "2019-10-16"], .met),
    Row("9", ["学代会日期": "2020年10月15日"], .met), Row("9", ["学代会日期": "2020-10-16"], .unmet),
    Row("9", ["学代会日期": nil], .undecided), Row("9", ["学代会日期": "2020年8月"], .undecided),
    Row("10", ["代表": "99"], .unmet), Row("10", ["学生总数": "10001"], .unmet),
    Row("10", ["学生总数": "1万"], .met), Row("10", ["学生总数": nil], .undecided),
    Row("10", ["学生总数": "0"], .undecided),
    Row("11", ["来自院系": "19"], .unmet), Row("11", ["来自院系": "20", "工作人员": "41"], .unmet),
    Row("11", ["来自院系": "20", "工作人员": "39"], .met),
    Row("12", ["参训人员": "39"], .unmet), Row("12", ["参训人员": "41"], .met),
    Row("13", ["每学期述职评议": "否"], .unmet),
  ]

  @Test(arguments: rows)
  func `each row of the school's form turns at its figure`(row: Row) throws {
    try Self.expect(row, of: Self.table("acceptance-2020"), Self.school)
  }

  static let unionRows: [Row] = [
    Row("3", ["工作人员": "31"], .unmet), Row("3", ["工作人员": "1"], .met),
    Row("3", ["工作人员": "31"], .unmet, because: "学生多"), Row("4", ["主席团成员": "4"], .unmet),
    Row("5", ["其他职务": "是"], .unmet), Row("6", ["党团员": "29"], .unmet),
    Row("7", ["成绩前三成": "19"], .unmet), Row("7", ["课业不及格": "1"], .unmet),
    Row("8", ["大会选举主席团": "否"], .unmet), Row("9", ["按期召开大会": "否"], .unmet),
    Row("9", ["学代会日期": nil], .undecided), Row("10", ["春季培训": "否"], .unmet),
    Row("10", ["秋季培训": "否"], .unmet), Row("10", ["秋季培训": nil], .undecided),
    Row("11", ["依据评议结果提名": "否"], .unmet), Row("12", ["党组织定期听取汇报": "否"], .unmet),
    Row("13", ["团组织负责人指导": "否"], .unmet), Row("13", ["教师担任秘书长": "否"], .unmet),
  ]

  @Test(arguments: unionRows)
  func `each row of a union's form turns at its figure`(row: Row) throws {
    try Self.expect(row, of: Self.table("acceptance-union-2021"), Self.union)
  }

  @Test func `a school and a union that fulfil everything meet every row`() throws {
    for (name, base) in [("acceptance-2020", Self.school), ("acceptance-union-2021", Self.union)] {
      let table = try Self.table(name)
      for answer in table.answers(by: Self.sheet(base, Row("", [:], .met))) {
        #expect(answer.judgement == .met(reason: nil), "\(name) \(answer.indicator.number)")
        #expect(answer.allowsPassing)
        #expect(!answer.remark.contains("＿"))
      }
      // Nothing known is nothing met.
      for answer in table.answers(by: FactSheet([:])) {
        guard case .undecided = answer.judgement else {
          Issue.record("\(name) \(answer.indicator.number)")
          continue
        }
        #expect(!answer.allowsPassing && answer.statement == nil)
      }
    }
  }

  @Test func `only the duties and the congress are starred, and a union has no star`() throws {
    let school = try Self.table("acceptance-2020").indicators
    #expect(school.filter(\.isStarred).map(\.number) == ["1", "9"])
    let union = try Self.table("acceptance-union-2021").indicators
    #expect(union.count == 13 && union.allSatisfy { !$0.isStarred })
  }
}
