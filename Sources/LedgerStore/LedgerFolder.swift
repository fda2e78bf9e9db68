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

  /// Makes the folder and its parts, open to the owner only; an empty folder that is there already
  /// is closed to others too.
  ///
  /// - Returns: The parts that were not there, the innermost first.
  func make() throws(StoreError) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    if names?.isEmpty == true { chmod(path, 0o700) }
    var made: [String] = []
    for part in [path, evidence, staging] {
      if access(part, F_OK) != 0 { made.insert(part, at: 0) }
      try FileSystem.makeFolder(part)
    }
    return made
  }
}
