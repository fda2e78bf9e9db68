import TaskLedger
import Testing

struct FormulaGuardTests {
  @Test(arguments: [
    "-5分以下不评优", "=1+1", "＝1", " @甲", "'-5", "''=1", "'单引号", "甲=乙", "", "'", " ", "'三会'制度",
  ])
  func `what is guarded comes back unchanged`(text: String) {
    #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
  }

  @Test func `only what a spreadsheet would reckon is guarded`() {
    #expect(FormulaGuard.guarded("-5分") == "'-5分")
    #expect(FormulaGuard.guarded("'-5分") == "''-5分")
    #expect(FormulaGuard.guarded("'三会'制度") == "'三会'制度")
    #expect(FormulaGuard.unguarded("'三会'制度") == "'三会'制度")
    #expect(FormulaGuard.unguarded("-5分") == "-5分")
  }
}
