import LedgerReports
import TaskLedger
import TestSupport
import Testing

struct CSVTextTests {
  @Test func `cells with commas, quotes and line breaks are quoted`() {
    #expect(
      CSVText.written([["甲", "乙,丙", "丁\"戊", "己\r\n庚"]])
        == "\u{FEFF}甲,\"乙,丙\",\"丁\"\"戊\",\"己\n庚\"\r\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)"])
  func `a cell never becomes a formula`(text: String) {
    #expect(CSVText.written([[text]]) == "\u{FEFF}'\(text)\r\n")
  }

  @Test func `the sheet holds the plan's own words in its own columns`() throws {
    let rows = LedgerSheet.rows(of: try LedgerScenario().ledger, MadeUpLedgers.profile)
    #expect(rows.count == 28)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(rows[2].suffix(7).first == "召开动员会，讲清目标和时限")
    #expect(rows[2][5] == "2020年7月")
    #expect(rows[26 - 2][5] == "")
  }
}
