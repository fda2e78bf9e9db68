import Foundation
import LedgerStore
import TaskLedger

/// A file that is written beside a ledger: a paper, an export, a table.
///
/// What holds a ledger's records is never written over: its log and its evidence. Another file of
/// that name is only replaced when it is an earlier output of the same kind, or when somebody says
/// so.
package struct OutputFile: Sendable {
  private let path: String
  private var name: String { (path as NSString).lastPathComponent }

  /// Names a file by its whole path; nothing is touched.
  package init(path: String) { self.path = path }

  /// Writes the file whole or not at all.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - force: Whether any file may be replaced.
  /// - Returns: Whether another content was replaced.
  /// - Throws: ``DeskError`` when it may not or cannot be written.
  @discardableResult
  package func write(_ bytes: [UInt8], force: Bool = false) throws(DeskError) -> Bool {
    let old = try replaceable(by: bytes, force: force)
    let number = FileSystem.replace(path, with: bytes)
    guard number == 0 else { throw unwritable(number) }
    return old.map { !$0.isEmpty && $0 != bytes } ?? false
  }

  /// Sees whether the file could be written, before something is recorded for it.
  ///
  /// - Parameters:
  ///   - bytes: A content of the same kind; nil when only a new file will do.
  ///   - force: Whether any file may be replaced.
  /// - Throws: ``DeskError`` when it may not or cannot be written.
  package func requireWritable(as bytes: [UInt8]?, force: Bool) throws(DeskError) {
    let old = try replaceable(by: bytes, force: force)
    var there = stat()
    if old == nil, stat(path, &there) == 0, there.st_mode & S_IFMT == S_IFDIR {
      throw unwritable(EISDIR)
    }
    let folder = (path as NSString).deletingLastPathComponent
    guard stat(folder, &there) == 0 else { throw unwritable(errno) }
    guard there.st_mode & S_IFMT == S_IFDIR else { throw unwritable(ENOTDIR) }
    guard access(folder, W_OK) == 0 else { throw unwritable(errno) }
  }

  /// What is there and may be replaced; nil when nothing is, or a folder, which says itself why it
  /// cannot be written.
  private func replaceable(by bytes: [UInt8]?, force: Bool) throws(DeskError) -> [UInt8]? {
    try Self.requireNoRecord(path)
    var there = stat()
    let isThere = stat(path, &there) == 0
    let kind = there.st_mode & S_IFMT
    let old =
      isThere && kind == S_IFREG
      ? FileManager.default.contents(atPath: path).map { [UInt8]($0) } : nil
    // What is there and cannot be read is somebody else's until they say so.
    let isReplaceable =
      old.map { old in bytes.map { EarlierOutput.isReplaceable(old, by: $0) } ?? old.isEmpty }
      ?? (!isThere || kind == S_IFDIR)
    guard force || isReplaceable else {
      throw DeskError([.outputExists(name)], kind: .refused)
    }
    return old
  }

  private func unwritable(_ number: Int32) -> DeskError {
    DeskError([.outputUnwritable(name, reason: Diagnostic.systemReason(number))], kind: .disk)
  }

  /// Writes a file beside, of another ending and with a number when that name is taken, so that no
  /// other file is touched.
  ///
  /// - Returns: The name of the file.
  package func writeBeside(
    _ bytes: [UInt8], ending: String
  ) throws(DeskError) -> String {
    let stem = (path as NSString).deletingPathExtension
    let paths = ["\(stem).\(ending)"] + (2...99).map { "\(stem)-\($0).\(ending)" }
    let free = paths.first { path in
      guard let old = FileManager.default.contents(atPath: path) else {
        return !FileManager.default.fileExists(atPath: path)
      }
      return old == Data(bytes)
    }
    let file = OutputFile(path: free ?? paths[0])
    try file.write(bytes)
    return file.name
  }

  /// Whatever is written keeps out of the records of a ledger.
  ///
  /// - Throws: ``DeskError`` when a path is a ledger's log, its journal, or lies in its evidence; links
  ///   are followed.
  static func requireNoRecord(_ path: String) throws(DeskError) {
    guard !isRecord(path) else {
      throw DeskError([.outputIsLedger((path as NSString).lastPathComponent)], kind: .refused)
    }
  }

  private static func isRecord(_ path: String) -> Bool {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
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
