import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// What goes to the province: papers, evidence and figures, and not the school's internal log.
struct BundleFiguresTests {
  private let desk: Desk

  init() throws {
    desk = try FinishedSchool.desk()
    desk.variables["PATH"] = "/nowhere"
    let made = desk.run("bundle --out 各校/报送 --ledger 台账 --today 2020-10-12")
    if made.status != .fine {
      try FileManager.default.createDirectory(
        atPath: desk.path("各校"), withIntermediateDirectories: true)
      let again = desk.run("bundle --out 各校/报送 --ledger 台账 --today 2020-10-12")
      #expect(again.status == .fine, "\(again.messages)")
    }
  }

  /// Writes a file of the submission anew and mends the digests, as somebody would who lies.
  private func rewrite(_ name: String, _ change: (String) -> String) throws {
    let text = try desk.text("各校/报送/" + name)
    let changed = change(text)
    #expect(changed != text)
    try desk.write("各校/报送/" + name, Array(changed.utf8))
  }

  @Test func `the log stays at home, and the figures go`() throws {
    let all = try FileManager.default.subpathsOfDirectory(atPath: desk.path("各校/报送"))
    #expect(!all.contains("events.jsonl"))
    #expect(all.contains("figures.json"))
    let figures = try desk.text("各校/报送/figures.json")
    #expect(!figures.contains("同意销号"))
    #expect(!figures.contains("领导小组办公室"))
    let checked = desk.run("bundle verify 各校/报送")
    #expect(checked.status == .fine, "\(checked.messages)")
    #expect(checked.messages.contains("说明[bundle-without-log]"))
    #expect(checked.messages.contains("不能重算"))
  }

  @Test func `figures that do not agree are found`() throws {
    try rewrite("figures.json") { $0.replacing("\"settled\" : true", with: "\"settled\" : false") }
    let checked = desk.run("bundle verify 各校/报送")
    #expect(checked.status == .integrity)
    #expect(checked.messages.contains("错误[bundle-figures-differ]"))
    #expect(checked.messages.contains("写明可以通过，但有条目没有办妥"))
  }

  @Test func `a province counts such a school by its figures and says so`() throws {
    let table = desk.run("rollup 各校 --today 2020-10-12")
    #expect(table.status == .fine, "\(table.messages)")
    #expect(table.output.contains("| 青禾示范学院（自报，截至2020年10月12日） | 27 |"), "\(table.output)")
    let json = try desk.json("rollup 各校 --json --today 2020-10-12")
    let school = try #require((json["schools"] as? [[String: Any]])?.first)
    #expect(school["declared"] as? Bool == true)
    #expect((school["verdict"] as? [String: Any])?["passes"] as? Bool == true)
    let own = try desk.json("rollup 台账 --json --today 2020-10-12")
    let computed = try #require((own["schools"] as? [[String: Any]])?.first)
    #expect(
      (school["granted"] as? NSDictionary) == (computed["granted"] as? NSDictionary))
  }
}
