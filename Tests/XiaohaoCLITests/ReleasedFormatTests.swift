import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Ledgers as released programs wrote them still open, verify and print what they printed.
struct ReleasedFormatTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  struct Release: CustomTestStringConvertible {
    var format: String
    /// The head of the log, as that program printed it.
    var head: String
    var entries: Int
    var evidence: Int
    var testDescription: String { format }
  }

  @Test(arguments: [
    Release(format: "v1", head: "67-84810bea8ede", entries: 67, evidence: 3)
  ])
  func `a ledger of a released format opens, verifies and goes on`(_ release: Release) throws {
    let fixture = SharedDocuments.repository
      .appendingPathComponent("Tests/Fixtures/ledgers/\(release.format)")
    try FileManager.default.copyItem(
      at: fixture, to: desk.folder.appendingPathComponent("台账"))
    let found = try desk.json("verify --json --ledger 台账")
    #expect(found["sound"] as? Bool == true)
    #expect(found["head"] as? String == release.head)
    #expect(found["entries"] as? Int == release.entries)
    #expect(found["evidence"] as? Int == release.evidence)
    #expect((found["findings"] as? [Any])?.isEmpty == true)
    #expect(desk.run("verify --anchor \(release.head) --ledger 台账").status == .fine)

    let items = try desk.json("list --json --ledger 台账 --today 2020-08-01")["items"]
    let states = try #require(items as? [[String: Any]]).compactMap { $0["state"] as? String }
    #expect(states.count == 27)
    #expect(
      Dictionary(grouping: states) { $0 }.mapValues(\.count)
        == ["closed": 1, "inProgress": 4, "ongoing": 1, "withdrawn": 1, "pending": 20])

    let note = desk.run("note 1.2 补了签到表 --actor 学工部 --ledger 台账 --today 2020-08-01")
    #expect(note.status == .fine, "\(note.messages)")
    #expect(desk.run("verify --anchor \(release.head) --ledger 台账").status == .fine)
    #expect(desk.run("backup 备份.zip --ledger 台账").status == .fine)
    #expect(desk.run("restore 备份.zip --ledger 新").status == .fine)
  }

  @Test func `every kept format is tested`() throws {
    let folder = SharedDocuments.repository.appendingPathComponent("Tests/Fixtures/ledgers")
    let formats = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("v") }
    #expect(formats == ["v1"])
  }
}
