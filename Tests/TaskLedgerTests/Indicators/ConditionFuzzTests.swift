import TaskLedger
import TestSupport
import Testing

/// Conditions of indicators that were changed are read or refused, and judge without a trap.
struct ConditionFuzzTests {
  /// Every form of condition that the shipped tables use, and what was once answered wrongly.
  private static let corpus = [
    "工作人员 ≤ 40", "来自院系 / 工作人员 ≥ 50%", "20 ≤ 工作人员 ≤ 30", "承担行政职能 = 否",
    "各院系(20 ≤ 工作人员 ≤ 30 且 主席团成员 ≤ 3) 且 已登记院系数 ≥ 院系数",
    "达标院系数(工作人员 ≤ 30) ≥ 院系数 * 50%", "2019-10-16 ≤ 学代会日期 ≤ 2020-10-15",
    "非 (甲 = 是 或 乙 = 否)", "学代会日期 - 1 ≤ 2020-10-15", "代表 / 0 ≥ 1%", "甲 + 乙 * 丙 - 丁 / 戊 > 0",
  ]
  private static let values = ["是", "否", "31人", "1.2万", "2020-08-25", "-"] + Fuzz.numbers

  @Test func `a changed condition is read or refused, and judges`() {
    Fuzz.run(rounds: 2_000, "conditions") { dice, seed in
      var text = Self.corpus.randomElement(using: &dice) ?? ""
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        text = Fuzz.changed(
          text, at: " ()≤≥=+-*/且或非%", words: Fuzz.numbers + ["各院系(", "达标院系数(", "且", "非 "],
          &dice)
      }
      guard let condition = try? FactExpression(text) else { return }
      let row = ["编号", "指标", "条件"].map { (text: $0, location: Diagnostic.Location.here()) }
      let cells = ["1", "指标", text].map { (text: $0, location: Diagnostic.Location.here()) }
      let table = IndicatorTable.read(rows: [row, cells]).table
      var ledger = Ledger()
      for (name, unit) in zip(condition.names, ["", "@甲系", "@乙系", ""]) {
        let fact = FactRecorded(
          name: name + unit, value: Self.values.randomElement(using: &dice) ?? "")
        ledger.apply(
          EventEnvelope(
            sequence: ledger.headSequence + 1, recordedAt: Instant(startOf: "2020-09-01"),
            effective: "2020-09-01", actor: "校团委", event: .ledger(.factRecorded(fact))))
      }
      for answer in table.answers(by: FactSheet(ledger)) {
        // What is not met or cannot be judged never lets a school pass.
        switch answer.judgement {
        case .met, .notApplicable: break
        case .unmet, .undecided: #expect(!answer.allowsPassing, "seed \(seed): \(text)")
        }
      }
    }
  }
}
