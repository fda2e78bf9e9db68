import Foundation
import TestSupport

/// A disk after a power cut in the middle of its work: of what was not waited for, every write is
/// there or not or torn at a sector, each by itself, and every folder has lost some of its last
/// names.
struct TornDisk {
  /// The bytes that a disk writes whole or not at all.
  private static let sector = 512

  /// What was done to the content of a file.
  private enum Change {
    case write(at: Int, [UInt8])
    case size(Int)
  }

  /// A file or a folder: what the disk has for certain, and what it was told since.
  private struct Node {
    var isFolder: Bool
    var bytes: [UInt8] = []
    var changes: [Change] = []
    var names: [String: Int] = [:]
    var renamings: [(name: String, node: Int?)] = []
  }

  /// What a power cut leaves.
  enum Fate {
    /// What was waited for, and nothing else.
    case nothingMore
    /// Everything that was told.
    case everything
    /// As chance has it.
    case chance(SplitMix64)
  }

  private let root: String
  private var nodes: [Node] = [Node(isFolder: true)]
  /// Where the next write goes, by descriptor and path, once a program has sought a place; else at
  /// the end.
  private var positions: [Substring: Int] = [:]
  /// What was said on standard output.
  private(set) var told = ""
  /// Whether something was told that the disk does not yet have.
  var isUnsettled: Bool {
    nodes.contains { !$0.changes.isEmpty || !$0.renamings.isEmpty }
  }

  /// A disk that has everything that lies in a folder now.
  init(root: String) throws {
    self.root = root
    for path in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() {
      var isFolder: ObjCBool = false
      let whole = root + "/" + path
      _ = FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
      guard let (folder, name) = place(of: whole) else { continue }
      var node = Node(isFolder: isFolder.boolValue)
      if !isFolder.boolValue {
        node.bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: whole)))
      }
      nodes.append(node)
      nodes[folder].names[name] = nodes.count - 1
    }
  }

  // MARK: - What the program sees

  private func names(in folder: Int) -> [String: Int] {
    var names = nodes[folder].names
    for (name, node) in nodes[folder].renamings { names[name] = node }
    return names
  }

  private func node(at path: String) -> Int? {
    guard path == root || path.hasPrefix(root + "/") else { return nil }
    return path.dropFirst(root.count).split(separator: "/").reduce(0) { folder, name in
      folder.flatMap { names(in: $0)[String(name)] }
    }
  }

  /// The folder and the name of a path below the root.
  private func place(of path: String) -> (folder: Int, name: String)? {
    let path = path as NSString
    guard (path as String) != root, let folder = node(at: path.deletingLastPathComponent)
    else { return nil }
    return (folder, path.lastPathComponent)
  }

  // MARK: - What the program does

  /// A call that this disk does not know changed something.
  struct Unknown: Error { var call: String }

  /// Takes in the next call.
  mutating func take(_ line: SystemCalls.Line) throws {
    let paths = line.texts.map(line.path)
    switch line.name {
    case "openat":
      guard line.words.contains("O_CREAT"), let path = paths.first else { return }
      if node(at: path) == nil { make(path, isFolder: false) }
      if line.words.contains("O_TRUNC") { change(path, .size(0)) }
      positions = positions.filter { !$0.key.hasSuffix("<\(path)>") }
    case "lseek":
      guard let path = line.descriptor, node(at: path) != nil else { return }
      guard let place = Int(line.result) else { throw Unknown(call: String(line.words)) }
      positions[line.words.prefix { $0 != "," }] = place
    case "read":
      let descriptor = line.words.prefix { $0 != "," }
      if let place = positions[descriptor] {
        positions[descriptor] = place + (Int(line.result) ?? 0)
      }
    case "mkdir", "mkdirat": if let path = paths.first { make(path, isFolder: true) }
    case "rename", "renameat", "renameat2", "link", "linkat":
      guard paths.count == 2, let node = node(at: paths[0]) else { return }
      name(node, paths[1])
      if line.name.hasPrefix("rename") { name(nil, paths[0]) }
    case "unlink", "unlinkat", "rmdir":
      if let path = paths.first, node(at: path) != nil { name(nil, path) }
    case "fsync", "fdatasync": if let path = line.descriptor { sync(path) }
    case "write" where line.words.hasPrefix("1<"):
      told += String(decoding: line.texts.first ?? [], as: UTF8.self)
    case "write":
      guard let path = line.descriptor, let node = node(at: path), let bytes = line.texts.first
      else { return }
      let descriptor = line.words.prefix { $0 != "," }
      let place = positions[descriptor] ?? Self.content(of: nodes[node]).count
      change(path, .write(at: place, bytes))
      if positions[descriptor] != nil { positions[descriptor] = place + bytes.count }
    case "pwrite64":
      guard let path = line.descriptor, node(at: path) != nil else { return }
      guard let offset = line.words.split(separator: ", ").last.flatMap({ Int($0) }),
        let bytes = line.texts.first
      else { throw Unknown(call: String(line.words)) }
      change(path, .write(at: offset, bytes))
    case "ftruncate":
      guard let path = line.descriptor, node(at: path) != nil else { return }
      guard let size = line.words.split(separator: ", ").last.flatMap({ Int($0) })
      else { throw Unknown(call: String(line.words)) }
      change(path, .size(size))
    default:
      if let path = line.descriptor, node(at: path) != nil {
        throw Unknown(call: "\(line.name) \(path)")
      }
    }
  }

  private mutating func make(_ path: String, isFolder: Bool) {
    guard let (folder, name) = place(of: path) else { return }
    nodes.append(Node(isFolder: isFolder))
    nodes[folder].renamings.append((name, nodes.count - 1))
  }

  private mutating func name(_ node: Int?, _ path: String) {
    guard let (folder, name) = place(of: path) else { return }
    nodes[folder].renamings.append((name, node))
  }

  private mutating func change(_ path: String, _ change: Change) {
    if let node = node(at: path) { nodes[node].changes.append(change) }
  }

  private mutating func sync(_ path: String) {
    guard let node = node(at: path) else { return }
    nodes[node].names = names(in: node)
    nodes[node].renamings = []
    nodes[node].bytes = Self.content(of: nodes[node])
    nodes[node].changes = []
  }

  private static func content(of node: Node) -> [UInt8] {
    node.changes.reduce(into: node.bytes) { bytes, change in
      switch change {
      case .size(let size): resize(&bytes, size)
      case .write(let offset, let new): write(new[...], at: offset, to: &bytes)
      }
    }
  }

  private static func resize(_ bytes: inout [UInt8], _ size: Int) {
    if size < bytes.count {
      bytes.removeLast(bytes.count - size)
    } else {
      bytes += [UInt8](repeating: 0, count: size - bytes.count)
    }
  }

  private static func write(_ new: ArraySlice<UInt8>, at offset: Int, to bytes: inout [UInt8]) {
    if bytes.count < offset + new.count { resize(&bytes, offset + new.count) }
    bytes.replaceSubrange(offset..<offset + new.count, with: new)
  }

  // MARK: - What is left

  /// Writes what a power cut leaves to a new folder.
  func leave(_ fate: Fate, in folder: String) throws {
    var fate = fate
    try leave(0, as: folder, &fate)
  }

  private func leave(_ number: Int, as path: String, _ fate: inout Fate) throws {
    let node = nodes[number]
    guard node.isFolder else {
      return try Data(Self.left(of: node, &fate)).write(to: URL(fileURLWithPath: path))
    }
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var names = node.names
    for (name, node) in node.renamings.prefix(fate.count(of: node.renamings.count)) {
      names[name] = node
    }
    for (name, node) in names.sorted(by: { $0.key < $1.key }) {
      try leave(node, as: path + "/" + name, &fate)
    }
  }

  private static func left(of node: Node, _ fate: inout Fate) -> [UInt8] {
    var bytes = node.bytes
    for change in node.changes {
      switch change {
      case .size(let size): if fate.isKept() { resize(&bytes, size) }
      case .write(let offset, let new):
        // Sectors of the file, so that the first and last of a write may be parts of one.
        var start = 0
        let isWhole = fate.isWhole()
        while start < new.count {
          let end = min(new.count, start + sector - (offset + start) % sector)
          if isWhole ?? fate.isKept() { write(new[start..<end], at: offset + start, to: &bytes) }
          start = end
        }
      }
    }
    return bytes
  }
}

extension TornDisk.Fate {
  /// How many of so many changes are kept, from the first on.
  fileprivate mutating func count(of count: Int) -> Int {
    switch self {
    case .nothingMore: return 0
    case .everything: return count
    case .chance(var random):
      defer { self = .chance(random) }
      return Int.random(in: 0...count, using: &random)
    }
  }

  /// Whether a change is kept.
  fileprivate mutating func isKept() -> Bool { count(of: 1) == 1 }

  /// Whether a write is there or not; nil when it is torn.
  fileprivate mutating func isWhole() -> Bool? {
    let number = count(of: 2)
    switch self {
    case .nothingMore: return false
    case .everything: return true
    case .chance: return number == 2 ? nil : number == 1
    }
  }
}
