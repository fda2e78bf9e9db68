import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Many schools together: figures that follow from the ledgers alone, and nothing left out unsaid.
struct RollupTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write("方案.pdf", Array("%PDF-1.4 sample".utf8))
    try desk.write("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
    TourTests.walk(desk, plan: Desk.samplePlan, school: "南岭工程职业学院")
    for school in ["乙学院", "丙学院"] {
      make(school, in: "各校/\(school)")
    }
    try FileManager.default.moveItem(atPath: desk.path("台账"), toPath: desk.path("各校/甲"))
  }

  private func make(_ school: String, in folder: String, on day: String = "2020-07-20") {
    #expect(
      desk.run("init --ledger \(folder) --school \(school) --today \(day)").status == .fine)
    let plan = desk.run("import \(Desk.samplePlan) --ledger \(folder) --today \(day)")
    #expect(plan.status == .fine, "\(plan.messages)")
  }

  private func rollup(_ words: String) -> Desk.Outcome {
    desk.run("rollup \(words) --today 2020-09-01")
  }

  private func schools(_ document: [String: Any]) -> [[String: Any]] {
    document["schools"] as? [[String: Any]] ?? []
  }

  @Test func `a submission that was altered is left out where evidence is read`() throws {
    try FileManager.default.createDirectory(
      atPath: desk.path("来件"), withIntermediateDirectories: true)
    let made = desk.run(
      "bundle --out 来件/报送 --ledger 各校/甲 --as-of 2020-08-25 --today 2020-09-01")
    #expect(made.status == .fine, "\(made.messages)")
    let sound = rollup("来件 --evidence --as-of 2020-12-31")
    #expect(sound.status == .fine, "\(sound.messages)")
    // Declared figures are of their own day, whatever day is asked for.
    #expect(sound.output.contains("（自报，截至2020年8月25日）"), "\(sound.output)")
    let paper = try #require(
      try desk.names(in: "来件/报送").first { $0.hasSuffix(".md") }.map { "来件/报送/" + $0 })
    try desk.write(paper, Array((try desk.text(paper) + "另附").utf8))
    let altered = rollup("来件 --evidence --as-of 2020-12-31")
    #expect(altered.status != .fine && altered.messages.contains("报送"), "\(altered.messages)")
    #expect(!altered.output.contains("（自报"))
    #expect(rollup("来件").output.contains("佐证材料的文件没有核对"))
  }

  @Test func `schools, clauses and months are counted as each ledger counts them`() throws {
    let document = try desk.json("rollup 各校 --json --today 2020-09-01")
    #expect(document["kind"] as? String == "rollup")
    #expect(document["schemaVersion"] as? Int == 1)
    let schools = schools(document)
    #expect(schools.map { $0["school"] as? String } == ["丙学院", "乙学院", "南岭工程职业学院"])
    let head = try desk.json("verify --json --ledger 各校/甲")["head"] as? String
    #expect(schools[2]["head"] as? String == head)
    let listed = try desk.json("list --overdue --json --ledger 各校/甲 --today 2020-09-01")
    let overdue = (listed["items"] as? [Any])?.count
    #expect((schools[2]["granted"] as? [String: Any])?["overdue"] as? Int == overdue)
    let clauses = document["clauses"] as? [[String: Any]] ?? []
    #expect(clauses.count == 27)
    for clause in clauses {
      let places = ["closed", "closedLate", "standing", "open", "overdue", "unanswered"]
      #expect(places.compactMap { (clause[$0] as? [String])?.count }.reduce(0, +) == 3)
    }
    let first = try #require(clauses.first { $0["id"] as? String == "1.1" })
    #expect((first["overdue"] as? [String])?.contains("乙学院") == true)
    let months = document["months"] as? [[String: Any]] ?? []
    let due = months.compactMap { $0["due"] as? Int }.reduce(0, +)
    let mustClose = schools.compactMap {
      ($0["granted"] as? [String: Any])?["mustClose"] as? Int
    }.reduce(0, +)
    #expect(due == mustClose)
  }

  @Test func `order and way of naming change nothing but the names`() throws {
    let whole = rollup("各校").output
    #expect(rollup("各校/").output == whole)
    #expect(rollup("各校 各校/甲 各校").output == whole)
    let one = rollup("各校/甲 各校/乙学院 各校/丙学院 --json").output
    #expect(rollup("各校/丙学院 各校/甲 各校/乙学院 --json").output == one)
    #expect(rollup("各校").status == .fine)
  }

  @Test func `a backup and exported entries stand for the ledger`() throws {
    let before = rollup("各校 --format csv").output
    #expect(desk.run("backup 乙.zip --ledger 各校/乙学院").status == .fine)
    try FileManager.default.removeItem(atPath: desk.path("各校/乙学院"))
    try FileManager.default.moveItem(atPath: desk.path("乙.zip"), toPath: desk.path("各校/乙.zip"))
    try FileManager.default.createDirectory(
      atPath: desk.path("各校/报送"), withIntermediateDirectories: true)
    #expect(
      desk.run("export --events --ledger 各校/丙学院 --output 各校/报送/events.jsonl").status == .fine)
    try FileManager.default.removeItem(atPath: desk.path("各校/丙学院"))
    let after = rollup("各校 --format csv")
    #expect(after.status == .fine, "\(after.messages)")
    #expect(
      after.output.replacing("各校/乙.zip", with: "各校/乙学院")
        .replacing("各校/报送", with: "各校/丙学院") == before)
  }

  @Test func `what cannot count is named with its reason and the rest goes on`() throws {
    let manager = FileManager.default
    try manager.copyItem(atPath: desk.path("各校/甲"), toPath: desk.path("各校/甲副本"))
    try manager.copyItem(atPath: desk.path("各校/乙学院"), toPath: desk.path("各校/乙旧"))
    desk.run("start 1.1 --actor 学工部 --ledger 各校/乙学院 --today 2020-07-21")
    make("丙学院", in: "各校/丙另一本", on: "2020-07-21")
    try manager.createDirectory(atPath: desk.path("各校/坏"), withIntermediateDirectories: true)
    try desk.write("各校/坏/ledger.sqlite", Array("not a database at all".utf8))
    try desk.write("各校/空.zip", Array("PK".utf8))
    let document = try desk.json("rollup 各校 没有 --json --today 2020-09-01")
    #expect(schools(document).count == 2)
    let faults = document["faults"] as? [[String: Any]] ?? []
    let codes = Dictionary(
      uniqueKeysWithValues: faults.map {
        ($0["source"] as? String ?? "", $0["code"] as? String ?? "")
      })
    #expect(
      codes == [
        "各校/甲副本": "same-log", "各校/乙旧": "older-copy", "各校/丙学院": "same-school",
        "各校/丙另一本": "same-school",
        "各校/坏": "not-a-ledger", "各校/空.zip": "backup-unreadable",
        "没有": "rollup-source-missing",
      ])
    let outcome = rollup("各校 没有")
    #expect(outcome.status == .refused)
    for source in codes.keys {
      #expect(outcome.output.contains(source), "\(source)")
      #expect(outcome.messages.contains("「\(source)」"))
    }
  }

  @Test func `an entry that was changed is found although the file opens`() throws {
    let path = desk.path("各校/乙学院/ledger.sqlite")
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let actor = Array("领导小组办公室".utf8)
    let place = try #require(bytes.firstRange(of: actor)?.lowerBound)
    bytes.replaceSubrange(place..<place + actor.count, with: Array("领导小组办公厅".utf8))
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let document = try desk.json("rollup 各校 --json --today 2020-09-01")
    #expect(schools(document).count == 2)
    let faults = document["faults"] as? [[String: Any]] ?? []
    #expect(faults.map { $0["source"] as? String } == ["各校/乙学院"])
    #expect(faults.map { $0["code"] as? String } == ["ledger-damaged"])
  }

  @Test func `nothing in the ledgers is touched`() throws {
    func state() throws -> [String: Date] {
      var dates: [String: Date] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: desk.path("各校")) {
        dates[name] =
          try FileManager.default.attributesOfItem(atPath: desk.path("各校/" + name))[
            .modificationDate] as? Date
      }
      return dates
    }
    let before = try state()
    #expect(rollup("各校 --evidence").status == .fine)
    #expect(try state() == before)
  }

  @Test func `every form holds the schools`() throws {
    for format in ["md", "html", "json", "csv"] {
      let outcome = rollup("各校 --format \(format)")
      #expect(outcome.output.contains("南岭工程职业学院"), "\(format) \(outcome.messages)")
    }
    #expect(rollup("各校 --format xlsx --output 汇总.xlsx").status == .fine)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.path("汇总.xlsx")))
    #expect(bytes.starts(with: [0x50, 0x4B]))
    #expect(rollup("各校 --format xlsx").status == .usage)
    try FileManager.default.createDirectory(
      atPath: desk.path("空"), withIntermediateDirectories: true)
    #expect(rollup("空").status == .unreadableInput)
  }
}
