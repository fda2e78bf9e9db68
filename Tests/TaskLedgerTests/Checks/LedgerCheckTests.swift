import TaskLedger
import Testing

/// What the checks look at is what the ledger counts, with what a person confirmed.
///
/// Source: product description, The plan against the list (a clause with no item), Days and counts
/// (states: withdrawn included, dropped apart).
struct LedgerCheckTests {
  private static func found(_ code: FindingCode, _ history: History) throws -> [ItemID] {
    let check = try #require(CheckRegistry.check(named: code.rawValue))
    let context = try #require(history.ledger.checkContext)
    return CheckRegistry.run([check], in: context).compactMap(\.item)
  }

  @Test func `a withdrawn item still answers its clause, a dropped one does not`() throws {
    let plain = History.imported
    #expect(try Self.found(.clauseMissing, plain) == ["1.3", "3.1"])
    #expect(try Self.found(.clauseMissing, plain.after(.withdrawn("1.1"))) == ["1.3", "3.1"])
    #expect(try Self.found(.clauseMissing, plain.after(.dropped("1.1"))) == ["1.1", "1.3", "3.1"])
    let both = plain.after(.withdrawn("1.1"), .dropped("1.1", "2020-07-26"))
    #expect(try Self.found(.clauseMissing, both) == ["1.1", "1.3", "3.1"])
  }

  @Test func `a clause that an item was linked to is answered, the one it left is not`() throws {
    let moved = History.imported.after(.revised("1.1", "2020-07-22", .clause("3.1")))
    #expect(try Self.found(.clauseMissing, moved) == ["1.1", "1.3"])
    let unlinked = History.imported.after(.revised("1.1", "2020-07-22", .clause(nil)))
    #expect(try Self.found(.clauseMissing, unlinked) == ["1.1", "1.3", "3.1"])
  }

  @Test func `findings of what no longer counts are not told`() throws {
    let plain = History.imported
    #expect(try Self.found(.deadlineMissing, plain) == ["2.2"])
    #expect(try Self.found(.deadlineMissing, plain.after(.withdrawn("2.2"))) == [])
    #expect(try Self.found(.deadlineMissing, plain.after(.dropped("2.2"))) == [])
    #expect(try Self.found(.deadlineLater, plain) == ["1.1"])
    #expect(try Self.found(.deadlineLater, plain.after(.withdrawn("1.1"))) == [])
  }

  @Test func `the day of the item is held against the list, not a day that was granted`() throws {
    let day = SampleSchool.deadline("2020-06-30")
    let corrected = History.imported.after(.revised("1.1", "2020-07-21", .deadline(day)))
    #expect(try Self.found(.deadlineLater, corrected) == [])
    let granted = corrected.after(
      .asked("1.1", until: "2020-09-30"), .granted("1.1", until: "2020-09-30"))
    #expect(granted.ledger["1.1"]?.due == "2020-09-30")
    #expect(try Self.found(.deadlineLater, granted) == [])
  }

  @Test func `what was confirmed is silent until it changes, for its own item alone`() throws {
    let confirmed = History.imported.after(
      Happening(
        .item("2.2", .confirmed(ItemConfirmed(codes: [.deadlineMissing], reason: "上级未定"))),
        on: "2020-07-21", by: SampleSchool.office))
    #expect(try Self.found(.deadlineMissing, confirmed) == [])
    #expect(try Self.found(.deadlineLater, confirmed) == ["1.1"])
    let vague = DeadlineLanguage.read("适时", year: 2020)
    let changed = confirmed.after(.revised("2.2", "2020-07-22", .deadline(vague)))
    #expect(try Self.found(.deadlineVague, changed) == ["2.2"])
    let blankAgain = changed.after(.revised("2.2", "2020-07-23", .deadline(.blank)))
    #expect(try Self.found(.deadlineMissing, blankAgain) == [])
  }

  @Test func `without a list there is nothing to check against`() {
    #expect(History().ledger.checkContext == nil)
    #expect(History(Happening.opened).ledger.checkContext?.plan == nil)
    #expect(History.imported.ledger.checkContext?.plan == SampleSchool.header())
  }
}
