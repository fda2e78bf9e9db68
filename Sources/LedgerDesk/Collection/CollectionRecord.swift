import Foundation
import LedgerStore
import TaskLedger

/// One submission that was taken in (收下的一份报送), as the list of a collection tells it.
///
/// Stored names are a public contract; days are written 2020-10-15. A line is never changed: what
/// was there on a past day is what was received by then.
package struct CollectionRecord: Codable, Hashable, Sendable {
  /// The kind, which stands on every line.
  package static let kind = "collected"
  /// The format this program writes and reads.
  package static let format = 1
  /// The file of the list inside of a collection.
  static let list = "collection.jsonl"

  /// The kind.
  package var kind = Self.kind
  /// The format.
  package var schemaVersion = Self.format
  /// The school, as it names itself.
  package var school: String
  /// The digest of the first entry.
  package var origin: String
  /// How many entries its log has.
  package var entries: Int
  /// The digest of the last entry.
  package var headDigest: String
  /// The short form, as papers print it.
  package var head: String
  /// Whether the log came along.
  package var hasLog: Bool
  /// The day it was received.
  package var receivedOn: String
  /// What it was called when it came.
  package var source: String
  /// Where it is kept, inside of the collection.
  package var file: String
  /// The SHA-256 of that file.
  package var sha256: String
}

extension CollectionRecord {
  /// Whether a folder is a collection.
  static func isCollection(_ folder: String) -> Bool {
    var status = stat()
    return lstat(folder + "/" + list, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The records of a collection in the order in which they were taken; none for a new one.
  ///
  /// - Throws: ``DeskError`` when a line is not one.
  static func all(in folder: String) throws(DeskError) -> [CollectionRecord] {
    guard isCollection(folder) else { return [] }
    let place = (folder as NSString).lastPathComponent + "/" + list
    guard let bytes = OwnFile.bytes(at: folder + "/" + list, limit: 256 << 20) else {
      throw DeskError(StoreError.permissionDenied(path: place))
    }
    let decoder = JSONDecoder()
    var records: [CollectionRecord] = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let record = try? decoder.decode(CollectionRecord.self, from: Data(line)),
        record.kind == kind, record.schemaVersion == format, record.isInside
      else {
        throw DeskError(StoreError.damaged(file: place, detail: "line \(number + 1)"))
      }
      records.append(record)
    }
    return records
  }

  /// Whether its file lies in the collection, whatever the line says.
  private var isInside: Bool {
    let steps = file.split(separator: "/", omittingEmptySubsequences: false)
    return steps.count == 2
      && steps.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("\0") }
  }

  /// The last record of each school received by a day; of one head one with its log stays before
  /// figures that the school declares.
  static func latest(of records: [CollectionRecord], by day: CivilDate) -> [CollectionRecord] {
    var latest: [String: CollectionRecord] = [:]
    for record in records where record.receivedOn <= day.description {
      let key = TextFolding.compact(record.school)
      if let held = latest[key], held.headDigest == record.headDigest, held.hasLog, !record.hasLog {
        continue
      }
      latest[key] = record
    }
    return latest.values.sorted { ($0.school, $0.file) < ($1.school, $1.file) }
  }

  /// The record as a line.
  func line() throws(DeskError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      let text = String(decoding: try encoder.encode(self), as: UTF8.self)
      return PrintableText.escapedJSON(text) + "\n"
    } catch {
      throw DeskError([.internalFault("\(error)")], kind: .internalFault)
    }
  }
}
