import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// `export --ics`, read by another program.
struct CalendarTests {
  let desk: Desk

  init() throws { desk = try TourTests.desk() }

  private static let program = """
    import sys, icalendar
    with open(sys.argv[1], "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    for event in calendar.walk("VEVENT"):
        print(event["UID"], event["SEQUENCE"], event.decoded("DTSTART"),
              event["STATUS"], event["SUMMARY"], sep="\\t")
    """

  /// The entries by identity: revision, day, status and title.
  private func entries(_ today: String) throws -> [String: [String]] {
    let name = "时限\(today).ics"
    let outcome = desk.run("export --ics --output \(name) --ledger 台账 --today \(today)")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    let printed = try Python.run(
      Self.program, [desk.folder.appendingPathComponent(name).path])
    let rows = printed.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(Set(rows.map { $0[0] }).count == rows.count)
    return Dictionary(rows.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
  }

  @Test(.enabled(if: Python.has("icalendar"), Python.absence(of: "icalendar")))
  func `an independent reader finds deadlines, hand-in days and meetings`() throws {
    desk.run("meeting open 2020-07 --actor 领导小组办公室 --ledger 台账 --today 2020-07-30")
    let entries = try entries("2020-08-01")
    let items = entries.filter { $0.key.hasPrefix("item-") }
    let dated = try desk.json("list --json --ledger 台账 --today 2020-08-01")["items"]
    let due = try #require(dated as? [[String: Any]]).compactMap { item in
      (item["deadline"] as? [String: Any])?["due"] as? String
    }
    #expect(items.count == due.count)
    #expect(items.values.map { $0[1] }.sorted() == due.sorted())
    let handIns = entries.filter { $0.key.hasPrefix("hand-in-") }
    #expect(handIns.values.map { $0[1] }.sorted() == ["2020-06-10", "2020-10-15", "2020-10-15"])
    #expect(entries.filter { $0.key.hasPrefix("meeting-") }.values.map { $0[1] } == ["2020-07-30"])
  }

  @Test(.enabled(if: Python.has("icalendar"), Python.absence(of: "icalendar")))
  func `importing again moves an entry instead of adding one`() throws {
    let before = try entries("2020-08-01")
    let revised = desk.run(
      "revise 7.1 --deadline 2020年9月 --reason 更正 --actor 校团委 --ledger 台账 --today 2020-08-02")
    #expect(revised.status == .fine, "\(revised.messages)")
    let after = try entries("2020-08-02")
    #expect(Set(before.keys) == Set(after.keys))
    let changed = after.filter { before[$0.key] != $0.value }
    #expect(changed.count == 1)
    let (key, entry) = try #require(changed.first)
    let old = try #require(before[key])
    #expect(key.hasPrefix("item-7.1-"))
    #expect(entry[1] == "2020-09-30")
    #expect(try #require(Int(entry[0])) > (try #require(Int(old[0]))))
  }
}
