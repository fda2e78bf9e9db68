import LedgerDesk
import LedgerReports
import TaskLedger

/// What became of submissions, for programs; every field is always there.
struct CollectionJSON: Encodable {
  var receivedOn: String
  var taken: [Line]
  var unchanged: [Line]
  var refused: [Refused]
  var missing: [String]

  struct Line: Encodable {
    var school: String
    var source: String
    var head: String
    var entries: Int
    var log: Bool

    init(_ line: CollectionReport.Line) {
      school = line.school
      source = line.source
      head = line.head
      entries = line.entries
      log = line.hasLog
    }
  }

  struct Refused: Encodable {
    var source: String
    var code: String
    var message: String
  }

  init(_ report: CollectionReport, on day: CivilDate) {
    receivedOn = day.description
    taken = report.taken.map(Line.init)
    unchanged = report.unchanged.map(Line.init)
    refused = report.refused.map {
      Refused(source: $0.source, code: $0.finding.code, message: $0.finding.message)
    }
    missing = report.missing
  }
}
