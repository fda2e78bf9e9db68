import TaskLedger
import TestSupport
import Testing

import LedgerDesk

struct RowFolderTests {
  @Test(.bug(id: "rollup", "on a full disk rows could not write 「0」"))
  func `rows that cannot be written name the folder that was given`() throws {
    try ScratchFolder.with { place in
      let folder = try RowFolder(at: place + "/派生行")
      folder.clear()
      let error = try #require(throws: DeskError.self) { try folder.stage([1], of: 0) }
      #expect(error.kind == .disk)
      let message = try #require(error.diagnostics.first?.message)
      #expect(message.hasPrefix("写不了「派生行」："), "\(message)")
    }
  }
}
