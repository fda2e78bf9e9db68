import Foundation
import LedgerStore
import TaskLedger
import TestSupport
import Testing

/// The head of a log that stays open between requests.
struct LogWatchTests {
  private let cabinet: Cabinet
  private let watch: LogWatch

  init() throws {
    cabinet = try Cabinet()
    watch = LogWatch(cabinet.folder)
  }

  @Test func `every entry that others append is seen`() throws {
    for _ in 0..<5 {
      #expect(try watch.head() == cabinet.open(.reading).head())
      try cabinet.note(3)
    }
    #expect(try watch.head() == cabinet.open(.reading).head())
  }

  @Test func `a ledger put in the place of the open one is opened anew`() throws {
    let first = try watch.head()
    let other = try Cabinet()
    try other.note(4)
    #expect(rename(other.folder.database, cabinet.folder.database) == 0)
    let second = try watch.head()
    #expect(second != first)
    #expect(try second == cabinet.open(.reading).head())
  }

  @Test func `a ledger that went is missing, and found again when it is back`() throws {
    let first = try watch.head()
    let aside = cabinet.root.appendingPathComponent("移走").path
    #expect(rename(cabinet.folder.path, aside) == 0)
    #expect(throws: StoreError.ledgerMissing(folder: cabinet.folder.name)) { try watch.head() }
    #expect(rename(aside, cabinet.folder.path) == 0)
    #expect(try watch.head() == first)
  }

  @Test func `what is laid beside the open log is looked at before it is asked again`() throws {
    _ = try watch.head()
    let journal = cabinet.folder.database + "-journal"
    let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    try Data([UInt8](repeating: 0, count: 504) + mark).write(to: URL(fileURLWithPath: journal))
    #expect(throws: StoreError.journalForged(file: journal)) { try watch.head() }
    #expect(FileManager.default.fileExists(atPath: journal))
  }
}
