import Foundation

/// The folder of a ledger and what lies in it.
package struct LedgerFolder: Sendable, Hashable {
  /// The folder's path.
  package let path: String

  /// Names a folder; nothing is touched.
  package init(path: String) { self.path = path }

  /// The log.
  package var database: String { path + "/ledger.sqlite" }

  /// What an older program kept beside a long log; it is not read.
  static let keptFold = "ledger.fold"

  /// The evidence files.
  package var evidence: String { path + "/evidence" }

  /// Files on their way into `evidence`, whole or not.
  package var staging: String { evidence + "/.staging" }

  /// A school's own templates.
  package var templates: String { path + "/templates" }

  /// A school's own tables: headings, departments, indicators, settings.
  package var tasks: String { path + "/tasks" }

  /// The name of the folder as messages print it, without the way to it.
  package var name: String { (path as NSString).lastPathComponent }

  /// Whether there is a ledger.
  package var hasLedger: Bool { ledgerError == 0 }

  /// The system's number for why the log cannot be found; 0 when it is there.
  var ledgerError: Int32 {
    let path = database
    return FileSystem.failure { access(path, F_OK) }
  }

  /// The nearest folder with a ledger, from a folder upwards; nil when there is none.
  package static func found(from start: String) -> LedgerFolder? {
    var path = start
    while true {
      let folder = LedgerFolder(path: path)
      if folder.hasLedger { return folder }
      let parent = (path as NSString).deletingLastPathComponent
      if parent == path || parent.isEmpty { return nil }
      path = parent
    }
  }

  /// Makes the folder, open to the owner only; an empty folder that is there already is closed to
  /// others too.
  ///
  /// - Returns: Whether it was not there.
  func make() throws(StoreError) -> Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    if names?.isEmpty == true { chmod(path, 0o700) }
    try FileSystem.makeFolder((path as NSString).deletingLastPathComponent)
    let number = FileSystem.failure { mkdir(path, 0o700) }
    guard [0, EEXIST].contains(number) else { throw FileSystem.error(at: path, number: number) }
    return number == 0
  }

  /// Makes the parts of the folder that are not there, open to the owner only, as after a program
  /// that was stopped while it made the ledger.
  func makeParts() throws(StoreError) {
    let isNew = access(evidence, F_OK) != 0
    for part in [evidence, staging] { try FileSystem.makeFolder(part) }
    if isNew { try FileSystem.syncFolder(path) }
  }
}
