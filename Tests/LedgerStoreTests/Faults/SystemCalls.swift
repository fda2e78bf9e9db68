import Foundation
import Testing

/// What a program told the system to do with files, recorded from outside by strace.
struct SystemCalls {
  /// One call, as far as durability depends on it; calls that failed are left out.
  enum Call: Equatable {
    /// A file or folder got a name.
    case made(String)
    /// The content of a file was changed.
    case written(String)
    /// A file's content, or a folder's names, were waited for until the disk had them.
    case synced(String)
    /// A name was taken over by another.
    case renamed(String, to: String)
    /// A file got a second name.
    case linked(String, to: String)
    /// A name was removed.
    case removed(String)
    /// Something was said on standard output.
    case told
  }

  /// The calls in order.
  private(set) var calls: [Call] = []

  /// Whether calls can be recorded here.
  static let isPossible: Bool = {
    guard let strace = Child.tool("strace") else { return false }
    return (try? Child.run(strace, ["-o", "/dev/null", "/bin/true"]))?.status == 0
  }()
  /// What a test says that is skipped.
  static let absence: Comment =
    "needs strace that may trace; scripts/setup.sh --tests installs it"

  private static let names = [
    "openat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "unlink",
    "unlinkat", "rmdir", "write", "writev", "pwrite64", "pwritev", "ftruncate", "fallocate",
    "fsync",
    "fdatasync", "copy_file_range", "sendfile",
  ]

  /// Runs a program and records its calls.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - arguments: Its arguments.
  ///   - existing: The files that are there before.
  /// - Returns: The calls and how the program ended.
  /// - Throws: What starting it throws.
  static func record(
    _ program: String, _ arguments: [String], existing: Set<String>
  ) throws -> (calls: [Call], ending: Child.Ending) {
    let strace = try #require(Child.tool("strace"))
    let log = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-calls-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: log) }
    let ending = try Child.run(
      strace,
      ["-f", "-y", "-s", "4096", "-o", log.path, "-e", "trace=" + names.joined(separator: ",")]
        + [program] + arguments)
    var read = SystemCalls()
    read.read(String(decoding: try Data(contentsOf: log), as: UTF8.self), existing)
    return (read.calls, ending)
  }

  private mutating func read(_ text: String, _ existing: Set<String>) {
    var existing = existing
    var begun: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      let process = line[..<space]
      var call = line[space...].drop { $0 == " " }
      if let cut = call.range(of: " <unfinished ...>") {
        begun[process] = call[..<cut.lowerBound]
        continue
      }
      if call.hasPrefix("<..."), let end = call.range(of: " resumed>") {
        call = Substring(String(begun.removeValue(forKey: process) ?? "") + call[end.upperBound...])
      }
      read(call, &existing)
    }
  }

  private mutating func read(_ call: Substring, _ existing: inout Set<String>) {
    // Short calls are padded before their result.
    guard let open = call.firstIndex(of: "("),
      let result = call.range(of: " = ", options: .backwards),
      let end = call[..<result.lowerBound].lastIndex(of: ")"), open < end,
      !call[result.upperBound...].hasPrefix("-1")
    else { return }
    let words = call[call.index(after: open)..<end]
    let texts = Self.quoted(words)
    switch call[..<open] {
    case "openat":
      guard words.contains("O_CREAT"), let path = texts.first else { return }
      if existing.insert(path).inserted { calls.append(.made(path)) }
      if words.contains("O_TRUNC") { calls.append(.written(path)) }
    case "mkdir", "mkdirat":
      if let path = texts.first, existing.insert(path).inserted { calls.append(.made(path)) }
    case "rename", "renameat", "renameat2":
      guard texts.count == 2 else { return }
      existing.insert(texts[1])
      calls.append(.renamed(texts[0], to: texts[1]))
    case "link", "linkat":
      guard texts.count == 2 else { return }
      existing.insert(texts[1])
      calls.append(.linked(texts[0], to: texts[1]))
    case "unlink", "unlinkat", "rmdir":
      guard let path = texts.first.map({ Self.whole($0, words) }) else { return }
      existing.remove(path)
      calls.append(.removed(path))
    case "fsync", "fdatasync":
      if let path = Self.descriptor(words) { calls.append(.synced(path)) }
    case "write" where words.hasPrefix("1<"): calls.append(.told)
    default:
      if let path = Self.descriptor(words) { calls.append(.written(path)) }
    }
  }

  /// A path that is told by a folder's descriptor and a name.
  private static func whole(_ path: String, _ words: Substring) -> String {
    path.hasPrefix("/") ? path : (descriptor(words) ?? "") + "/" + path
  }

  /// The path behind the first descriptor: `5</tmp/x>`.
  private static func descriptor(_ words: Substring) -> String? {
    guard let open = words.firstIndex(of: "<"), let end = words.firstIndex(of: ">"), open < end
    else { return nil }
    return unescaped(words[words.index(after: open)..<end])
  }

  /// The texts in quotation marks.
  private static func quoted(_ words: Substring) -> [String] {
    var texts: [String] = []
    var text: String?
    var isEscaped = false
    for character in words {
      if isEscaped {
        text?.append(character)
        isEscaped = false
      } else if character == "\"" {
        if let whole = text { texts.append(unescaped(whole[...])) }
        text = text == nil ? "" : nil
      } else {
        text?.append(character)
        isEscaped = character == "\\" && text != nil
      }
    }
    return texts
  }

  /// The bytes that strace writes as `\345`.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(3).prefix { (0x30...0x37).contains($0) }
      if digits.isEmpty {
        if let next = rest.popFirst() { bytes.append(next) }
      } else {
        bytes.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }))
        rest = rest.dropFirst(digits.count)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A disk that keeps only what was waited for: says what a power cut would take away.
struct ForgetfulDisk {
  /// The folder that is watched, with all below it.
  let root: String
  /// The files whose content is not on the disk.
  private(set) var contents: Set<String> = []
  /// The folders that hold names which are not on the disk.
  private(set) var folders: Set<String> = []
  /// What was done in an order that a power cut can turn into loss.
  private(set) var faults: [String] = []
  /// How often something was told, with the log written before.
  private(set) var acknowledged = 0

  init(root: String) { self.root = root }

  /// What a power cut would take away now.
  var losses: [String] {
    contents.filter { !Self.isDraft($0) }.sorted()
      + folders.filter { !Self.isDraft($0) }.sorted().map { $0 + "/" }
  }

  /// Files on their way, whose loss loses nothing.
  private static func isDraft(_ path: String) -> Bool {
    path.contains("/.staging") || path.contains("/ledger.sqlite.new-")
      || path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private func isWatched(_ path: String) -> Bool { path == root || path.hasPrefix(root + "/") }
  private func parent(_ path: String) -> String { (path as NSString).deletingLastPathComponent }

  /// Takes in the next call.
  mutating func take(_ call: SystemCalls.Call) {
    switch call {
    case .made(let path) where isWatched(path): folders.insert(parent(path))
    case .written(let path) where isWatched(path): write(path)
    case .synced(let path):
      contents.remove(path)
      folders.remove(path)
    case .renamed(let source, let target) where isWatched(target):
      check(source, before: "renamed to \(target)")
      folders.insert(parent(target))
      move(source, target)
    case .linked(let source, let target) where isWatched(target):
      check(source, before: "named \(target)")
      folders.insert(parent(target))
    case .removed(let path) where isWatched(path):
      contents.remove(path)
      folders.remove(path)
      // The end of the journal is the end of the commit; another file left over loses nothing.
      if path.hasSuffix(".sqlite-journal") { folders.insert(parent(path)) }
    case .told:
      acknowledged += 1
      if !losses.isEmpty { faults.append("told before the disk had \(losses)") }
    case .made, .written, .renamed, .linked, .removed: break
    }
  }

  private mutating func write(_ path: String) {
    if path.hasSuffix("/ledger.sqlite") {
      if contents.contains(path + "-journal") {
        faults.append("the log was written before its journal was on the disk")
      }
      let evidence = (contents.union(folders)).filter {
        $0.hasPrefix(parent(path) + "/evidence") && !Self.isDraft($0)
      }
      if !evidence.isEmpty {
        faults.append("the log was written before the disk had \(evidence.sorted())")
      }
    }
    contents.insert(path)
  }

  /// What takes its name must be whole on the disk.
  private mutating func check(_ source: String, before act: String) {
    let open = contents.union(folders).filter { $0 == source || $0.hasPrefix(source + "/") }
    if !open.isEmpty { faults.append("\(open.sorted()) not on the disk when \(act)") }
  }

  private mutating func move(_ source: String, _ target: String) {
    func moved(_ path: String) -> String {
      path == source || path.hasPrefix(source + "/")
        ? target + path.dropFirst(source.count) : path
    }
    contents = Set(contents.map(moved))
    folders = Set(folders.map(moved))
  }
}
