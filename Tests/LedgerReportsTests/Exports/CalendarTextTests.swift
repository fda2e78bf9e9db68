import LedgerReports
import TaskLedger
import TestSupport
import Testing

struct CalendarTextTests {
  private func calendar(_ scenario: LedgerScenario, asOf day: String) throws -> String {
    CalendarText.written(try MadeUpLedgers.input(scenario, asOf: day))
  }

  /// The lines with folds undone.
  private func lines(_ text: String) -> [String] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  private func identities(_ text: String) -> [String] {
    lines(text).filter { $0.hasPrefix("UID:") }
  }

  @Test func `the calendar of a busy month reads as agreed`() throws {
    let text = try calendar(MadeUpLedgers.august(), asOf: "2020-08-31")
    Golden.expect(text, "reports/calendar.ics")
  }

  @Test func `every line holds at most 75 bytes and ends as the standard says`() throws {
    let text = try calendar(MadeUpLedgers.august(), asOf: "2020-08-31")
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    for line in text.split(separator: "\r\n") {
      #expect(line.utf8.count <= 75)
      #expect(!line.contains("\n"))
    }
  }

  @Test func `identities stay when the ledger goes on, and stand once`() throws {
    let before = identities(try calendar(LedgerScenario(), asOf: "2020-06-10"))
    let after = identities(try calendar(MadeUpLedgers.august(), asOf: "2020-08-31"))
    // 6.1 was reopened in between and has no day until one is set.
    #expect(before.filter { !$0.contains("item-6.1-") } == after)
    #expect(Set(before).count == before.count)
  }

  @Test func `an entry that changed has a higher sequence`() throws {
    func sequence(_ text: String) -> Int? {
      let all = lines(text)
      guard let start = all.firstIndex(where: { $0.hasPrefix("UID:item-2.2-") }) else { return nil }
      return all[start...].first { $0.hasPrefix("SEQUENCE:") }.flatMap { Int($0.dropFirst(9)) }
    }
    let before = try #require(sequence(try calendar(LedgerScenario(), asOf: "2020-06-10")))
    let after = try #require(
      sequence(try calendar(MadeUpLedgers.august(), asOf: "2020-08-31")))
    #expect(after > before)
  }

  @Test func `an item without a date has no entry, and a withdrawn one is cancelled`() throws {
    var scenario = try LedgerScenario()
    try scenario.run(
      .withdraw(.item("7.4"), basis: "示团发〔2020〕8号"), by: scenario.reviewer, on: "2020-06-20")
    let text = try calendar(scenario, asOf: "2020-06-30")
    #expect(!text.contains("UID:item-9.2-"))
    #expect(lines(text).filter { $0 == "STATUS:CANCELLED" }.count == 1)
  }

  @Test func `the stamp is the day of the paper, not that of a clock`() throws {
    let text = try calendar(LedgerScenario(), asOf: "2020-06-10")
    #expect(text.contains("DTSTAMP:20200610T000000Z"))
  }
}
