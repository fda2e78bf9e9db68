import Foundation
import LedgerStore
import OfficeFiles
import PlanImport
import TaskLedger

extension Desk {
  /// Opens a ledger (建账) for a school in the folder of the desk.
  ///
  /// - Parameters:
  ///   - school: The school.
  ///   - reviewers: Who may review.
  ///   - list: The list from above; the one of the set without it.
  ///   - set: What the set of data is called that the list belongs to; nil to tell by the list.
  ///   - columns: What a person says of the list's columns, such as `内容=情形描述`.
  ///   - clerk: Who opens it; 未署名 when nobody signed.
  ///   - moment: When.
  ///   - dryRun: Whether to decide without writing.
  /// - Returns: The list as it was read.
  /// - Throws: ``DeskError`` when the list cannot be read, a rule refuses or there is a ledger.
  package func openLedger(
    school: String, reviewers: [String], list: InputFile?, set: String? = nil,
    columns: [String] = [], by clerk: Clerk?, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> ListFile {
    let folder = try requiredFolder()
    try OutputFile.requireNoRecord(folder.path)
    let lists = try schoolData.choosingSet(set, for: list)
      .list(list, isSetNamed: set != nil, columns: columns)
    let actor = clerk?.name ?? Occasion.unsigned
    let occasion = moment.occasion(of: actor, effective: lists.effective(on: moment.today))
    let events: [LedgerEvent]
    do throws(LedgerRejection) {
      events = try decide(
        .open(school: school, reviewers: reviewers, list: lists.list), in: Ledger(), on: occasion)
    } catch {
      throw DeskError(error.diagnostics, kind: .refused)
    }
    guard !folder.hasLedger else { throw DeskError(.ledgerExists(folder: folder.name)) }
    guard !dryRun else { return lists }
    do throws(StoreError) {
      _ = try LedgerStore.create(
        in: folder, recordedAt: moment.recordedAt, actor: actor, effective: occasion.effective,
        events: events)
    } catch {
      throw DeskError(lists.diagnostics + DeskError(error).diagnostics, kind: DeskError(error).kind)
    }
    return lists
  }

  /// Reads a whole ledger back from its exported entries, one a line.
  ///
  /// - Parameters:
  ///   - path: The exported file.
  ///   - dryRun: Whether to read without writing.
  /// - Returns: How many entries were read, and the short form of the head; nil when nothing was
  ///   written.
  /// - Throws: ``DeskError`` when a line is no entry, the chain is broken or there is a ledger.
  package func readBack(
    exportAt path: String, dryRun: Bool
  ) throws(DeskError) -> (entryCount: Int, headCode: String?) {
    let folder = try requiredFolder()
    try OutputFile.requireNoRecord(folder.path)
    let name = (path as NSString).lastPathComponent
    func unreadable(_ line: Int?) -> DeskError {
      DeskError([.exportUnreadable(name, line: line)], kind: .unreadableInput)
    }
    guard let data = FileManager.default.contents(atPath: path) else { throw unreadable(nil) }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    var entries: [StoredEntry] = []
    for (index, line) in lines.enumerated() {
      guard let entry = StoredEntry(line: line) else { throw unreadable(index + 1) }
      entries.append(entry)
    }
    guard let last = entries.last.flatMap({ CivilDate($0.effective) }) else {
      throw unreadable(entries.isEmpty ? nil : entries.count)
    }
    do throws(StoreError) {
      _ = try LedgerStore.checkedFold(ofLines: lines, file: name, asOf: last)
    } catch {
      switch error {
      case .chainBroken(_, let sequence), .entryUnreadable(let sequence, _):
        // An entry that is missing or there twice counts all behind it wrongly.
        let place = entries.indices.first { entries[$0].sequence != $0 + 1 }
        throw unreadable(place.map { $0 + 1 } ?? sequence)
      default: throw DeskError(error)
      }
    }
    guard !folder.hasLedger else { throw DeskError(.ledgerExists(folder: folder.name)) }
    guard !dryRun else { return (entries.count, nil) }
    let stored = entries
    let head = try DeskError.ofStore { () throws(StoreError) in
      try LedgerStore.create(in: folder, from: stored)
    }
    return (entries.count, head.code)
  }
}
