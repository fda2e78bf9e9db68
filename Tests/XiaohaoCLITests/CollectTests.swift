import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// A province takes in what schools send, as it comes.
struct CollectTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    for school in ["甲学院", "乙学院", "丙学院"] { make(school) }
    try FileManager.default.createDirectory(
      atPath: desk.path("来件"), withIntermediateDirectories: true)
    try desk.write("名单.txt", Array("学校\n甲学院\n乙学院\n丙学院\n丁学院\n".utf8))
  }

  private func make(_ school: String, in folder: String? = nil, on day: String = "2020-07-20") {
    let folder = folder ?? school
    #expect(desk.run("init --ledger \(folder) --school \(school) --today \(day)").status == .fine)
    #expect(
      desk.run("import \(Desk.samplePlan) --ledger \(folder) --today \(day)").status == .fine)
  }

  private func collect(_ words: String = "", on day: String = "2020-09-01") -> Desk.Outcome {
    desk.run("collect 来件 --into 收件 --today \(day) \(words)")
  }

  private func backUp(_ school: String, as name: String) {
    #expect(desk.run("backup 来件/\(name) --ledger \(school) --today 2020-09-01").status == .fine)
  }

  private func clear() throws {
    try FileManager.default.removeItem(atPath: desk.path("来件"))
    try FileManager.default.createDirectory(
      atPath: desk.path("来件"), withIntermediateDirectories: true)
  }

  private func codes(_ outcome: Desk.Outcome) throws -> [String] {
    let document =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return (document?["refused"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }

  @Test func `zip, folder and ledger are kept by school and head, and who is missing is named`()
    throws
  {
    backUp("甲学院", as: "甲.zip")
    #expect(
      desk.run(
        "bundle --out 来件/乙 --with-log --ledger 乙学院 --as-of 2020-09-01 --today 2020-09-01"
      ).status == .fine)
    try FileManager.default.copyItem(atPath: desk.path("丙学院"), toPath: desk.path("来件/丙"))
    let outcome = collect("--schools 名单.txt")
    #expect(outcome.status == .refused)
    #expect(outcome.output.contains("收下 3 份，没有变化 0 份，没有收下 0 份，还没有收下的学校 1 所"))
    #expect(outcome.messages.contains("还没有收下「丁学院」的报送件"))
    let head = try desk.json("verify --json --ledger 乙学院")["head"] as? String
    #expect(
      FileManager.default.fileExists(atPath: desk.path("收件/乙学院/\(head ?? "?").zip")))
    let again = collect()
    #expect(again.status == .fine)
    #expect(again.output.contains("收下 0 份，没有变化 3 份"))
    let rollup = desk.run("rollup 收件 --json --today 2020-09-01")
    #expect(rollup.status == .fine, "\(rollup.messages)")
    for school in ["甲学院", "乙学院", "丙学院"] { #expect(rollup.output.contains(school)) }
  }

  @Test(.bug(id: "desk", "remedies named folders that nobody had named"))
  func `remedies name the places as the person named them`() throws {
    backUp("甲学院", as: "新.zip")
    try FileManager.default.moveItem(atPath: desk.path("来件"), toPath: desk.path("九月 来件"))
    let options = ["--into", "收下的", "--schools", "名单.txt", "--today", "2020-09-01"]
    let outcome = desk.run(["collect", "九月 来件"] + options)
    #expect(
      outcome.messages.contains("xiaohao collect '九月 来件' --into 收下的")
        || outcome.messages.contains("xiaohao collect \"九月 来件\" --into 收下的"), "\(outcome.messages)")
    #expect(!outcome.messages.contains("没有报送"))
  }

  @Test func `what is older, diverges, is damaged or of another ledger is refused and named`()
    throws
  {
    backUp("甲学院", as: "旧.zip")
    try FileManager.default.copyItem(atPath: desk.path("甲学院"), toPath: desk.path("分叉"))
    desk.run("start 1.1 --ledger 甲学院 --actor 学工部 --today 2020-07-21")
    try FileManager.default.moveItem(atPath: desk.path("来件/旧.zip"), toPath: desk.path("旧.zip"))
    backUp("甲学院", as: "新.zip")
    #expect(collect().status == .fine)
    try clear()
    try FileManager.default.moveItem(atPath: desk.path("旧.zip"), toPath: desk.path("来件/旧.zip"))
    let older = collect("--json")
    #expect(older.status == .refused)
    #expect(try codes(older) == ["collect-older"])
    try clear()
    for item in ["1.1", "2.1"] {
      desk.run("start \(item) --ledger 分叉 --actor 校团委 --today 2020-07-22")
    }
    backUp("分叉", as: "分叉.zip")
    #expect(try codes(collect("--json")) == ["collect-diverges"])
    try clear()
    make("甲学院", in: "另一本", on: "2020-07-21")
    backUp("另一本", as: "另一本.zip")
    #expect(try codes(collect("--json")) == ["collect-other-ledger"])
    #expect(collect("--accept 甲学院").status == .fine)
    try clear()
    backUp("乙学院", as: "乙.zip")
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: desk.path("来件/乙.zip"))))
    bytes[bytes.count / 2] ^= 0xFF
    try desk.write("来件/乙.zip", bytes)
    #expect(try codes(collect("--json")) == ["collect-unreadable"])
  }

  @Test(.bug(id: "rollup", "a rewritten log got in behind a submission without log"))
  func `a log continues the last one although figures alone came between`() throws {
    try FileManager.default.copyItem(atPath: desk.path("甲学院"), toPath: desk.path("分叉"))
    desk.run("start 1.1 --ledger 甲学院 --actor 学工部 --today 2020-07-21")
    backUp("甲学院", as: "甲.zip")
    #expect(collect().status == .fine)
    try clear()
    for item in ["1.1", "2.1"] {
      desk.run("start \(item) --ledger 分叉 --actor 校团委 --today 2020-07-22")
    }
    let bundle = "bundle --out 来件/无记录.zip --ledger 分叉 --as-of 2020-09-01 --today 2020-09-01"
    #expect(desk.run(bundle).status == .fine)
    #expect(collect().messages.contains("[collect-unchecked]"))
    try clear()
    backUp("分叉", as: "分叉.zip")
    #expect(try codes(collect("--json")) == ["collect-diverges"])
  }

  @Test func `the view of a past day stays what it was`() throws {
    backUp("甲学院", as: "甲.zip")
    #expect(collect(on: "2020-08-01").status == .fine)
    func view(_ day: String) -> String { desk.run("rollup 收件 --json --today \(day)").output }
    let before = view("2020-08-15")
    desk.run("start 1.1 --ledger 甲学院 --actor 学工部 --today 2020-07-21")
    try clear()
    backUp("甲学院", as: "甲.zip")
    backUp("乙学院", as: "乙.zip")
    #expect(collect(on: "2020-09-01").status == .fine)
    #expect(view("2020-08-15") == before)
    #expect(view("2020-09-01").contains("乙学院"))
    #expect(view("2020-09-01") == view("2020-09-01"))
  }

  @Test
  func `a submission without its log is taken, and it is said that nothing proves it goes on`()
    throws
  {
    backUp("甲学院", as: "甲.zip")
    #expect(collect().status == .fine)
    try clear()
    desk.run("start 1.1 --ledger 甲学院 --actor 学工部 --today 2020-07-21")
    #expect(
      desk.run("bundle --out 来件/甲.zip --ledger 甲学院 --as-of 2020-09-01 --today 2020-09-01").status
        == .fine)
    let outcome = collect()
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.messages.contains("[collect-unchecked]"))
  }

  @Test func `a school that is not on the list is named with the nearest`() throws {
    make("丁学员")
    backUp("丁学员", as: "丁.zip")
    let outcome = collect("--schools 名单.txt")
    #expect(outcome.messages.contains("[collect-unlisted]"))
    #expect(outcome.messages.contains("相近的有：丁学院"))
  }

  @Test func `neither a ledger nor a list that points elsewhere is a collection`() throws {
    backUp("甲学院", as: "甲.zip")
    #expect(desk.run("collect 来件 --into 乙学院 --today 2020-09-01").status == .refused)
    #expect(collect().status == .fine)
    let list = try String(contentsOfFile: desk.path("收件/collection.jsonl"), encoding: .utf8)
    try desk.write(
      "收件/collection.jsonl", Array(list.replacing("甲学院/", with: "../甲学院/").utf8))
    #expect(collect().status == .integrity)
    #expect(desk.run("rollup 收件 --today 2020-09-01").status == .refused)
  }
}
