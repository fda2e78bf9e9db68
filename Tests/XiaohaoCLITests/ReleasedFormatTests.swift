import Foundation
import TaskLedger
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
    /// How many items are in which state on the first day of `goesOn`.
    var states: [String: Int]
    /// A day after the last entry.
    var goesOn: String
    /// The digests of the sealed papers, which the log names.
    var sealed: [String: String]
    var testDescription: String { format }
  }

  @Test(arguments: [
    Release(
      format: "v1", head: "67-84810bea8ede", entries: 67, evidence: 3,
      states: ["closed": 1, "inProgress": 4, "ongoing": 1, "withdrawn": 1, "pending": 20],
      goesOn: "2020-08-01",
      sealed: ["2020-07": "d1b3e935281ccaf4bf957686e2f5fcfd2ed6a45424cd51eb4d6321270e994ceb"]),
    // Fewer rules: items with a day that were sustained read as in progress, names that nobody
    // registered, a further round closed on older evidence, figures with a reason.
    Release(
      format: "v1-year", head: "69-737b9d2c4b4f", entries: 69, evidence: 3,
      states: ["closed": 2, "inProgress": 5, "ongoing": 1, "withdrawn": 1, "pending": 18],
      goesOn: "2020-09-01",
      sealed: [
        "2020-07": "6c9d11e2f73c3d86fc931a706d40cc879a22e772dcaba1e4953f7e17d38d729b",
        "2020-08": "0d495079ca1a7db7e8242db75e3843a2b2d57648b82be4f10a15aae7c8442121",
      ]),
  ])
  func `a ledger of a released format opens, verifies and goes on`(_ release: Release) throws {
    let fixture = SharedDocuments.repository
      .appendingPathComponent("Tests/Fixtures/ledgers/\(release.format)")
    try FileManager.default.copyItem(
      at: fixture, to: desk.folder.appendingPathComponent("台账"))
    let found = try desk.json("verify --json --ledger 台账")
    #expect(found["sound"] as? Bool == true)
    #expect(found["head"] as? String == release.head)
    let digest = try #require(found["headDigest"] as? String)
    #expect(digest.count == 64 && release.head.hasSuffix("-" + digest.prefix(12)))
    #expect(found["entries"] as? Int == release.entries)
    #expect(found["evidence"] as? Int == release.evidence)
    #expect((found["findings"] as? [Any])?.isEmpty == true)
    #expect(desk.run("verify --anchor \(release.head) --ledger 台账").status == .fine)

    let states = try desk.items("list", on: release.goesOn).compactMap { $0["state"] as? String }
    #expect(states.count == 27)
    #expect(Dictionary(grouping: states) { $0 }.mapValues(\.count) == release.states)
    for (month, digest) in release.sealed {
      let paper = desk.run("report monthly \(month) --ledger 台账 --today \(release.goesOn)")
      #expect(ReviewDigest.sha256(paper.output).description == digest, "\(month)")
    }

    let note = desk.run("note 1.3 补了签到表 --actor 学工部 --ledger 台账 --today \(release.goesOn)")
    #expect(note.status == .fine, "\(note.messages)")
    #expect(desk.run("verify --anchor \(release.head) --ledger 台账").status == .fine)
    #expect(desk.run("backup 备份.zip --ledger 台账").status == .fine)
    #expect(desk.run("restore 备份.zip --ledger 新").status == .fine)
    // Rules that came later hold from then on: nobody unknown acts, and what has a day is closed.
    let unknown = desk.run("note 1.3 开会 --actor 小李 --ledger 台账 --today \(release.goesOn)")
    #expect(unknown.messages.contains("[actor-unknown]"), "\(unknown.messages)")
    let sustained = desk.run("sustain 1.3 --actor 学工部 --ledger 台账 --today \(release.goesOn)")
    #expect(sustained.status == .refused, "\(sustained.messages)")
  }

  @Test func `what older rules allowed is read as it was, and read the same from a backup`() throws
  {
    let fixture = SharedDocuments.repository.appendingPathComponent(
      "Tests/Fixtures/ledgers/v1-year")
    try FileManager.default.copyItem(
      at: fixture, to: desk.folder.appendingPathComponent("台账"))
    let day = "2020-09-01"
    let items = try desk.items("list", on: day)
    let states = Dictionary(
      uniqueKeysWithValues: items.compactMap { item in
        (item["id"] as? String).flatMap { id in (item["state"] as? String).map { (id, $0) } }
      })
    #expect(states["2.1"] == "inProgress" && states["4.1"] == "inProgress")
    #expect(states["2.3"] == "ongoing" && states["1.2"] == "closed")
    let history = desk.run("history --ledger 台账 --today \(day)").output
    for actor in ["小李", "学生处的老王", "张伟（信工）", "小陈"] {
      #expect(history.contains(actor), "\(actor)")
    }
    let form = desk.run("report filing-form --ledger 台账 --today \(day)").output
    #expect(form.contains("两个校区"))
    #expect(desk.run("backup 备份.zip --ledger 台账").status == .fine)
    #expect(desk.run("restore 备份.zip --ledger 新").status == .fine)
    for paper in ["monthly 2020-08", "self-evaluation", "filing-form", "ledger", "department 校团委"] {
      let line = "report \(paper) --today \(day) --ledger "
      #expect(desk.run(line + "台账") == desk.run(line + "新"), "\(paper)")
    }
  }

  @Test func `every kept format is tested`() throws {
    let folder = SharedDocuments.repository.appendingPathComponent("Tests/Fixtures/ledgers")
    let formats = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("v") }
    #expect(formats.sorted() == ["v1", "v1-year"])
  }
}
