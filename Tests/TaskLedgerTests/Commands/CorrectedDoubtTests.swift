import TaskLedger
import Testing

/// A correction of a field settles the doubts of the import about that field, and no others.
///
/// Source: product description, Nothing is ever deleted: corrections are new events; unconfirmed import
/// flags are an overlay.
struct CorrectedDoubtTests {
  private static let doubts = Set(FindingCode.allCases).subtracting([.figureConflict])

  private static let history: History = {
    var item = SampleSchool.items[0]
    item.flags = doubts
    return History(
      Happening.opened + [Happening(.imported(item), on: "2020-07-20", by: SampleSchool.office)])
  }()

  @Test(
    arguments: [
      (.ordinal("9"), [.ordinalDuplicate]), (.content("改写"), [.cellShifted]),
      (.measures([]), [.measureMissing, .measureInherited]),
      (
        .deadline(SampleSchool.deadline("2020-07-31")),
        [
          .deadlineMissing, .deadlineInherited, .deadlineUnreadable, .deadlineVague,
          .deadlineAmbiguous, .yearAssumed,
        ]
      ),
      (
        .departments(DepartmentAssignment(lead: ["宣传部"])),
        [.departmentMissing, .departmentGeneric, .departmentInherited, .departmentDoubtful]
      ),
      (.clause("3.1"), [.linkDoubtful, .itemUnlinked, .rowMisplaced]),
      (.responsiblePerson("李老师"), [.personInherited]), (.remark("见附件"), [.remarkInherited]),
      (EventSamples.corrections[0], Set<FindingCode>()),
    ] as [(ItemChange, Set<FindingCode>)])
  func `the doubts about what was corrected are settled`(
    change: ItemChange, settled: Set<FindingCode>
  ) throws {
    let state = try #require(
      Self.history.after(.revised("1.1", "2020-07-22", change)).ledger["1.1"])
    #expect(Self.doubts.subtracting(state.item.flags) == settled)
  }

  @Test func `an entry dated by its document is the list, the plan or an item of it`() {
    let dated: Set<LedgerEvent.Name> = [.ledgerOpened, .listAdopted, .planImported, .itemImported]
    for name in LedgerEvent.Name.allCases {
      let entry = EventEnvelope(
        sequence: 1, recordedAt: Instant(startOf: "2020-08-01"), effective: "2020-07-28",
        actor: SampleSchool.owner, event: EventSamples.sample(name))
      #expect(entry.isDatedByDocument == dated.contains(name), "\(name)")
    }
  }
}
