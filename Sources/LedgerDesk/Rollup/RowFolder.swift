import Foundation
import LedgerReports
import LedgerStore
import TaskLedger

/// Where derived rows are kept (派生行): one file a school and head, which never changes.
///
/// What is made in a run lies in a folder of its own inside until it is known which ledgers count;
/// then each file is named at once and whole.
package struct RowFolder: Sendable {
  /// How many files a run wrote and found there already, and which schools have none.
  struct Report: Sendable, Hashable {
    /// How many files were written.
    var written = 0
    /// How many were there already.
    var kept = 0
    /// The schools that declared figures without rows.
    var without: [String] = []
  }

  private let path: String
  private let draft: String

  /// Makes the folder unless it is there.
  ///
  /// - Throws: ``DeskError`` when it is a ledger's or cannot be written.
  package init(at path: String) throws(DeskError) {
    self.path = path
    try OutputFile.requireNoRecord(path)
    guard !LedgerFolder(path: path).hasLedger else {
      throw DeskError([.outputIsLedger((path as NSString).lastPathComponent)], kind: .refused)
    }
    draft = path + "/.rows-\(UUID().uuidString)"
    try DeskError.ofStore { () throws(StoreError) in
      try FileSystem.makeFolder(path)
      try DraftFolder.make(draft)
    }
  }

  /// The name of a school's file: the school for people, the digest of the last entry for programs.
  static func name(school: String, headDigest: String) -> String {
    BundleName.part(
      school, limit: 140, suffix: "-\(headDigest).v\(LedgerRows.version).jsonl")
  }

  /// Whether the rows of a head are there.
  func holds(school: String, headDigest: String) -> Bool {
    var status = stat()
    let place = path + "/" + Self.name(school: school, headDigest: headDigest)
    return lstat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Puts the rows of a source aside; `index` tells sources of one school apart.
  ///
  /// - Throws: ``DeskError`` that names the folder when it cannot be written.
  package func stage(_ bytes: [UInt8], of index: Int) throws(DeskError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: staged(index)))
    } catch {
      throw DeskError(
        [
          .outputUnwritable(
            (path as NSString).lastPathComponent, reason: Diagnostic.systemReason(error))
        ], kind: .disk)
    }
  }

  private func staged(_ index: Int) -> String { draft + "/\(index)" }

  /// Names the rows of the schools that count.
  ///
  /// - Parameter schools: The schools, each with the index of its source.
  /// - Returns: What was done.
  /// - Throws: ``DeskError`` when the folder cannot be written.
  func publish(_ schools: [(summary: SchoolSummary, index: Int)]) throws(DeskError) -> Report {
    // Once for all: what gets its name is on the disk.
    sync()
    var report = Report()
    for (summary, index) in schools {
      if holds(school: summary.school, headDigest: summary.headDigest) {
        report.kept += 1
        continue
      }
      guard FileManager.default.fileExists(atPath: staged(index)) else {
        report.without.append(summary.school)
        continue
      }
      let name = Self.name(school: summary.school, headDigest: summary.headDigest)
      let isNamed = try DeskError.ofStore { () throws(StoreError) in
        try FileSystem.renameExclusively(staged(index), to: path + "/" + name)
      }
      if isNamed { report.written += 1 } else { report.kept += 1 }
    }
    try DeskError.ofStore { () throws(StoreError) in try FileSystem.syncFolder(path) }
    return report
  }

  /// Removes what was put aside.
  package func clear() { DraftFolder.remove(draft) }
}
