import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// `rollup --rows`: one file a school and head, whatever else lies in the folder.
struct RollupRowsTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    for (folder, school) in [("甲", "甲学院"), ("乙", "乙/..学院")] {
      desk.run(
        ["init", "--ledger", "各校/\(folder)", "--school", school, "--today", "2020-07-20"])
      #expect(
        desk.run("import \(Desk.samplePlan) --ledger 各校/\(folder) --today 2020-07-20").status
          == .fine)
    }
  }

  private func files(_ folder: String = "行") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.path(folder)).sorted()
  }

  @discardableResult
  private func rows() -> Desk.Outcome { desk.run("rollup 各校 --rows 行 --json --today 2020-09-01") }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: desk.path(name), encoding: .utf8)
  }

  @Test func `each school has a file named by school and head, written once`() throws {
    let outcome = rows()
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.messages.contains("写入 2 所学校"))
    let first = try files()
    #expect(first.count == 2)
    #expect(first.allSatisfy { $0.hasSuffix(".v3.jsonl") && !$0.hasPrefix(".") })
    let head = try desk.json("verify --json --ledger 各校/甲")["head"] as? String
    let own = try #require(first.first { $0.hasPrefix("甲学院-") })
    #expect(try text("行/" + own).contains("\"head\":\"\(head ?? "?")\""))
    // A file that is there is left as it is, even where its content was touched.
    try desk.write("行/" + own, Array("别动".utf8))
    #expect(rows().messages.contains("写入 0 所学校，2 所"))
    #expect(try text("行/" + own) == "别动")
    desk.run("start 1.1 --ledger 各校/甲 --actor 学工部 --today 2020-07-21")
    #expect(rows().messages.contains("写入 1 所学校，1 所"))
    #expect(try files().count == 3)
  }

  @Test func `the same log gives the same rows whenever they are made`() throws {
    rows()
    #expect(desk.run("rollup 各校 --rows 别 --today 2021-03-05").status == .fine)
    #expect(try files() == files("别"))
    for name in try files() { #expect(try text("行/" + name) == text("别/" + name)) }
  }

  @Test func `what does not count has no rows and the rest has`() throws {
    let manager = FileManager.default
    try manager.copyItem(atPath: desk.path("各校/甲"), toPath: desk.path("各校/甲副本"))
    try manager.createDirectory(atPath: desk.path("各校/坏"), withIntermediateDirectories: true)
    try desk.write("各校/坏/ledger.sqlite", Array("not a database".utf8))
    let outcome = rows()
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("各校/坏"))
    #expect(try files().count == 2)
  }

  @Test func `a ledger's folder is no place for rows`() throws {
    #expect(desk.run("rollup 各校 --rows 各校/甲 --today 2020-09-01").status == .refused)
  }

  @Test func `a submission carries the rows of its ledger`() throws {
    rows()
    let bundle = desk.run(
      "bundle --out 交 --ledger 各校/甲 --as-of 2020-09-01 --today 2020-09-01")
    #expect(bundle.status == .fine, "\(bundle.messages)")
    let own = try #require(try files().first { $0.hasPrefix("甲学院-") })
    #expect(try text("交/rows.jsonl") == text("行/" + own))
    #expect(desk.run("bundle verify 交").status == .fine)
    let taken = desk.run("rollup 交 --rows 收 --today 2020-09-01")
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(try text("收/" + own) == text("行/" + own))
    try desk.write("交/rows.jsonl", Array("{}\n".utf8))
    #expect(desk.run("rollup 交 --rows 又 --today 2020-09-01").status == .refused)
    #expect(try files("又").isEmpty)
  }
}
