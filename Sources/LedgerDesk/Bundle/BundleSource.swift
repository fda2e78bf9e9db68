import Foundation
import LedgerStore
import OfficeFiles
import TaskLedger

/// The files of a submission, read from a container or from a folder.
struct BundleSource {
  /// The paths, sorted; folders are left out.
  let names: [String]
  /// What is neither a file nor a folder.
  let strange: [String]
  /// Reads a file piece by piece; false when there is none.
  let read:
    (String, (UnsafeRawBufferPointer) throws(StoreError) -> Void) throws(DeskError)
      -> Bool

  /// Opens a submission for the time of a body.
  static func with<Result>(
    _ path: String, _ body: (BundleSource) throws(DeskError) -> Result
  ) throws(DeskError) -> Result {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return try body(folder(path))
    }
    return try BackupReader.withArchive(at: path, saying: Diagnostic.bundleUnreadable) {
      (archive) throws(DeskError) in
      try body(
        BundleSource(names: archive.names.filter { !$0.hasSuffix("/") }.sorted(), strange: []) {
          (name, take) throws(DeskError) in
          var refusal: DeskError?
          do throws(DocumentReadError) {
            return try archive.withPieces(of: name) { (piece) throws(DocumentReadError) in
              do throws(StoreError) {
                try take(piece)
              } catch {
                refusal = DeskError(error)
                throw DocumentReadError.damaged(file: name, part: name, detail: "inflate")
              }
            }
          } catch {
            throw refusal ?? DeskError([error.diagnostic], kind: .unreadableInput)
          }
        })
    }
  }

  private static func folder(_ path: String) -> BundleSource {
    var names: [String] = []
    var strange: [String] = []
    for name in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? [] {
      var status = stat()
      guard lstat(path + "/" + name, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: names.append(name)
      case S_IFDIR: continue
      default: strange.append(name)
      }
    }
    return BundleSource(names: names.sorted(), strange: strange.sorted()) {
      (name, take) throws(DeskError) in
      guard names.contains(name) else { return false }
      try DeskError.ofStore { () throws(StoreError) in
        try FileSystem.readPieces(ofFileAt: path + "/" + name, take)
      }
      return true
    }
  }

  /// The largest file that is read as a whole, in bytes.
  private static let textLimit = 256 << 20

  /// A file as text; nil when there is none that can be read, it is too large or no UTF-8.
  func text(_ name: String) -> String? {
    bytes(name).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// A file as a whole; nil when there is none that can be read or it is too large.
  func bytes(_ name: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    let isThere = try? read(name) { (piece) throws(StoreError) in
      bytes += piece
      if bytes.count > Self.textLimit { throw .inputOutput(path: name, reason: "EFBIG") }
    }
    return isThere ?? false ? bytes : nil
  }

  /// The SHA-256 of a file; nil when there is none that can be read to its end.
  func digest(_ name: String) -> String? {
    var hash = ContentHash()
    let isThere = try? read(name) { (piece) throws(StoreError) in hash.update(piece) }
    return isThere ?? false ? hash.digest.description : nil
  }
}
