import Foundation
import OfficeFiles

/// Tells whether a file that is already there may be replaced by an output: only when its own content
/// shows that it is an earlier one, and that no office program saved it since.
///
/// A printed form of any paper may, because it can be printed again; a text only when it begins
/// like the new one, because nothing shows whether somebody went on writing in it.
enum EarlierOutput {
  /// Whether nothing of somebody else's is lost when an output replaces a file.
  ///
  /// - Parameters:
  ///   - old: The file that is there.
  ///   - new: The output.
  /// - Returns: Whether it may be replaced.
  static func isReplaceable(_ old: [UInt8], by new: [UInt8]) -> Bool {
    if old.isEmpty || old == new { return true }
    let zip = Array("PK".utf8)
    let pdf = Array("%PDF".utf8)
    if new.starts(with: zip) { return old.starts(with: zip) && isSamePackage(old, new) }
    if new.starts(with: pdf) {
      guard let subject = subject(of: new) else { return false }
      return old.starts(with: pdf) && subject == self.subject(of: old)
    }
    guard let head = head(of: new) else { return false }
    return head == self.head(of: old)
  }

  // MARK: - Texts

  /// What a text begins with that tells its kind: the title of a page, the name of a calendar, the
  /// first entry of a log, the headings of a table, the title of a paper.
  private static func head(of bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var lines = text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).makeIterator()
    var first = lines.next() ?? ""
    if first.hasPrefix("\u{FEFF}") { first = first.dropFirst() }
    if first == "<!DOCTYPE html>" {
      while let line = lines.next() {
        // The day it was made for is in brackets after the title.
        if line.contains("<title>") { return line.split(separator: "（").first.map(String.init) }
      }
      return nil
    }
    let names = ["BEGIN:VCALENDAR": "X-WR-CALNAME:", "{": "  \"kind\" : "]
    if let name = names[String(first)] {
      while let line = lines.next() {
        if line.hasPrefix(name) { return String(line) }
      }
      return nil
    }
    return first.contains { !$0.isWhitespace } ? String(first) : nil
  }

  // MARK: - Printed forms and workbooks

  /// The subject by which the program knows the printed forms that it made.
  static let mark = "xiaohao"

  /// Two packages of one kind: Word files with the program's mark, or workbooks with the same
  /// sheets; what an office program saved since says so in its properties.
  private static func isSamePackage(_ old: [UInt8], _ new: [UInt8]) -> Bool {
    guard let before = OfficeProperties(of: old), let after = OfficeProperties(of: new),
      before.application == after.application, before.sheets == after.sheets
    else { return false }
    if after.sheets != nil { return true }
    return after.subject == Array(mark.utf8) && before.subject == after.subject
  }

  /// The subject of a PDF, as it is written in the file.
  private static func subject(of bytes: [UInt8]) -> [UInt8]? {
    bytes.between("/Subject<", ">")
  }
}
