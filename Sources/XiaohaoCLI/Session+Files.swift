import Foundation
import LedgerStore
import LedgerDesk
import TaskLedger

extension Session {
  /// Writes a text file whole or not at all.
  @discardableResult
  func write(
    _ text: String, to file: String, force: Bool = false
  ) throws(DeskError) -> Bool {
    try write(Array(text.utf8), to: file, force: force)
  }

  /// Writes a file whole or not at all.
  ///
  /// What holds a ledger's records is never written over: its log and its evidence. Another file of
  /// that name only gives way when it is an earlier output of the same kind, or when somebody says
  /// so.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - file: The path as typed.
  ///   - force: Whether any file may be replaced.
  /// - Returns: Whether another content was replaced.
  /// - Throws: ``DeskError`` when it may not or cannot be written.
  @discardableResult
  func write(
    _ bytes: [UInt8], to file: String, force: Bool = false
  ) throws(DeskError) -> Bool {
    guard !isOfLedger(path(file)) else {
      throw DeskError(
        [.outputIsLedger((file as NSString).lastPathComponent)], kind: .refused)
    }
    var there = stat()
    let isThere = stat(path(file), &there) == 0
    let kind = there.st_mode & S_IFMT
    let old =
      isThere && kind == S_IFREG
      ? FileManager.default.contents(atPath: path(file)).map { [UInt8]($0) } : nil
    // What is there and cannot be read is somebody else's until they say so; a folder says why it
    // cannot be written.
    let isReplaceable =
      old.map { EarlierOutput.isReplaceable($0, by: bytes) } ?? (!isThere || kind == S_IFDIR)
    if !force, !isReplaceable {
      throw DeskError(
        [.outputExists((file as NSString).lastPathComponent)], kind: .refused)
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path(file)), options: .atomic)
    } catch {
      throw DeskError(
        [
          .outputUnwritable(
            (file as NSString).lastPathComponent,
            reason: Diagnostic.systemReason(FileSystem.number(of: error)))
        ], kind: .disk)
    }
    return old.map { !$0.isEmpty && $0 != bytes } ?? false
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
