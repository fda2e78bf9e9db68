import TaskLedger
import Testing

/// A file that comes again is known by its content and by what it proves.
///
/// Source: product description, Days and counts (pieces and files: the same file attached to several
/// clauses is one event and one number for each; voiding concerns one number).
struct EvidenceAgainTests {
  /// 1.1 with a file for each measure, one for the whole and one that was declared void.
  private static let history = History.imported.after(
    .attached("证-1.1-01", digest: "a", measure: 1), .attached("证-1.1-02", digest: "b"),
    .attached("证-1.1-03", digest: "c", measure: 2), .voided("证-1.1-03", "2020-07-23"),
    .attached("证-1.1-04", digest: "a", measure: 2))

  @Test(
    arguments: [
      ("a", 1, "证-1.1-01", "证-1.1-01"), ("a", 2, "证-1.1-04", "证-1.1-04"),
      // What it proves need not be said a second time.
      ("a", nil, nil, "证-1.1-01"), ("b", nil, "证-1.1-02", "证-1.1-02"),
      // For another measure it is no repetition.
      ("b", 1, nil, nil), ("b", 2, nil, nil),
      // What is void is gone.
      ("c", 2, nil, nil), ("c", nil, nil, nil), ("d", nil, nil, nil),
    ] as [(EvidenceDigest, Int?, EvidenceNumber?, EvidenceNumber?)])
  func `a file is the same for the same measure, and an original for any that is not named`(
    digest: EvidenceDigest, measure: Int?, twin: EvidenceNumber?, original: EvidenceNumber?
  ) throws {
    let state = try #require(Self.history.ledger["1.1"])
    #expect(state.twin(of: digest, for: measure)?.evidence.number == twin)
    #expect(state.original(digest, for: measure)?.evidence.number == original)
  }

  @Test(
    arguments: [
      ("a", 1, "证-1.1-01"), ("a", 2, "证-1.1-04"), ("a", nil, nil), ("b", nil, "证-1.1-02"),
      ("b", 1, nil), ("c", 2, nil),
    ] as [(EvidenceDigest, Int?, EvidenceNumber?)])
  func `only the same file for the same purpose is refused`(
    digest: EvidenceDigest, measure: Int?, twin: EvidenceNumber?
  ) {
    let refused = twin.map {
      [LedgerRejection.Reason.evidence(.alreadyAttached($0, earlierRound: nil))]
    }
    #expect(
      MoreTimeTests.rejection(
        .attach("1.1", SampleSchool.file(digest, measure: measure)), by: SampleSchool.owner,
        in: Self.history) == refused ?? [])
  }

  @Test func `voiding one number leaves the file with the others`() throws {
    let state = try #require(Self.history.after(.voided("证-1.1-01", "2020-07-24")).ledger["1.1"])
    #expect(state.validEvidence.map(\.number) == ["证-1.1-02", "证-1.1-04"])
    #expect(state.unprovedMeasures == [1])
    #expect(EvidenceCount(state.validEvidence).files == 2)
    #expect(state.lastEvidenceIndex == 4)
  }

  @Test func `in a further round the file of the round before still counts as there`() throws {
    let closed = History(Happening.imported + ClosingCommandTests.closed)
    let again = closed.after(.reopened("1.1", "2020-07-25"))
    #expect(try #require(again.ledger["1.1"]).currentEvidence.isEmpty)
    #expect(
      MoreTimeTests.rejection(
        .attach("1.1", SampleSchool.file("a", measure: 1)), by: SampleSchool.owner, in: again)
        == [.evidence(.alreadyAttached("证-1.1-01", earlierRound: 1))])
    // Declared void first, it may be handed in for the new round.
    let voided = again.after(.voided("证-1.1-01", "2020-07-26"))
    #expect(
      MoreTimeTests.rejection(
        .attach("1.1", SampleSchool.file("a", measure: 1)), by: SampleSchool.owner, in: voided)
        == [])
  }
}
