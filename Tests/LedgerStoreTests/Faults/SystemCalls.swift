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

  static let names = [
    "openat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "unlink",
    "unlinkat", "rmdir", "write", "writev", "pwrite64", "pwritev", "ftruncate", "fallocate",
    "fsync",
    "fdatasync", "copy_file_range", "sendfile", "lseek", "read",
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
    let (lines, ending) = try trace(program, arguments, ["-s", "4096"])
    var read = SystemCalls()
    var existing = existing
    for line in lines { read.read(line, &existing) }
    return (read.calls, ending)
  }

  /// One call that succeeded, as strace writes it.
  struct Line {
    var name: Substring
    /// What stands between its brackets.
    var words: Substring
    /// What the system answered.
    var result: Substring = ""
    /// The texts in quotation marks among them, as bytes.
    var texts: [[UInt8]] { SystemCalls.quoted(words) }
    /// The path behind the first descriptor.
    var descriptor: String? { SystemCalls.descriptor(words) }
    /// A path that is told whole or by a folder's descriptor and a name.
    func path(_ text: [UInt8]) -> String {
      SystemCalls.whole(String(decoding: text, as: UTF8.self), words)
    }
  }

  /// Runs a program under strace and gives its calls, whole, in order.
  static func trace(
    _ program: String, _ arguments: [String], _ options: [String]
  ) throws -> (lines: [Line], ending: Child.Ending) {
    let strace = try #require(Child.tool("strace"))
    let log = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-calls-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: log) }
    let ending = try Child.run(
      strace,
      ["-f", "-y", "-o", log.path, "-e", "trace=" + names.joined(separator: ",")] + options
        + [program] + arguments)
    return (lines(of: String(decoding: try Data(contentsOf: log), as: UTF8.self)), ending)
  }

  private static func lines(of text: String) -> [Line] {
    var lines: [Line] = []
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
      // Short calls are padded before their result.
      guard let open = call.firstIndex(of: "("),
        let result = call.range(of: " = ", options: .backwards),
        let end = call[..<result.lowerBound].lastIndex(of: ")"), open < end,
        !call[result.upperBound...].hasPrefix("-1")
      else { continue }
      lines.append(
        Line(
          name: call[..<open], words: call[call.index(after: open)..<end],
          result: call[result.upperBound...].prefix { $0 != " " }))
    }
    return lines
  }

  private mutating func read(_ line: Line, _ existing: inout Set<String>) {
    let words = line.words
    let texts = line.texts.map { String(decoding: $0, as: UTF8.self) }
    switch line.name {
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
      if let path = line.descriptor { calls.append(.synced(path)) }
    case "write" where words.hasPrefix("1<"): calls.append(.told)
    case "lseek", "read": break
    default:
      if let path = line.descriptor { calls.append(.written(path)) }
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
    return String(decoding: unescaped(words[words.index(after: open)..<end]), as: UTF8.self)
  }

  /// The texts in quotation marks.
  private static func quoted(_ words: Substring) -> [[UInt8]] {
    var texts: [[UInt8]] = []
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

  /// The bytes that strace writes as `\345`, or as `\xe5`.
  private static func unescaped(_ text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "x") {
        let digits = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
        bytes.append(UInt8(digits, radix: 16) ?? 0)
        rest = rest.dropFirst(3)
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
    return bytes
  }
}
