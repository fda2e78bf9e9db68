import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Several submissions of the same entries: the figures differ by the day, and evidence or the log
/// may have come along.
struct CollectedEditionTests {
  private let desk: Desk

  init() throws { desk = try Desk.withSchool() }

  private func bundle(_ day: String, _ words: String = "") throws {
    try? FileManager.default.removeItem(atPath: desk.path("来件"))
    try FileManager.default.createDirectory(
      atPath: desk.path("来件"), withIntermediateDirectories: true)
    let made = desk.run(
      "bundle --out 来件/甲.zip --ledger 甲学院 --as-of \(day) --today \(day) \(words)")
    #expect(made.status == .fine, "\(made.messages)")
  }

  private func collect(_ day: String, _ words: String = "") -> Desk.Outcome {
    desk.run("collect 来件 --into 收件 --today \(day) \(words)")
  }

  private func school(_ day: String) throws -> [String: Any] {
    let schools = try desk.json("rollup 收件 --json --today \(day)")["schools"] as? [[String: Any]]
    return try #require(schools?.first)
  }

  private func kept() throws -> [String] {
    try desk.names(in: "收件/甲学院").filter { $0.hasSuffix(".zip") }
  }

  @Test(.bug(id: "collect", "the papers of September were 没有变化 after those of August"))
  func `a later day of the same entries is received, an earlier one is older`() throws {
    try bundle("2020-08-31")
    #expect(collect("2020-09-02").output.contains("收下 1 份"))
    #expect(collect("2020-09-03").output.contains("收下 0 份，没有变化 1 份"))
    try bundle("2020-09-30")
    let later = collect("2020-10-02")
    #expect(later.status == .fine && later.output.contains("收下 1 份"), "\(later.messages)")
    #expect(try school("2020-10-02")["declaredOn"] as? String == "2020-09-30")
    #expect(try school("2020-09-15")["declaredOn"] as? String == "2020-08-31")
    #expect(try kept().count == 2)

    try bundle("2020-08-31")
    let older = collect("2020-10-03")
    #expect(older.status == .refused)
    #expect(older.messages.contains("[collect-older]"), "\(older.messages)")
    #expect(older.messages.contains("（2020-08-31，上次 2020-09-30"), "\(older.messages)")
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.path("收件/甲学院/\(kept()[0])")))
    #expect(collect("2020-10-03", "--accept 甲学院").status == .fine)
    #expect(try kept().count == 3)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: desk.path("收件/甲学院/\(kept()[0])"))) == before)
  }

  @Test func `of several days in one folder the latest counts, whatever their names`() throws {
    try bundle("2020-08-31")
    try FileManager.default.moveItem(atPath: desk.path("来件/甲.zip"), toPath: desk.path("旧.zip"))
    try bundle("2020-09-30")
    try FileManager.default.moveItem(
      atPath: desk.path("旧.zip"), toPath: desk.path("来件/甲（最终）.zip"))
    #expect(collect("2020-10-02").output.contains("收下 2 份"))
    #expect(try school("2020-10-02")["declaredOn"] as? String == "2020-09-30")
    // Without a collection the same one counts.
    try FileManager.default.moveItem(
      atPath: desk.path("来件/甲（最终）.zip"), toPath: desk.path("来件/一.zip"))
    let direct = try desk.json("rollup 来件 --json --today 2020-10-02")["schools"]
    let counted = try #require((direct as? [[String: Any]])?.first)
    #expect(counted["declaredOn"] as? String == "2020-09-30")
  }

  @Test(.bug(id: "collect", "the log that came later was thrown away"))
  func `a submission with the log after one without is received`() throws {
    try bundle("2020-09-30")
    #expect(collect("2020-10-02").status == .fine)
    #expect(try school("2020-10-02")["declared"] as? Bool == true)
    try bundle("2020-09-30", "--with-log")
    #expect(collect("2020-10-02").output.contains("收下 1 份，没有变化 0 份"))
    #expect(try school("2020-10-02")["declared"] as? Bool == false)
  }

  @Test(.bug(id: "collect", "a complete submission was 没有变化 after one with files missing"))
  func `a complete submission after one with files missing is received`() throws {
    try desk.write("通知.pdf", Array("%PDF-1.4 sample".utf8))
    let signed = " --ledger 甲学院 --actor 学工部 --today 2020-07-21"
    #expect(desk.run("start 1.1" + signed).status == .fine)
    let attached = desk.run("attach 1.1 通知.pdf --caption 通知" + signed)
    #expect(attached.status == .fine, "\(attached.messages)")
    let manager = FileManager.default
    let evidence = desk.path("甲学院/evidence")
    try manager.moveItem(atPath: evidence, toPath: desk.path("别处"))
    try manager.createDirectory(atPath: evidence, withIntermediateDirectories: true)
    try bundle("2020-09-30", "--allow-missing")
    #expect(collect("2020-10-02").status == .fine)
    try manager.removeItem(atPath: evidence)
    try manager.moveItem(atPath: desk.path("别处"), toPath: evidence)
    try bundle("2020-09-30")
    #expect(collect("2020-10-02").output.contains("收下 1 份，没有变化 0 份"))
  }

  @Test func `a backup made again on another day is no other submission`() throws {
    for day in ["2020-09-01", "2020-09-20"] {
      try? FileManager.default.removeItem(atPath: desk.path("来件"))
      try FileManager.default.createDirectory(
        atPath: desk.path("来件"), withIntermediateDirectories: true)
      #expect(desk.run("backup 来件/甲.zip --ledger 甲学院 --today \(day)").status == .fine)
      let outcome = collect(day)
      #expect(outcome.output.contains(day == "2020-09-01" ? "收下 1 份" : "没有变化 1 份"))
    }
  }

  @Test func `a folder of two forms of one head is received once`() throws {
    try bundle("2020-09-30")
    #expect(desk.run("backup 来件/备份.zip --ledger 甲学院 --today 2020-09-30").status == .fine)
    #expect(collect("2020-10-02").output.contains("收下 2 份"))
    #expect(collect("2020-10-03").output.contains("收下 0 份，没有变化 2 份"))
    // Its log was received: the figures that the school declares do not stand before it.
    #expect(try school("2020-10-03")["declared"] as? Bool == false)
  }
}
