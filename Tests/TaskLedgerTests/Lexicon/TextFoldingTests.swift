import TaskLedger
import TestSupport
import Testing

struct TextFoldingTests {
  @Test(arguments: [
    ("２０２０年９月（底）", "2020年9月(底)"),
    ("ＯＬＥ，；：！？", "OLE,;:!?"),
    ("甲\u{3000}乙\u{A0}\u{2003}丙\t丁", "甲 乙 丙 丁"),
    ("甲\r\n乙\r丙\u{2028}丁\u{0B}戊", "甲\n乙\n丙\n丁\n戊"),
    ("\u{FEFF}甲\u{200B}乙\u{AD}\u{7}\u{0}丙\u{7F}", "甲乙丙"),
    ("〔2020〕“甲”、《乙》。", "〔2020〕“甲”、《乙》。"),
    ("", ""),
  ])
  func `the forms of one text fold to one`(text: String, folded: String) {
    #expect(TextFolding.fold(text) == folded)
  }

  @Test func `compact text has no white space`() {
    #expect(TextFolding.compact(" 2020 年\u{3000}１０ 月\r\n\t底 ") == "2020年10月底")
  }

  @Test func `folding twice changes nothing`() {
    let text = "１． 甲\r\n\r\n　　乙（丙）\u{200D}"
    let once = TextFolding.fold(text)
    #expect(TextFolding.fold(once) == once)
  }

  @Test(arguments: [
    ("[bookmark: OLE_LINK5]2020年10月", "2020年10月"),
    ("甲[bookmark: _GoBack]乙[bookmark: a]", "甲乙"),
    ("[注]甲[2020]", "[注]甲[2020]"),
    ("[bookmark: 没有结束", "[bookmark: 没有结束"),
  ])
  func `export marks are dropped and other brackets stay`(text: String, clean: String) {
    #expect(TextFolding.withoutArtefacts(text) == clean)
  }

  /// Scalars of every length, white space of every kind among them.
  private static let scalars: [Unicode.Scalar] = [
    "a", " ", "\t", "\n", "\u{85}", "\u{A0}", "é", "\u{1680}", "\u{17FF}", "\u{1800}", "\u{2000}",
    "\u{200A}", "\u{200B}", "\u{2028}", "\u{202F}", "\u{205F}", "—", "\u{3000}", "、", "一", "龥",
    "\u{FFFD}", "，", "\u{10000}", "😀",
  ]

  @Test(arguments: 0..<200)
  func `unspaced words are the words without white space`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<20 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        scalars.append(Self.scalars.randomElement(using: &random) ?? "a")
      }
      let kept = String.UnicodeScalarView(scalars.filter { !$0.properties.isWhitespace })
      #expect(TextFolding.unspaced(String(scalars)).utf8.elementsEqual(String(kept).utf8))
    }
  }

  @Test(arguments: 0..<200)
  func `numbering cuts words without losing any`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "甲乙丙", "1.", "（2）", "①", "，", "。", " ", "\n", "é", "—", "\u{3000}", "3、", "😀", "?",
    ]
    let words = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let parts = Numbering.split(words)
    let joined = parts.map { ($0.label?.text ?? "") + $0.text }.joined()
    #expect(TextFolding.unspaced(joined) == TextFolding.unspaced(words))
  }
}
