import Foundation
import LedgerStore

/// What tells whether a school's own tables were edited: number, length and time of each file.
package struct TableStamp: Sendable, Hashable {
  private var files: [[Int]]

  init(of folder: LedgerFolder) {
    let words = ReformSet.all.map(\.wordTable.name)
    files = (["departments.md", "settings.md"] + words).map { name in
      var status = stat()
      // A file that is not there is one of the built-in tables.
      guard stat(folder.tasks + "/" + name, &status) == 0 else { return [] }
      #if canImport(Darwin)
        let written = status.st_mtimespec
      #else
        let written = status.st_mtim
      #endif
      return [
        Int(truncatingIfNeeded: status.st_ino), Int(status.st_size), written.tv_sec,
        written.tv_nsec,
      ]
    }
  }
}

extension Desk {
  /// What tells whether the school's own tables were edited.
  package func tableStamp() throws(DeskError) -> TableStamp {
    TableStamp(of: try requiredFolder())
  }
}
