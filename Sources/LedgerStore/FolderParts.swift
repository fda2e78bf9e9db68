import Foundation
import TaskLedger

/// What the names and permissions in a ledger's folder tell.
enum FolderParts {
  /// The names in a folder, sorted; none when it cannot be read.
  static func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Whether a file is left of making a ledger.
  static func isOfMaking(_ name: String) -> Bool {
    isDraftOfLog(name) || name == "ledger.sqlite.claim"
      || name.hasPrefix(LedgerFolder.keptFold + ".new-")
  }

  /// Whether a file is a log that is being made.
  static func isDraftOfLog(_ name: String) -> Bool { name.hasPrefix("ledger.sqlite.new-") }

  /// Whether a folder is one in which a backup, a submission or a restored ledger is being made.
  static func isDraft(_ name: String) -> Bool {
    let parts = ScalarText.split(name, at: ".")
    return parts.count >= 3 && parts[0].isEmpty && UUID(uuidString: parts[parts.count - 1]) != nil
  }

  /// Whether a file looks like a copy of the log, as people and synchronising programs make them:
  /// `ledger (1).sqlite`, `ledger - 副本.sqlite`, `ledger.sqlite.bak`, `ledger_冲突副本.sqlite`.
  static func isCopy(_ name: String) -> Bool {
    let own = [
      "ledger.sqlite", "ledger.sqlite-journal", "ledger.sqlite-wal", "ledger.sqlite-shm",
      "portal.sqlite",
    ]
    guard !own.contains(name), !isOfMaking(name), !name.hasPrefix(".") else { return false }
    return name.hasSuffix(".sqlite") || name.hasPrefix("ledger.sqlite")
  }

  /// The folder and the files of a ledger that others than the owner may read or write, by their
  /// paths in the folder (`.` for itself), sorted. What lies behind a link is not the ledger's.
  static func openToOthers(in folder: LedgerFolder) -> [String] {
    var open: [String] = []
    /// Whether it is a folder of the ledger, in which more may lie.
    @discardableResult func look(_ relative: String) -> Bool {
      var status = stat()
      let path = relative == "." ? folder.path : folder.path + "/" + relative
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { return false }
      if status.st_mode & 0o077 != 0 { open.append(relative) }
      return status.st_mode & S_IFMT == S_IFDIR
    }
    look(".")
    look("ledger.sqlite")
    look("ledger.sqlite-journal")
    look(LedgerFolder.keptFold)
    look("portal.sqlite")
    look("portal-key.pem")
    look("portal-address")
    guard look("evidence") else { return open }
    for part in names(in: folder.evidence) where look("evidence/" + part) {
      for file in names(in: folder.evidence + "/" + part) { look("evidence/\(part)/\(file)") }
    }
    return open
  }
}
