import Testing

import LedgerReports

struct TidiedTests {
  @Test(arguments: [
    ("", "\n"), ("\n\n", "\n"), ("甲", "甲\n"), ("甲\n", "甲\n"), ("\n \n甲\n\n\n乙  \n\n", "甲\n\n乙\n"),
    ("甲\n \n \n\n乙", "甲\n\n乙\n"), ("甲 \u{301}\n", "甲 \u{301}\n"), ("甲\r\n乙\n", "甲\r\n乙\n"),
    ("  甲 乙", "  甲 乙\n"),
  ])
  func `a paper has no blanks at line ends and one empty line at most`(text: String, tidy: String) {
    #expect(tidied(text) == tidy)
    #expect(Array(tidied(tidied(text)).utf8) == Array(tidy.utf8))
  }

  @Test func `a number is left alone where it can begin no list`() {
    let paper = MarkdownText.withoutIdleMarks(
      """
      ## 1\\. 修订章程
      1\\. 修订章程
      | 1\\) 甲 | 乙 2\\. | a\\|1\\. |
      甲 | 1\\. 乙
      # 第1\\. 甲
      """)
    #expect(
      paper == """
        ## 1. 修订章程
        1\\. 修订章程
        | 1) 甲 | 乙 2\\. | a\\|1\\. |
        甲 | 1\\. 乙
        # 第1\\. 甲
        """)
  }
}
