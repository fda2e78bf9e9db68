import CZip
package import Foundation

/// Builds zip containers in memory for tests: office files kept as folders or written as parts.
package struct ZipFixture {
  /// One entry of the container.
  package struct Entry {
    /// The name inside of the container.
    package var name: String
    /// The content.
    package var bytes: [UInt8]

    /// Creates an entry.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Why a container could not be built.
  package struct Failure: Error, CustomStringConvertible {
    /// What minizip said.
    package var description: String
  }

  /// The entries in their order; names may repeat.
  package var entries: [Entry]
  /// Whether every entry says that it is encrypted.
  package var isEncrypted = false

  /// Creates a container of entries.
  package init(_ entries: [Entry]) { self.entries = entries }

  /// Creates a container of text parts.
  package init(parts: [(String, String)]) {
    entries = parts.map { Entry(name: $0.0, bytes: Array($0.1.utf8)) }
  }

  /// Creates a container of the files of a folder, in the order of their names.
  package init(folder: URL) throws {
    let root = folder.resolvingSymlinksInPath().path
    let names = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
    entries = try names.compactMap { name in
      let url = URL(fileURLWithPath: root).appendingPathComponent(name)
      if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { return nil }
      return Entry(name: name, bytes: [UInt8](try Data(contentsOf: url)))
    }
  }

  /// The bytes of the container, the same for the same entries.
  package func bytes() throws -> [UInt8] {
    let path = NSTemporaryDirectory() + "zip-fixture-\(UUID().uuidString)"
    defer { unlink(path) }
    guard let archive = zipOpen64(path, APPEND_STATUS_CREATE) else {
      throw Failure(description: "cannot create")
    }
    var info = zip_fileinfo()
    info.dosDate = (1 << 5 | 1) << 16
    let flags: UInt = 1 << 11 | (isEncrypted ? 1 : 0)
    for entry in entries {
      let isWritten = entry.bytes.withUnsafeBytes { content in
        zipOpenNewFileInZip4_64(
          archive, entry.name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, 6, 0, -MAX_WBITS,
          DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nil, 0, 0, flags, 0) == ZIP_OK
          && zipWriteInFileInZip(archive, content.baseAddress, UInt32(content.count)) == ZIP_OK
          && zipCloseFileInZip(archive) == ZIP_OK
      }
      guard isWritten else { throw Failure(description: entry.name) }
    }
    guard zipClose(archive, nil) == ZIP_OK else { throw Failure(description: "cannot close") }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
