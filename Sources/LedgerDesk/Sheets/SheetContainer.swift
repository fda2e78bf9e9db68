import Foundation
import OfficeFiles

/// Sheets and evidence that came in one zip container.
enum SheetContainer {
  private static var limits: ReadLimits {
    var limits = ReadLimits()
    limits.partBytes = 4 << 30
    limits.ratio = 1100
    return limits
  }

  /// Whether a path is one of a container.
  static func isOne(_ path: String) -> Bool {
    (path as NSString).pathExtension.lowercased() == "zip"
  }

  /// The containers in a folder and the folders in it, in order of their paths.
  static func all(in folder: String) -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).filter { path in
      isOne(path) && !SystemFile.isOne(path)
    }.sorted().map { folder + "/" + $0 }
  }

  /// Unpacks a container into a folder of its own, which the caller removes.
  ///
  /// - Throws: ``DocumentReadError`` when it is damaged, encrypted or too large; nothing is left.
  static func unpack(_ path: String) throws(DocumentReadError) -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-\(UUID().uuidString)").path
    do throws(DocumentReadError) {
      try ZipArchive.withArchive(at: path, limits: limits) {
        (archive) throws(DocumentReadError) in
        for name in archive.names where !name.hasSuffix("/") && !SystemFile.isOne(name) {
          try write(name, of: archive, into: folder)
        }
      }
      return folder
    } catch {
      DraftFolder.remove(folder)
      throw error
    }
  }

  private static func write(
    _ name: String, of archive: ZipArchive, into folder: String
  ) throws(DocumentReadError) {
    let target = folder + "/" + name
    func fault() -> DocumentReadError {
      .damaged(file: (folder as NSString).lastPathComponent, part: name, detail: "disk")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw fault()
    }
    guard FileManager.default.createFile(atPath: target, contents: nil),
      let file = FileHandle(forWritingAtPath: target)
    else { throw fault() }
    defer { try? file.close() }
    _ = try archive.withPieces(of: name) { (piece) throws(DocumentReadError) in
      do {
        try file.write(contentsOf: Data(piece))
      } catch {
        throw fault()
      }
    }
  }
}
