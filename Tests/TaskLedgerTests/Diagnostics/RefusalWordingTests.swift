import TaskLedger
import Testing

/// Every refusal in the words that staff read.
struct RefusalWordingTests {
  static func diagnostics(_ reason: LedgerRejection.Reason) -> [Diagnostic] {
    LedgerRejection(reason).diagnostics
  }

  @Test func `every reason has a sample`() {
    #expect(Set(ReasonSamples.all.map(ReasonSamples.kind)).count == ReasonSamples.kindCount)
  }

  @Test(arguments: ReasonSamples.all)
  func `every reason has a fact and a remedy`(_ reason: LedgerRejection.Reason) throws {
    let diagnostics = Self.diagnostics(reason)
    #expect(diagnostics.count == 1)
    let diagnostic = try #require(diagnostics.first)
    let suggestion = try #require(diagnostic.remedy?.words)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    for words in [diagnostic.message, suggestion] {
      #expect(!words.isEmpty)
      #expect(!words.contains(/[！!]|非法|nil|Optional|\(\)/))
    }
  }

  @Test(
    .bug(id: "desk", "先上传：上传 1.1 的佐证材料"), arguments: ReasonSamples.all)
  func `no remedy says the same word twice`(_ reason: LedgerRejection.Reason) throws {
    let words = try #require(Self.diagnostics(reason).first?.remedy?.words)
    #expect(!words.contains(/先(..)[^，。；]{0,4}：\1/), "\(words)")
  }

  @Test func `codes are told apart by kind`() {
    var kinds: [String: Set<String>] = [:]
    for reason in ReasonSamples.all {
      for diagnostic in Self.diagnostics(reason) {
        kinds[diagnostic.code, default: []].insert(ReasonSamples.kind(reason))
      }
    }
    #expect(kinds.filter { $0.value.count > 1 } == [:])
    #expect(kinds.count == ReasonSamples.kindCount)
  }

  @Test func `a refusal words its reasons in order`() {
    let refusal = LedgerRejection(
      .entry(.textMissing(.actor)),
      [.plan(.listMissing), .entry(.dateInFuture("2020-08-02", today: "2020-08-01"))])
    #expect(refusal.diagnostics.map(\.code) == ["text-missing", "list-missing", "date-in-future"])
  }

  @Test func `the catalogue of refusals`() throws {
    let lines = ReasonSamples.all.flatMap(Self.diagnostics).map { diagnostic in
      "\(diagnostic.item.map { "\($0): " } ?? "")错误[\(diagnostic.code)]: \(diagnostic.message)\n"
        + "  建议：\(diagnostic.remedy?.words ?? "")\n"
    }
    try GoldenText.expect(
      lines.joined(), at: "Tests/Fixtures/golden/TaskLedgerTests/refusals.txt")
  }
}
