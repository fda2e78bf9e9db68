import Foundation
import TaskLedger

/// Names inside of a submission, as every system opens them.
///
/// A task's folder, a clause's folder and a file together stay below 160 characters, so that a whole
/// path stays below the 240 that Windows can be relied on for, wherever the submission is unpacked.
package enum BundleName {
  /// The most characters, in UTF-16 units as Windows counts, of a task's folder.
  static let taskLimit = 28
  /// The most of a clause's folder.
  static let clauseLimit = 30
  /// The most of a file.
  static let fileLimit = 80
  /// The most bytes of any name, as Linux counts.
  static let byteLimit = 240

  /// What some system refuses in a name, and what parts folders.
  private static let refused: Set<Unicode.Scalar> = [
    "<", ">", ":", "\"", "/", "\\", "|", "?", "*",
  ]

  /// The names of devices, which Windows refuses with or without an extension.
  private static let devices: Set<String> = {
    var names: Set<String> = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
    for digit in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"] {
      names.formUnion(["com" + digit, "lpt" + digit])
    }
    return names
  }()

  /// A name that Windows, macOS and Linux take: no reserved characters or devices, no dot or space
  /// at its end, one line, composed characters, and no longer than the limit.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - limit: The most UTF-16 units.
  ///   - suffix: An extension with its dot, which stays whole.
  /// - Returns: The name; never empty.
  package static func part(_ text: String, limit: Int = fileLimit, suffix: String = "") -> String {
    let line = PrintableText.line(text).precomposedStringWithCanonicalMapping
    func isCut(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar.properties.isWhitespace }
    var name = ScalarText.trimmed(ScalarText.replacing(refused, in: line, with: "_"), isCut)
    name = ScalarText.prefix(of: name, limit: limit - suffix.utf16.count) { UTF16.width($0) }
    name = ScalarText.prefix(of: name, limit: byteLimit - suffix.utf8.count) { UTF8.width($0) }
    name = ScalarText.trimmed(name, atStart: false, isCut)
    if name.isEmpty { name = "_" }
    let stem = ScalarText.split(name, at: ".").first ?? name
    if devices.contains(stem.trimmingCharacters(in: .whitespaces).lowercased()) {
      name = "_" + name
    }
    return name + suffix
  }

  /// The extension of an original file with its dot, in lower case; empty when it has none that is
  /// plain.
  static func suffix(of fileName: String) -> String {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return "" }
    let suffix = fileName[fileName.index(after: dot)...]
    let isPlain =
      (1...8).contains(suffix.count)
      && suffix.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte)
      }
    return isPlain ? "." + suffix.lowercased() : ""
  }

  /// The folder of an item: that of its task, then that of its clause.
  static func folder(of item: Item) -> String {
    let number = item.task < 10 ? "0\(item.task)" : "\(item.task)"
    let task = item.taskTitle.isEmpty ? "本校自定" : item.taskTitle
    let clause = item.clause.map { "\($0)" } ?? "\(item.id)"
    return part("\(number) \(task)", limit: taskLimit) + "/"
      + part("\(clause) \(item.content.prefix(60))", limit: clauseLimit)
  }

  /// The file of a piece of evidence: number, name and the extension of the original.
  static func file(of evidence: Evidence, note: String = "", suffix: String? = nil) -> String {
    let suffix = suffix ?? self.suffix(of: evidence.fileName)
    var title = evidence.title
    if title.lowercased().hasSuffix(suffix), !suffix.isEmpty {
      title.removeLast(suffix.count)
    }
    let number = "\(evidence.number) "
    return part(number + title, limit: fileLimit - note.utf16.count, suffix: note + suffix)
  }
}
