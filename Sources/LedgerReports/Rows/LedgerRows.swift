import Foundation
package import TaskLedger

/// What happened in a ledger and what stands, as rows for other engines (派生行).
///
/// A row says what holds from one day to another, so that the rows with `validFrom` on or before a
/// day and `validTo` on or after it (or none) are the view as of that day. They follow from the log
/// alone, whenever they are made; the last ones hold until something more is entered.
package struct LedgerRows: Sendable {
  /// The version of the rows: raised when a field changes its meaning, or when the same log gives
  /// other rows than before.
  package static let version = 3

  /// The kind of the row that names the school.
  package static let schoolKind = "school"

  /// One line a row, the school's first.
  package let bytes: [UInt8]

  /// Derives the rows of a log.
  ///
  /// - Parameters:
  ///   - entries: All entries in order.
  ///   - origin: The digest of the first.
  ///   - head: Short code and digest of the last.
  ///   - indicators: The indicators by which every school of the same work is judged; nil when this
  ///     program does not know the work.
  ///   - departments: The departments under which every school's are counted.
  ///   - hedges: The words that hedge a statement in that work.
  package init(
    of entries: [EventEnvelope], origin: String, head: (code: String, digest: String),
    indicators: IndicatorTable?, departments: DepartmentDirectory, hedges: HedgeWords
  ) {
    var fold = RowFold(
      entries, indicators: indicators, departments: departments, hedges: hedges)
    fold.run()
    var header = JSONLines()
    header.add("school", fold.school)
    header.add("head", head.code)
    var lines = JSONLines()
    lines.begin()
    lines.add("kind", Self.schoolKind)
    lines.add(header.bytes)
    lines.add("version", Self.version)
    lines.add("origin", origin)
    lines.add("headDigest", head.digest)
    lines.add("entries", entries.count)
    lines.add("handInDay", fold.handInDay)
    lines.add("validFrom", entries.map(\.effective).min())
    lines.end()
    func write<Key, Row: LedgerRow>(_ spans: Spans<Key, Row>) {
      for span in spans.all {
        lines.begin()
        lines.add("kind", Row.kind.description)
        lines.add(header.bytes)
        lines.add("validFrom", span.from)
        lines.add("validTo", span.to)
        span.content.write(to: &lines)
        lines.end()
      }
    }
    write(fold.clauses)
    write(fold.months)
    write(fold.indicatorAnswers)
    write(fold.reasons)
    write(fold.items)
    bytes = lines.bytes
  }
}

extension LedgerRows {
  /// The fields by which declared rows are known.
  private struct Declared: Decodable {
    var kind: String
    var school: String
    var head: String
    var version: Int?
    var headDigest: String?
  }

  /// The rows that a school hands in without its log: its own word, as its figures are.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - school: The school that the figures name.
  ///   - headDigest: The digest that the figures name.
  /// - Returns: The file; nil when it is of another school, head or version, or no rows.
  package static func declared(_ bytes: [UInt8], school: String, headDigest: String) -> [UInt8]? {
    guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n") else {
      return nil
    }
    let decoder = JSONDecoder()
    let kinds: Set<String> = [
      ClauseRow.kind.description, MonthRow.kind.description, IndicatorRow.kind.description,
      ReasonRow.kind.description, ItemRow.kind.description,
    ]
    var head: String?
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let row = try? decoder.decode(Declared.self, from: Data(line)), row.school == school
      else { return nil }
      if let head {
        guard row.head == head, kinds.contains(row.kind) else { return nil }
      } else {
        guard row.kind == schoolKind, row.version == version, row.headDigest == headDigest else {
          return nil
        }
        head = row.head
      }
    }
    return head == nil ? nil : bytes
  }

  /// The fields of an item's row that say where it stands and when.
  private struct State: Decodable {
    var kind: String
    var status: String?
    var validFrom: CivilDate
    var validTo: CivilDate?
  }

  /// How many items are in each state on a day, by declared rows.
  ///
  /// - Parameters:
  ///   - bytes: Rows that were checked by ``declared(_:school:headDigest:)``.
  ///   - day: The day.
  /// - Returns: The counts by the stored names of states, without those of none; lines that cannot be
  ///   read count under no name.
  package static func states(in bytes: [UInt8], on day: CivilDate) -> [String: Int] {
    let decoder = JSONDecoder()
    var counts: [String: Int] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let row = try? decoder.decode(State.self, from: Data(line))
      if let row {
        guard row.kind == ItemRow.kind.description, row.validFrom <= day,
          row.validTo.map({ $0 >= day }) ?? true
        else { continue }
      }
      counts[row?.status ?? "", default: 0] += 1
    }
    return counts
  }
}
