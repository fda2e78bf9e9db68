import TaskLedger
import Testing

/// What people and documents wrote is made harmless before it is shown, stored or used as a name.
///
/// Source: product description, Papers (what is printed is what was written) and Sheets.
struct PrintableTextTests {
  /// Scalars that show nothing and change how a text is shown, by their first and last.
  private static let hidden: [ClosedRange<UInt32>] = [
    0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0x061C...0x061C,
    0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF...0xFEFF, 0xFDD0...0xFDEF,
    0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0x1FFFE...0x1FFFF, 0xE0000...0xE007F, 0x10FFFE...0x10FFFF,
  ]

  /// Scalars beside them, which stay: Latin with marks, Arabic, dashes, quotation marks, full-width
  /// forms, Han beyond the first plane, emoji.
  private static let shown: [UInt32] = [
    0x20, 0x7E, 0xA0, 0xFF, 0x061B, 0x061D, 0x200A, 0x2010, 0x2014, 0x201C, 0x2027, 0x205F, 0x2070,
    0x3000, 0x4E00, 0xFEFE, 0xFF01, 0xFF5E, 0xFDCF, 0xFDF0, 0xFFFC, 0x1F600, 0x20000, 0x2A6DF,
    0xE0080,
  ]

  private static func text(_ value: UInt32) throws -> String {
    "甲\(Character(try #require(Unicode.Scalar(value))))乙"
  }

  @Test func `what hides is dropped, wherever its range begins and ends`() throws {
    for range in Self.hidden {
      for value in [range.lowerBound, range.upperBound] {
        let text = try Self.text(value)
        let name = String(value, radix: 16)
        #expect(PrintableText.line(text) == "甲乙", "\(name)")
        #expect(PrintableText.block(text) == "甲乙", "\(name)")
        #expect(PrintableText.holdsHidden(text), "\(name)")
      }
    }
  }

  @Test func `what shows stays`() throws {
    for value in Self.shown {
      let text = try Self.text(value)
      let name = String(value, radix: 16)
      #expect(PrintableText.line(text).unicodeScalars.elementsEqual(text.unicodeScalars), "\(name)")
      #expect(
        PrintableText.block(text).unicodeScalars.elementsEqual(text.unicodeScalars), "\(name)")
      #expect(!PrintableText.holdsHidden(text), "\(name)")
      #expect(PrintableText.cleanedJSON(text) == text && PrintableText.escapedJSON(text) == text)
    }
  }

  @Test func `the bytes that begin what hides are all looked at`() throws {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), PrintableText.isHidden(scalar) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      let isSeen = bytes.withUnsafeBufferPointer { PrintableText.mayNeedCleaning($0) }
      if !isSeen { Issue.record("\(String(value, radix: 16)) is passed over") }
    }
  }

  @Test(arguments: [
    ("甲\n乙", "甲 乙", "甲\n乙"), ("甲\r\n乙", "甲 乙", "甲\n乙"), ("甲\r乙", "甲 乙", "甲\n乙"),
    ("甲\n\n乙", "甲 乙", "甲\n\n乙"), ("甲\t乙", "甲 乙", "甲 乙"), ("甲\u{2028}乙", "甲 乙", "甲\n乙"),
    ("甲\u{2029}乙", "甲 乙", "甲\n乙"), ("甲\u{85}乙", "甲 乙", "甲\n乙"), ("甲 \n乙", "甲 乙", "甲 \n乙"),
    ("\n", " ", "\n"), ("", "", ""),
  ])
  func `line breaks are one space on a line and one break in a block`(
    text: String, line: String, block: String
  ) {
    #expect(PrintableText.line(text) == line)
    #expect(PrintableText.block(text) == block)
  }

  @Test(arguments: [
    ("会议纪要.pdf", "会议纪要.pdf"), ("C:\\材料\\会议纪要.pdf", "会议纪要.pdf"), ("a/b/c.docx", "c.docx"),
    ("纪要?*<>|\".pdf", "纪要______.pdf"), ("a:b.pdf", "a_b.pdf"), ("  纪要.pdf. ", "纪要.pdf"),
    ("纪要\u{202E}fdp.exe", "纪要fdp.exe"), ("..", "unnamed"), ("", "unnamed"), ("/", "unnamed"),
    (" ", "unnamed"), ("纪\n要.pdf", "纪 要.pdf"),
  ])
  func `a file's name is safe on every machine and never empty`(name: String, safe: String) {
    #expect(PrintableText.fileName(name) == safe)
  }

  @Test func `a long name is cut before its extension`() {
    let long = String(repeating: "纪", count: 130)
    #expect(PrintableText.fileName(long + ".pdf") == String(repeating: "纪", count: 116) + ".pdf")
    #expect(PrintableText.fileName(long) == String(repeating: "纪", count: 120))
    let exact = String(repeating: "纪", count: 116) + ".pdf"
    #expect(PrintableText.fileName(exact) == exact)
    let longSuffix = long + ".backup-2020"
    #expect(PrintableText.fileName(longSuffix).count == 120)
    #expect(PrintableText.fileName(long + ".123456789").hasSuffix(".123456789"))
  }

  @Test func `JSON shows what hides as an escape, and is cleaned without it`() {
    let text = "{\"a\":\"甲\u{202E}乙\u{85}\u{E0001}\"}"
    #expect(PrintableText.escapedJSON(text) == #"{"a":"甲\u202e乙\u0085\udb40\udc01"}"#)
    #expect(PrintableText.cleanedJSON(text) == #"{"a":"甲乙\n"}"#)
    let plain = "{\"a\":\"甲\"}\n"
    #expect(PrintableText.escapedJSON(plain) == plain)
    #expect(PrintableText.cleanedJSON(plain) == plain)
  }

  @Test(arguments: [
    ("综合成绩前30%以内", 8, "综合成绩前…"), ("综合成绩前30%以内", 10, "综合成绩前30%以内"),
    ("全校统一安排部署", 5, "全校统一…"), ("第一行\n第二行第三行", 6, "第一行 第…"), ("2020", 3, "20…"),
  ])
  func `a beginning is never cut within a figure`(text: String, limit: Int, head: String) {
    #expect(PrintableText.head(text, limit: limit) == head)
  }
}
