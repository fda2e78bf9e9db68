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
    /// What libzip said.
    package var description: String
  }

  /// The entries in their order; names may repeat.
  package var entries: [Entry]
  /// When set, every entry is encrypted with this password.
  package var password: String?

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
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else {
      throw Failure(description: String(cString: zip_error_strerror(&failure)))
    }
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), &failure) else {
      throw Failure(description: String(cString: zip_error_strerror(&failure)))
    }
    var copies: [UnsafeMutableRawBufferPointer] = []
    defer { for copy in copies { copy.deallocate() } }
    // libzip refuses to add a name twice, so repeated ones are renamed in the bytes afterwards.
    var renames: [(from: String, to: String)] = []
    var seen: Set<String> = []
    for entry in entries {
      var name = entry.name
      if !seen.insert(name).inserted {
        name = "\u{7E}" + name.dropFirst()
        renames.append((name, entry.name))
      }
      let copy = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(entry.bytes.count, 1), alignment: 1)
      copy.copyBytes(from: entry.bytes)
      copies.append(copy)
      let source = zip_source_buffer(archive, copy.baseAddress, UInt64(entry.bytes.count), 0)
      let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        throw Failure(description: String(cString: zip_strerror(archive)))
      }
      zip_file_set_mtime(archive, UInt64(index), 1_595_116_800, 0)
      if let password {
        zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password)
      }
    }
    guard zip_close(archive) == 0 else {
      throw Failure(description: String(cString: zip_strerror(archive)))
    }
    var bytes = try Self.content(of: target)
    for (from, to) in renames { bytes = Self.replace(from, with: to, in: bytes) }
    return bytes
  }

  private static func content(of source: OpaquePointer) throws -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw Failure(description: "cannot reopen") }
    defer { zip_source_close(source) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &piece, UInt64(piece.count))
      if count < 0 { throw Failure(description: "cannot read back") }
      if count == 0 { return bytes }
      bytes += piece[..<Int(count)]
    }
  }

  private static func replace(_ from: String, with to: String, in bytes: [UInt8]) -> [UInt8] {
    let from = Array(from.utf8)
    let to = Array(to.utf8)
    var bytes = bytes
    var index = 0
    while index + from.count <= bytes.count {
      if bytes[index] == from[0], Array(bytes[index..<index + from.count]) == from {
        bytes.replaceSubrange(index..<index + from.count, with: to)
      }
      index += 1
    }
    return bytes
  }
}
