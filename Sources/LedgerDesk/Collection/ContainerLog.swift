import Foundation
import LedgerStore
import OfficeFiles
import TaskLedger

/// The log inside of a container that `bundle` or `backup` wrote.
enum ContainerLog {
  /// The first part of a name, in whatever folder of the container.
  static func part(_ name: String, in archive: ZipArchive) -> String? {
    let wanted = ScalarText.split(name, at: "/").last
    return archive.names.first { ScalarText.split($0, at: "/").last == wanted }
  }

  /// A part as a whole.
  ///
  /// - Parameters:
  ///   - name: The part.
  ///   - archive: The container.
  ///   - limit: The most bytes it may have.
  /// - Returns: Its content.
  /// - Throws: ``DeskError`` when it is damaged or larger.
  static func bytes(
    of name: String, in archive: ZipArchive, limit: Int = .max
  ) throws(DeskError) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(DocumentReadError) {
      _ = try archive.withPieces(of: name) { (piece) throws(DocumentReadError) in
        bytes += piece
        if bytes.count > limit {
          throw DocumentReadError.damaged(file: name, part: name, detail: "EFBIG")
        }
      }
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
    return bytes
  }

  /// Folds exported entries and checks their chain.
  static func fold(
    ofEvents bytes: [UInt8], of source: String, asOf day: CivilDate, keepsEntries: Bool
  ) throws(DeskError) -> CheckedFold {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DeskError(
        StoreError.damaged(file: source + "/" + BundleFile.events, detail: "UTF-8"))
    }
    return try DeskError.ofStore { () throws(StoreError) in
      try LedgerStore.checkedFold(
        ofLines: text.unicodeScalars.split(separator: "\n").map { Substring($0) },
        file: source + "/" + BundleFile.events, asOf: day, keepsEntries: keepsEntries)
    }
  }

  /// Takes a backup's database out beside nothing else for the time of a body; the container itself
  /// is only read. The folder has the name of the source, which messages give.
  static func withDatabase<Result>(
    _ part: String, in archive: ZipArchive, of source: String,
    _ body: (LedgerFolder) throws(DeskError) -> Result
  ) throws(DeskError) -> Result {
    let path = FileManager.default.temporaryDirectory.path + "/xiaohao-\(UUID().uuidString)"
    let folder = LedgerFolder(
      path: path + "/" + BundleName.part((source as NSString).lastPathComponent))
    defer { DraftFolder.remove(path) }
    let bytes = try bytes(of: part, in: archive)
    try DeskError.ofStore { () throws(StoreError) in
      try DraftFolder.make(path)
      try FileSystem.makeFolder(folder.path)
      let file = try NewFile(at: folder.database)
      try file.write(bytes)
      _ = try file.finish()
    }
    return try body(folder)
  }
}
