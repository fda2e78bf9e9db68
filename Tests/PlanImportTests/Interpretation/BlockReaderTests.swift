import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// A plan read on all cores is the plan read row by row.
struct BlockReaderTests {
  /// Cells of every kind that looks at the rows above or below; the merged ones come in numbers.
  private static let deadlines = [
    "2020年9月底前", "^", "^", "同上", "长期坚持", "", "9月/10月", "2020年6月；2020年7月",
  ]
  private static let departments = [
    "校团委", "^", "^", "同上", "学工部（牵头）、校团委（配合）", "", "校团委牵头，学工部和党政办配合",
  ]
  private static let measures = ["（1）甲/（2）乙", "^", "一是丙；二是丁", "", "无号", "同上"]
  private static let contents = [
    "1. 建立制度", "2.甲；3.乙", "建立制度", "", "（一）甲/（二）乙", "^", "接着上一格的话",
  ]

  private func document(rows: Int, merged: Bool, seed: Int) -> SourceDocument {
    var random = SplitMix64(seed: UInt64(seed))
    func one(of texts: [String]) -> String {
      merged ? texts.filter { $0 != "" }.randomElement(using: &random) ?? "" : texts[0]
    }
    var lines = ["序号|任务|改革内容|落实措施|完成时限|牵头部门|配合部门"]
    for row in 0..<rows {
      if merged, Int.random(in: 0..<50, using: &random) == 0 {
        lines.append("（\(row % 9 + 1)）从严管理||||||")
      }
      let isFirst = row % 4 == 0
      lines.append(
        [
          isFirst ? "\(row / 4 + 1)" : "^", isFirst ? "任务\(row / 4 + 1)" : "^",
          one(of: Self.contents), one(of: Self.measures), one(of: Self.deadlines),
          one(of: Self.departments), one(of: Self.departments),
        ].joined(separator: "|"))
    }
    return SourceDocument(name: "方案.docx", blocks: [.table(Sheet.table(lines))])
  }

  private func expectSame(_ document: SourceDocument, _ vocabulary: HeadingVocabulary) throws {
    let inTurn = try PlanInterpreter.interpret(
      document, vocabulary: vocabulary, onAllCoresFrom: .max)
    let atOnce = try PlanInterpreter.interpret(document, vocabulary: vocabulary, onAllCoresFrom: 1)
    #expect(atOnce.draft.items.count == inTurn.draft.items.count)
    #expect(atOnce.draft == inTurn.draft)
    #expect(atOnce.diagnostics == inTurn.diagnostics)
  }

  @Test(arguments: 0..<60)
  func `merged rows read the same on all cores`(seed: Int) throws {
    let support = try PlanSupport()
    try expectSame(document(rows: 300 + 37 * seed, merged: true, seed: seed), support.vocabulary)
  }

  @Test(arguments: [1, 2, 127, 128, 129, 130, 255, 256, 257, 258, 499, 500, 501, 513])
  func `every size around the stretches reads the same`(rows: Int) throws {
    let support = try PlanSupport()
    for seed in 0..<3 {
      try expectSame(document(rows: rows, merged: false, seed: seed), support.vocabulary)
      try expectSame(document(rows: rows + 4, merged: true, seed: seed), support.vocabulary)
    }
  }

  @Test(arguments: [4095, 4096, 4097, 8192])
  func `a plan read in several goes reads the same`(rows: Int) throws {
    let support = try PlanSupport()
    try expectSame(document(rows: rows, merged: rows != 4096, seed: rows), support.vocabulary)
  }

  @Test func `a plan that is one merged cell reads the same`() throws {
    let support = try PlanSupport()
    let rows = (1...700).map { "\($0). 内容\($0)|" + ($0 == 1 ? "2020年9月|校团委" : "^|^") }
    let document = SourceDocument(
      name: "方案.docx", blocks: [.table(Sheet.table(["改革内容|完成时限|实施部门"] + rows))])
    try expectSame(document, support.vocabulary)
    let items = try PlanInterpreter.interpret(document, vocabulary: support.vocabulary).draft.items
    #expect(items.count == 700)
    #expect(items.allSatisfy { $0.deadline.text == "2020年9月" })
    #expect(items.allSatisfy { $0.departments.lead == ["校团委"] })
  }
}
