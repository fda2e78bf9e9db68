import Foundation
import LedgerStore
import OfficeFiles
import TaskLedger

/// The files of a submission, read from a container or from a folder.
///
/// What systems and office programs left among them (``SystemFile``) is passed over: the list of
/// digests never names such a file.
struct BundleSource {
  /// The paths, sorted; folders are left out.
  let names: [String]
  /// What cannot belong to it: neither a file nor a folder, or beside the folder it lies in.
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
      let root = root(among: archive.names)
      let all = archive.names.filter { !$0.hasSuffix("/") && !SystemFile.isOne($0) }
      let inside = all.filter { $0.utf8.starts(with: root.utf8) }.map {
        String(decoding: $0.utf8.dropFirst(root.utf8.count), as: UTF8.self)
      }
      let beside = all.filter { !$0.utf8.starts(with: root.utf8) }
      return try body(
        BundleSource(names: inside.sorted(), strange: beside.sorted()) {
          (name, take) throws(DeskError) in
          var refusal: DeskError?
          do throws(DocumentReadError) {
            return try archive.withPieces(of: root + name) { (piece) throws(DocumentReadError) in
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

  /// The lists of digests in a container: one for each submission in it.
  static func lists(among names: [String]) -> [String] {
    names.filter { !SystemFile.isOne($0) && ScalarText.split($0, at: "/").last == BundleFile.sums }
  }

  /// The folder of a container in which its submission lies, with a slash at its end: people pack a
  /// folder as often as what is in it.
  private static func root(among names: [String]) -> String {
    let lists = lists(among: names)
    guard let list = lists.first, lists.count == 1 else { return "" }
    return String(decoding: list.utf8.dropLast(BundleFile.sums.utf8.count), as: UTF8.self)
  }

  private static func folder(_ path: String) -> BundleSource {
    var names: [String] = []
    var strange: [String] = []
    for name in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? [] {
      var status = stat()
      guard !SystemFile.isOne(name), lstat(path + "/" + name, &status) == 0 else { continue }
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
