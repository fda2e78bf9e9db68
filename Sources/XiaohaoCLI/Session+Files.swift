import Foundation
import LedgerStore

extension Session {
  /// Writes a text file whole or not at all.
  func write(_ text: String, to file: String) throws(CommandFailure) {
    try write(Array(text.utf8), to: file)
  }

  /// Writes a file whole or not at all.
  ///
  /// What holds a ledger's records is never written over: its log and its evidence.
  func write(_ bytes: [UInt8], to file: String) throws(CommandFailure) {
    guard !isOfLedger(path(file)) else {
      throw CommandFailure(
        [.outputIsLedger((file as NSString).lastPathComponent)], status: .refused)
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path(file)), options: .atomic)
    } catch {
      throw CommandFailure(
        [
          .outputUnwritable(
            (file as NSString).lastPathComponent,
            reason: String(cString: strerror(errno)))
        ], status: .disk)
    }
  }
  /// Whether a path is a ledger's log, its journal, or lies in its evidence; links are followed.
  private func isOfLedger(_ target: String) -> Bool {
    let real = URL(fileURLWithPath: target).resolvingSymlinksInPath().standardizedFileURL.path
    let name = (real as NSString).lastPathComponent.lowercased()
    if name.hasPrefix("ledger.sqlite") || name == "ledger.fold" { return true }
    var folder = (real as NSString).deletingLastPathComponent
    while folder.count > 1 {
      let parent = (folder as NSString).deletingLastPathComponent
      if (folder as NSString).lastPathComponent == "evidence",
        LedgerFolder(path: parent).hasLedger
      {
        return true
      }
      folder = parent
    }
    return false
  }
}
