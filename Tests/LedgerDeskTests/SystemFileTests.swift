import LedgerDesk
import Testing

struct SystemFileTests {
  @Test(arguments: [
    "Thumbs.db", "照片/thumbs.db", "desktop.ini", ".DS_Store", "__MACOSX/._自评报告.md",
    "~$自评报告.docx", ".~lock.自评报告.docx#", "~WRL0001.tmp", ".git/config", "$RECYCLE.BIN/甲.zip",
  ])
  func `what a system or an office program leaves behind is one`(_ path: String) {
    #expect(SystemFile.isOne(path))
  }

  @Test(arguments: [
    "自评报告.docx", "thumbs.db.pdf", "01 明确职能定位/证-1.1-01 材料.tmp", "desktop.ini.zip", "甲~$.docx",
    "~乙.docx",
  ])
  func `what somebody handed in is none`(_ path: String) {
    #expect(!SystemFile.isOne(path))
  }
}
