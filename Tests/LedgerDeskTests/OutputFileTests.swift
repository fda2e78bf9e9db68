import Foundation
import LedgerDesk
import TaskLedger
import TestSupport
import Testing

/// Files beside a ledger: nothing of somebody else's and nothing of the ledger is written over.
struct OutputFileTests {
  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a file is only replaced by a later output of its kind, or by force`() throws {
    try ScratchFolder.with { (folder: String) throws in
      let path = folder + "/报告.md"
      let file = OutputFile(path: path)
      let isFirstReplaced = try file.write(Array("# 月度自查\n一".utf8))
      #expect(!isFirstReplaced)
      let isReplaced = try file.write(Array("# 月度自查\n二".utf8))
      #expect(isReplaced)
      let error = OpenDesk.error { () throws(DeskError) in
        _ = try file.write(Array("# 自评报告\n".utf8))
      }
      #expect(error?.kind == .refused && error?.diagnostics.map(\.code) == ["output-exists"])
      #expect(text(path) == "# 月度自查\n二")
      let isForced = try file.write(Array("# 自评报告\n".utf8), force: true)
      #expect(isForced)
    }
  }

  @Test(arguments: ["台账/ledger.sqlite", "台账/ledger.sqlite-journal", "台账/evidence/ab/新"])
  func `the records of a ledger are never written over`(name: String) throws {
    try OpenDesk.with { open in
      let error = OpenDesk.error { () throws(DeskError) in
        _ = try OutputFile(path: open.folder + "/" + name).write([1], force: true)
      }
      #expect(error?.diagnostics.map(\.code) == ["output-is-ledger"])
    }
  }

  @Test func `why a file cannot be written is said in words`() throws {
    try ScratchFolder.with { (folder: String) throws in
      let error = OpenDesk.error { () throws(DeskError) in
        _ = try OutputFile(path: folder + "/没有/报告.md").write([1])
      }
      #expect(error?.kind == .disk)
      #expect(error?.diagnostics.first?.message == "写不了「报告.md」：没有这个文件夹")
    }
  }

  @Test func `what is written in its place takes no other file`() throws {
    try ScratchFolder.with { (folder: String) throws in
      let file = OutputFile(path: folder + "/报告.docx")
      let names = try ["一", "一", "二"].map {
        try file.writeBeside(Array($0.utf8), ending: "md")
      }
      #expect(names == ["报告.md", "报告.md", "报告-2.md"])
      #expect(text(folder + "/报告.md") == "一")
    }
  }
}
