import TaskLedger
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
}
