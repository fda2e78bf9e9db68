import TaskLedger
import Testing

/// What a finding says is to be done can be done, and the finding is gone afterwards.
///
/// Source: product description, Who uses it (the tool says exactly what is missing and never fills it
/// in).
struct FollowedRemedyTests {
  /// A ledger with one item that has a fault, as an import leaves it.
  private static func history(of row: CheckRemedyTests.Row) -> History {
    var item = CheckRemedyTests.item
    row.edit(&item)
    let items = ImportFlags.apply(to: [item], list: CheckRemedyTests.list)
    return History([
      Happening(
        .ledger(
          .opened(LedgerOpened(school: SampleSchool.name, reviewers: [SampleSchool.office]))),
        on: SampleSchool.importDay, by: SampleSchool.office),
      Happening(
        .ledger(.listAdopted(CheckRemedyTests.list)), on: SampleSchool.importDay,
        by: SampleSchool.office),
      Happening(
        .imported(items[0]), on: SampleSchool.importDay, by: SampleSchool.office),
    ])
  }

  private static func findings(_ code: FindingCode, _ history: History) throws -> [Diagnostic] {
    let check = try #require(CheckRegistry.check(named: code.rawValue))
    return CheckRegistry.run([check], in: try #require(history.ledger.checkContext))
  }

  /// The command that an act names; nil where a person must find the value.
  private static func command(_ act: Remedy.Act) -> LedgerCommand? {
    switch act {
    case .confirm(let id, let code, let reason):
      .confirm(id, codes: [code], reason: reason ?? "已经核对")
    case .revise(let id?, .deadline(let words?), let reason):
      .revise(
        id, changes: [.deadline(DeadlineLanguage.read(words, year: nil))], reason: reason ?? "更正")
    default: nil
    }
  }

  @Test(arguments: CheckRemedyTests.deadlines + CheckRemedyTests.others)
  func `doing what a finding says silences it`(row: CheckRemedyTests.Row) throws {
    let history = Self.history(of: row)
    let finding = try #require(try Self.findings(row.code, history).first)
    for act in finding.remedy?.acts ?? [] {
      guard let command = Self.command(act) else { continue }
      var followed = history
      let events = try followed.run(command, by: SampleSchool.office, on: "2020-07-21")
      #expect(events.count == 1, "\(act)")
      #expect(try Self.findings(row.code, followed) == [], "\(act)")
      // What was done about one finding makes no other.
      let before = Set(
        CheckRegistry.run(in: try #require(history.ledger.checkContext)).map(\.code))
      let after = Set(
        CheckRegistry.run(in: try #require(followed.ledger.checkContext)).map(\.code))
      #expect(after.isSubset(of: before.subtracting([row.code.rawValue])), "\(act)")
    }
  }

  @Test func `most findings name something that can be done at once`() {
    let rows = CheckRemedyTests.deadlines + CheckRemedyTests.others
    #expect(rows.count { row in row.acts.contains { Self.command($0) != nil } } >= 25)
    #expect(rows.allSatisfy { !$0.acts.isEmpty })
  }
}
