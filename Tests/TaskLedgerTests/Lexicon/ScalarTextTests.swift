import TaskLedger
import Testing

/// What escapes or cuts text for an output looks at code points, as whoever reads the output does.
struct ScalarTextTests {
  /// A combining mark behind a sign makes another character of it and hides nothing from a reader.
  private static let accent = "\u{301}"

  @Test(arguments: [
    ("<b>", "&lt;b&gt;"), ("a & b", "a &amp; b"), ("\"甲\" '乙'", "&quot;甲&quot; &#39;乙&#39;"),
    ("<\(accent)script>", "&lt;\(accent)script&gt;"), ("&amp;", "&amp;amp;"), ("甲乙", "甲乙"),
    ("", ""),
    ("\u{0600}<", "\u{0600}&lt;"),
  ])
  func `nothing in HTML opens a tag or ends an attribute`(text: String, html: String) {
    #expect(ScalarText.html(text).unicodeScalars.elementsEqual(html.unicodeScalars))
  }

  @Test(arguments: [
    ("a|b", ["a", "b"]), ("a|\(accent)b", ["a", "\(accent)b"]), ("|", ["", ""]), ("", [""]),
    ("ab", ["ab"]),
    ("a||b|", ["a", "", "b", ""]),
  ])
  func `a text is split at every mark, whatever joins it`(text: String, parts: [String]) {
    #expect(ScalarText.split(text, at: "|") == parts)
  }

  @Test func `marks are found and replaced, whatever joins them`() {
    let text = "甲*\(Self.accent)乙?"
    #expect(ScalarText.contains(["*"], in: text))
    #expect(!ScalarText.contains(["|"], in: text))
    #expect(
      ScalarText.replacing(["*", "?"], in: text, with: "_").unicodeScalars
        .elementsEqual("甲_\(Self.accent)乙_".unicodeScalars))
    #expect(ScalarText.replacing(in: "abc") { $0 == "b" ? "" : nil } == "ac")
  }

  @Test(arguments: [
    ("  甲 乙  ", true, "甲 乙"), ("  甲 乙  ", false, "  甲 乙"), ("   ", true, ""), ("", true, ""),
  ])
  func `only the ends are trimmed`(text: String, atStart: Bool, trimmed: String) {
    #expect(ScalarText.trimmed(text, atStart: atStart) { $0 == " " } == trimmed)
  }

  @Test(arguments: [
    (0, ""), (1, "a"), (2, "a"), (3, "a"), (4, "a甲"), (5, "a甲"), (7, "a甲乙"), (99, "a甲乙"),
  ])
  func `the longest beginning within a limit of bytes`(limit: Int, beginning: String) {
    #expect(ScalarText.prefix(of: "a甲乙", limit: limit) { $0.utf8.count } == beginning)
  }

  @Test func `without a measure each code point counts once`() {
    #expect(ScalarText.prefix(of: "甲乙丙", limit: 2) == "甲乙")
    #expect(ScalarText.prefix(of: "甲乙丙", limit: 3) == "甲乙丙")
    #expect(ScalarText.prefix(of: "甲乙丙", limit: 0) == "")
  }
}

/// Characters that look like others and are not them.
///
/// Source: product description, Who uses it (scanning faults of the real plan).
struct RadicalTests {
  @Test(arguments: [
    ("⽉底前", "月底前"), ("部⻔", "部门"), ("⼀⼆三", "一二三"), ("⾏政⽂件", "行政文件"), ("⻓期坚持", "长期坚持"), ("⻚", "页"),
    ("\u{F9D1}", "六"),
    ("\u{FA0C}", "兀"), ("2020年6月", "2020年6月"), ("“学生会”——简称", "“学生会”——简称"), ("", ""),
    ("①②（一）", "①②（一）"), ("，、：", "，、："),
    ("⿕", "龠"), ("⺀", "冫"),
  ])
  func `a radical becomes the character it stands for, all else stays`(text: String, plain: String)
  {
    let found = TextFolding.withoutRadicals(text)
    #expect(found.unicodeScalars.elementsEqual(plain.unicodeScalars))
  }

  @Test func `every radical has its character`() {
    // Signs that Unicode never gave out stay as they are.
    let unassigned: Set<UInt32> = [0x2E9A, 0x2EF4, 0x2EF5, 0x2EF6, 0x2EF7, 0x2EF8, 0x2EF9, 0x2EFA]
    var left: [UInt32] = []
    for value in Array(UInt32(0x2F00)...0x2FD5) {
      guard let scalar = Unicode.Scalar(value), !unassigned.contains(value) else { continue }
      let plain = TextFolding.withoutRadicals(String(scalar))
      let isHan = plain.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
      if !isHan || plain.unicodeScalars.count != 1 { left.append(value) }
    }
    #expect(left == [])
  }

  @Test(arguments: [
    ("校团委¹", "校团委"), ("校团委²³", "校团委"), ("⁰⁴⁵⁶⁷⁸⁹", ""), ("第1条", "第1条"), ("m2", "m2"), ("①", "①"),
    ("", ""),
    ("甲\u{207A}", "甲\u{207A}"),
  ])
  func `raised digits are the marks of notes`(text: String, plain: String) {
    #expect(TextFolding.withoutRaised(text) == plain)
  }
}
