import Foundation
import LedgerStore

/// A folder that nobody else can read, for as long as an answer or a form needs it.
struct TemporaryFolder: Sendable {
  /// The whole path.
  let path: String
  /// The folder around it, whose name nobody else can guess.
  let root: String

  /// Makes the folder.
  ///
  /// - Parameter name: What messages call the folder.
  /// - Throws: `CocoaError` when the disk refuses.
  init(named name: String) throws {
    var pattern = Array((NSTemporaryDirectory() + "/xiaohao-XXXXXX").utf8CString)
    guard mkdtemp(&pattern) != nil else { throw CocoaError(.fileWriteUnknown) }
    root = String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = root + "/" + name
    guard mkdir(path, 0o700) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Copies a file that is whole on the disk; of two with one name the second gets a number.
  func add(_ file: EvidenceVault.StagedFile) throws {
    let name = file.fileName as NSString
    var target = "\(path)/\(name)"
    var count = 1
    while FileManager.default.fileExists(atPath: target) {
      count += 1
      let ending = name.pathExtension.isEmpty ? "" : "." + name.pathExtension
      target = "\(path)/\(name.deletingPathExtension)(\(count))\(ending)"
    }
    try FileManager.default.copyItem(atPath: file.path, toPath: target)
  }

  /// What is looked at: the folder, and the containers in it.
  func inputs() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    let containers = names.filter { ($0 as NSString).pathExtension.lowercased() == "zip" }
    return (containers.count == names.count ? [] : [path]) + containers.map { "\(path)/\($0)" }
  }

  /// Removes it with all that is in it.
  func remove() { try? FileManager.default.removeItem(atPath: root) }
}
