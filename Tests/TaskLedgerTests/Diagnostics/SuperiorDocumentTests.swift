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

  /// The refusals of a withdrawal on a basis.
  private static func refusals(_ basis: String) -> [String] {
    do throws(LedgerRejection) {
      _ = try decide(
        .withdraw("1.2", basis: basis), in: History.imported.ledger,
        on: Occasion(actor: SampleSchool.office, today: "2020-08-20", effective: "2020-08-20"))
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  @Test(arguments: [
    "团粤函〔2020〕5号", "《关于调整任务的通知》", "省教育厅 2020 年 8 月通知", "团省委批复", "粤教思函[2020]12号",
  ])
  func `a title, a number or a kind of paper names it`(basis: String) {
    #expect(Self.refusals(basis).isEmpty)
    #expect(
      Self.codes(
        .extensionGranted(ExtensionGranted(until: "2020-09-30", basis: "同意", superior: basis))
      ).isEmpty)
  }

  @Test(arguments: ["领导口头同意", "同意", "电话通知", "书记定的"])
  func `a spoken word withdraws nothing, and is asked about beside more time`(basis: String) {
    let expected = ["superior-not-document"]
    #expect(Self.refusals(basis) == expected)
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
