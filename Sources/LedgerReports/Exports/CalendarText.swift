import TaskLedger

/// Deadlines, hand-in days and meetings as an iCalendar text (RFC 5545).
///
/// Identities are stable, so that importing the calendar again moves an entry instead of adding
/// one. Pure: the stamp of every entry is the day the ledger was read for.
package enum CalendarText {
  /// Writes the calendar of a ledger.
  ///
  /// - Parameter input: The ledger as of a day.
  /// - Returns: The text; lines end in a carriage return and line feed and hold at most 75 bytes.
  package static func written(_ input: ReportInput) -> String {
    let ledger = input.ledger
    let scope = Self.scope(of: ledger)
    // What no longer counts is cancelled, where an earlier calendar brought it.
    var entries: [Entry] = ItemLine.all(input) { _ in true }.compactMap(item)
    for (place, handIn) in (ledger.list?.handIns ?? []).enumerated() {
      entries.append(
        Entry(
          identity: "hand-in-\(handIn.due)-\(place + 1)", day: handIn.due,
          summary: ReportPhrases.handIn(handIn), notes: ReportPhrases.handInNotes(handIn)))
    }
    for month in ledger.meetings.keys.sorted() {
      guard let day = ledger.meetings[month]?.openedOn else { continue }
      entries.append(
        Entry(
          identity: "meeting-\(month)", day: day, summary: ReportPhrases.meeting(month), notes: "")
      )
    }
    let lines =
      [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//xiaohao//ledger//ZH", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:" + escaped(ReportPhrases.calendar(ledger.school, input.profile)),
      ] + entries.flatMap { $0.lines(scope: scope, stamp: input.asOf) } + ["END:VCALENDAR"]
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private struct Entry {
    var identity: String
    var day: CivilDate
    var summary: String
    var notes: String
    var revision = 0
    var isCancelled = false

    func lines(scope: String, stamp: CivilDate) -> [String] {
      let next = day.following ?? day
      var lines = [
        "BEGIN:VEVENT", "UID:\(identity)-\(scope)@xiaohao", "DTSTAMP:\(compact(stamp))T000000Z",
        "SEQUENCE:\(revision)", "DTSTART;VALUE=DATE:\(compact(day))",
        "DTEND;VALUE=DATE:\(compact(next))", "SUMMARY:" + escaped(summary),
      ]
      if !notes.isEmpty { lines.append("DESCRIPTION:" + escaped(notes)) }
      lines += ["TRANSP:TRANSPARENT", "STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")"]
      return lines + ["END:VEVENT"]
    }
  }

  private static func item(_ line: ItemLine) -> Entry? {
    let state = line.state
    guard let due = line.onDay.nextDay else { return nil }
    return Entry(
      identity: "item-\(state.id)", day: due, summary: ReportPhrases.calendarTitle(of: line),
      notes: ReportPhrases.calendarNotes(of: line), revision: state.lastSequence,
      isCancelled: !state.isLive)
  }

  /// Tells one school's calendar from another's: a short digest of its name and list (FNV-1a).
  private static func scope(of ledger: Ledger) -> String {
    let text = ledger.school + "\n" + (ledger.list?.documentNumber ?? "")
    let digest = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func compact(_ date: CivilDate) -> String {
    ScalarText.replacing(["-"], in: date.description, with: "")
  }

  private static func escaped(_ text: String) -> String {
    ScalarText.replacing(in: PrintableText.block(text)) { scalar in
      switch scalar {
      case "\\", ";", ",": "\\\(scalar)"
      case "\n": "\\n"
      default: nil
      }
    }
  }

  /// A line broken after at most 75 bytes, never within a code point; what follows begins with a
  /// space.
  private static func folded(_ line: String) -> String {
    var width = 0
    return ScalarText.replacing(in: line) { scalar in
      let length = UTF8.width(scalar)
      defer { width += length }
      guard width + length > 75 else { return nil }
      width = 1
      return "\r\n \(scalar)"
    }
  }
}
