import TaskLedger
import TestSupport
import Testing

/// What an item is withdrawn or postponed on is a document that can be looked up.
///
/// Source: product description, The closing machine (withdraw only with a superior document;
/// extensions beyond list and hand-in).
struct SuperiorDocumentTests {
  private static func codes(_ event: ItemEvent) -> [String] {
    let history = History.imported
    let entry = EventEnvelope(
      sequence: 100, recordedAt: Instant(startOf: "2020-08-20"), effective: "2020-08-20",
      actor: SampleSchool.office, event: .item("1.2", event))
    return Diagnostic.warnings(
      of: entry, in: history.ledger, on: "2020-08-20", hedges: HedgeWords()
    ).map(\.code).filter { $0 == "superior-not-document" }
  }

  @Test(arguments: [
    "团粤函〔2020〕5号", "《关于调整任务的通知》", "省教育厅 2020 年 8 月通知", "团省委批复", "粤教思函[2020]12号",
  ])
  func `a title, a number or a kind of paper names it`(basis: String) {
    #expect(Self.codes(.withdrawn(basis: basis)).isEmpty)
    #expect(
      Self.codes(
        .extensionGranted(ExtensionGranted(until: "2020-09-30", basis: "同意", superior: basis))
      ).isEmpty)
  }

  @Test(arguments: ["领导口头同意", "同意", "电话通知", "书记定的"])
  func `a spoken word is recorded and asked about`(basis: String) {
    let expected = ["superior-not-document"]
    #expect(Self.codes(.withdrawn(basis: basis)) == expected)
    #expect(
      Self.codes(
        .extensionGranted(ExtensionGranted(until: "2020-09-30", basis: "同意", superior: basis)))
        == expected)
  }

  @Test func `where no superior document is needed none is asked about`() {
    #expect(
      Self.codes(.extensionGranted(ExtensionGranted(until: "2020-08-30", basis: "同意"))).isEmpty)
  }
}
