import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// The day of one cell, in whatever way people fill it in.
struct DeadlineCellTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func item(_ deadline: String) throws -> Item { try support.item(dueBy: deadline) }

  @Test(
    arguments: [
      // A sheet stores 2020.10 as 2020.1: which of them was typed, nobody knows.
      ("#2020.1", nil), ("#1990.1", nil), ("#2100.1", nil),
      ("#2020.2", "2020-02-29"), ("#2020.9", "2020-09-30"), ("#2020.11", "2020-11-30"),
      ("#2020.12", "2020-12-31"),
      // What was typed as words has lost nothing.
      ("2020.1", "2020-01-31"), ("2020.10", "2020-10-31"), ("2020.01", "2020-01-31"),
      ("2020.1.1", "2020-01-01"),
    ] as [(String, String?)])
  func `a number whose last zero may be lost is asked about`(words: String, due: String?) throws {
    let item = try item(words)
    #expect(item.deadline.due?.description == due)
    #expect((item.deadline.meaning == .unreadable) == (due == nil))
    #expect(item.flags.contains(.deadlineUnreadable) == (due == nil))
    #expect(item.deadline.text == (words.hasPrefix("#") ? String(words.dropFirst()) : words))
  }

  /// What a cell stores and shows, and what counts.
  private static let shown: [(cell: String, text: String, due: String?)] = [
    // 0:00:00 was written by a program; another hour is kept apart from the day.
    ("=2020-05-31~2020-05-31 0:00:00", "2020-05-31", "2020-05-31"),
    ("=2020-05-31~2020-05-31 00:00", "2020-05-31", "2020-05-31"),
    ("=2020-10-15~2020-10-15 17:00", "2020-10-15 17:00", "2020-10-15"),
    // The month alone is shown: its last day.
    ("=2020-06-01~Jun-20", "Jun-20", "2020-06-30"),
    ("=2020-02-01~Feb-20", "Feb-20", "2020-02-29"),
    ("=2020-06-01~2020年6月", "2020年6月", "2020-06-30"),
    ("=2020-06-17~17-Jun-20", "17-Jun-20", "2020-06-17"),
    // A day or a weekday without its month says nothing.
    ("=2020-08-31~31", "31", nil),
    ("=2020-08-31~星期一", "星期一", nil),
  ]

  @Test(arguments: shown)
  func `a date cell counts as far as it shows the day`(
    cell: String, text: String, due: String?
  ) throws {
    let item = try item(cell)
    #expect(item.deadline.text == text)
    #expect(item.deadline.due?.description == due)
    #expect(item.flags.contains(.deadlineUnreadable) == (due == nil))
  }

  @Test func `the error of a formula is blank and said`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|#REF!|校团委
      2|{1.2}|宣讲|2020年7月|#VALUE!
      """)
    #expect(plan.items.map(\.deadline.meaning).first == .blank)
    #expect(plan.items.last?.departments.all == [])
    let said = try #require(plan.said("formula-error").first)
    #expect(said.message == "有 2 格是公式出错的「#REF!」，读作空白")
    #expect(said.location == .tableCell(file: "方案.docx", table: 1, row: 2, column: 4))
  }

  @Test(
    arguments: [
      ("2020 年 6 月 底 前", "2020年6月底前", "2020-06-30"), ("2020年6月¹底前", "2020年6月¹底前", "2020-06-30"),
      ("2020年6月③", "2020年6月③", "2020-06-30"), ("2020年6月 2020年8月", "2020年6月 2020年8月", "2020-08-31"),
      ("2020年6月/2020年8月", "2020年6月 2020年8月", "2020-08-31"), ("2020年6月2020年8月", "", nil),
    ] as [(String, String, String?)])
  func `white space and marks of notes`(words: String, text: String, due: String?) throws {
    let item = try item(words)
    #expect(item.deadline.due?.description == due)
    if due != nil { #expect(item.deadline.text == text) }
  }

  @Test(
    arguments: [
      // What was changed last holds.
      ("2020年6月改为2020年7月，后延至2020年9月", "2020-09-30"), ("由2020年6月推迟到2020年9月", "2020-09-30"),
      ("原2020年6月，调整后：2020年8月", "2020-08-31"), ("2020年8月（原为2020年6月）", "2020-08-31"),
      ("变更为2020年8月15日（原2020年6月）", "2020-08-15"), ("2020年6月（顺延至2020年7月）", "2020-07-31"),
      // A day that may be later is no later day.
      ("2020年7月（如有困难可推迟至2020年9月）", nil), ("2020年6月底前完成，逾期未完成的延期至2020年9月底", nil),
      ("2020年6月底前，确需推迟的推迟至2020年9月", nil),
    ] as [(String, String?)])
  func `the day that was changed to holds, and the words stay`(words: String, due: String?) throws {
    let item = try item(words)
    #expect(item.deadline.due?.description == due)
    #expect(item.deadline.text == words)
  }

  @Test(
    arguments: [
      ("□2020年6月 ☑2020年9月", "2020-09-30"), ("☑长期坚持 □2020年9月", nil), ("（1）2020年6月", "2020-06-30"),
      ("1、2020年6月底前", "2020-06-30"), ("①2020年6月", "2020-06-30"),
    ] as [(String, String?)])
  func `the ticked one of several, and a day behind a number`(words: String, due: String?) throws {
    #expect(try item(words).deadline.due?.description == due)
  }

  /// The first item of a plan, whose deadline is a stored day that the sheet shows in some way.
  private func dated(_ shown: String, _ stored: String, before: [String]) throws -> Item {
    var document = Sheet.document(
      "序号|改革内容|落实措施|完成时限|责任单位", "1|\(try support.words("1.1"))|起草|\(shown)|校团委",
      before: before)
    guard case .table(var table) = document.blocks[before.count] else { throw NoTable() }
    table.rows[1].cells[3].paragraphs = [shown]
    table.rows[1].cells[3].date = CivilDate(stored)
    document.blocks[before.count] = .table(table)
    return try #require(support.imported(document).items.first)
  }

  private struct NoTable: Error {}

  @Test(arguments: [
    // The day as the sheet shows it, as it is stored, the plan's own year, the day and its doubt.
    ("9月30日", "2020-09-30", "2020年6月1日", "2020-09-30", false),
    ("9月30日", "2020-09-30", "", "2020-09-30", true),
    ("44104", "2020-09-30", "2020年6月1日", "2020-09-30", false),
    ("2020/9/30", "2020-09-30", "2019年6月1日", "2020-09-30", false),
    ("20-09-30", "2020-09-30", "2019年6月1日", "2020-09-30", false),
    ("2020年9月", "2020-09-01", "2020年6月1日", "2020-09-30", false),
    ("二〇二〇年九月", "2020-09-01", "2020年6月1日", "2020-09-30", false),
  ])
  func `a stored day counts where it is shown, and its year where nothing speaks against it`(
    shown: String, stored: String, issued: String, due: String, isAssumed: Bool
  ) throws {
    let item = try dated(shown, stored, before: issued.isEmpty ? [] : [issued])
    #expect(item.deadline.due?.description == due)
    #expect(item.flags.contains(.yearAssumed) == isAssumed)
  }

  @Test func `each wording is read the same however often it stands there`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|6月底前|校团委
      2|{1.2}|起草|2021年6月底前|校团委
      3|{1.3}|起草|6月底前|校团委
      4|{1.4}|起草|#2020.1|校团委
      5|{2.1}|起草|2020.1|校团委
      6|{2.2}|起草|#2020.1|校团委
      """)
    #expect(
      plan.dues == ["2020-06-30", "2021-06-30", "2020-06-30", nil, "2020-01-31", nil])
    #expect(
      plan.items.map { $0.flags.contains(.yearAssumed) } == [
        true, false, true, false, false, false,
      ]
    )
  }
}
