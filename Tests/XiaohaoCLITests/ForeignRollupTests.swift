import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// What a province finds among what schools send in.
struct ForeignRollupTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    for (folder, school) in [("收/甲", "甲校"), ("收/乙", "乙校")] {
      desk.run("init --ledger \(folder) --school \(school) --today 2020-07-20")
      desk.run(["import", Desk.samplePlan, "--ledger", folder, "--today", "2020-07-20"])
    }
  }

  private func rollup(_ words: String = "") throws -> (Desk.Outcome, [String]) {
    let outcome = desk.run("rollup 收 --json --today 2020-08-01")
    let object =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any] ?? [:]
    let schools = object["schools"] as? [[String: Any]] ?? []
    return (outcome, schools.compactMap { $0["school"] as? String })
  }

  @Test func `a longer ledger under another school's name replaces nothing`() throws {
    desk.run("init --ledger 收/冒名 --school 甲校 --today 2020-07-21")
    desk.run(["import", Desk.samplePlan, "--ledger", "收/冒名", "--today", "2020-07-21"])
    desk.run("note 3.1 进展 --ledger 收/冒名 --actor 学工部 --today 2020-07-22")
    let (outcome, schools) = try rollup()
    #expect(schools == ["乙校"])
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("收/冒名") && outcome.messages.contains("收/甲"))
  }

  @Test func `links are named and not followed`() throws {
    desk.run("init --ledger 别处 --school 丙校 --today 2020-07-20")
    try FileManager.default.createSymbolicLink(
      atPath: desk.path("收/丙"), withDestinationPath: desk.path("别处"))
    let (outcome, schools) = try rollup()
    #expect(schools == ["乙校", "甲校"])
    #expect(outcome.messages.contains("收/丙") && outcome.messages.contains("是链接"))
  }

  @Test func `a pipe in place of a log or a container is named and not waited for`() throws {
    try FileManager.default.createDirectory(
      atPath: desk.path("收/丁"), withIntermediateDirectories: true)
    #expect(mkfifo(desk.path("收/丁/ledger.sqlite"), 0o600) == 0)
    #expect(mkfifo(desk.path("收/戊.zip"), 0o600) == 0)
    try FileManager.default.createDirectory(
      atPath: desk.path("收/己"), withIntermediateDirectories: true)
    #expect(mkfifo(desk.path("收/己/events.jsonl"), 0o600) == 0)
    let (outcome, schools) = try rollup()
    #expect(schools == ["乙校", "甲校"])
    for name in ["收/丁", "收/戊.zip", "收/己"] { #expect(outcome.messages.contains(name)) }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `what may not be read is named`() throws {
    chmod(desk.path("收/甲"), 0)
    defer { chmod(desk.path("收/甲"), 0o700) }
    let (outcome, schools) = try rollup()
    #expect(schools == ["乙校"])
    #expect(outcome.status == .refused && outcome.messages.contains("收/甲"))
  }

  @Test func `reading leaves nothing beside a ledger`() throws {
    let before = try desk.names(in: "收/甲")
    _ = try rollup()
    #expect(try desk.names(in: "收/甲") == before)
  }
}
