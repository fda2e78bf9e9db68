import LedgerReports
import Testing
import XiaohaoCLI

struct TextTableTests {
  @Test func `columns line up, and no line ends in a space`() {
    var table = TextTable(header: ["编号", "内容", "标记"], flexible: 1)
    table.add(["1.1", "一二三四五六七八九十", ""])
    table.add(["S10", "abc", "x"])
    #expect(
      table.text(columns: 20)
        == """
        编号  内容              标记
        ────  ────────────────  ────
        1.1   一二三四五六七…
        S10   abc               x

        """)
  }

  @Test func `a cell is styled with its padding`() {
    var table = TextTable(header: ["灯", "字"])
    table.add(["红", "甲"])
    table.add(["黄黄", "乙"])
    let text = table.text(columns: 80) { row, column, cell in
      column == 0 ? "<\(row)\(cell)>" : cell
    }
    #expect(text.hasSuffix("<0红  >  甲\n<1黄黄>  乙\n"))
  }

  @Test(arguments: [
    ("甲乙丙丁", 5, "甲乙…"), ("甲乙丙丁", 6, "甲乙…"), ("甲乙丙丁", 8, "甲乙丙丁"), ("abcdef", 4, "abc…"),
    ("a\u{301}bcdef", 4, "a\u{301}bc…"), ("甲\u{1F600}乙丙", 5, "甲\u{1F600}…"), ("“引”号”", 4, "“引…"),
  ])
  func `a text is cut to a width between characters`(text: String, width: Int, cut: String) {
    #expect(DisplayWidth.clipped(text, to: width) == cut)
    #expect(DisplayWidth.of(DisplayWidth.clipped(text, to: width)) <= width)
  }

  @Test func `widths are those of the scalars`() {
    for (text, width) in [
      ("", 0), ("abc", 3), ("甲乙", 4), ("，。", 4), ("“”", 2), ("é", 1), ("e\u{301}", 1), ("한", 2),
      ("\u{4DC0}", 1), ("\u{1F600}", 2), ("\u{20000}", 2), ("ｱ", 1), ("\u{FE0F}", 0), ("·", 1),
    ] {
      #expect(DisplayWidth.of(text) == width, "\(text)")
    }
  }
}
