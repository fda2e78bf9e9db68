import Foundation
import Testing
import XiaohaoCLI

/// A ledger's own settings.
struct SettingsTests {
  private let desk: Desk
  private let attach = "attach 1.1 大.bin --actor 学工部 --ledger 台账 --today 2020-07-21"

  init() throws {
    desk = try Desk()
    try desk.write("大.bin", [UInt8](repeating: 7, count: (1 << 20) + 1))
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
    desk.run(["import", Desk.samplePlan, "--ledger", "台账", "--today", "2020-07-20"])
    desk.run("start 1.1 --actor 学工部 --ledger 台账 --today 2020-07-21")
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/tasks"), withIntermediateDirectories: false)
  }

  private func set(_ name: String, _ value: String) throws {
    try desk.write(
      "台账/tasks/settings.md", Array("| 设置 | 值 |\n|---|---|\n| \(name) | \(value) |\n".utf8))
  }

  @Test func `the school's own limit is kept, and changed back`() throws {
    try set("单个佐证上限", "1 MiB")
    let refused = desk.run(attach)
    #expect(refused.status == .unreadableInput)
    #expect(refused.messages.contains("有 2 MiB，超过上限 1 MiB"))
    #expect(refused.messages.contains("请管理台账的人在台账文件夹的 tasks/settings.md 里调高"))
    #expect(try desk.names(in: "台账/evidence/.staging").isEmpty)
    try set("单个佐证上限", "２ＧＢ")
    #expect(desk.run(attach).status == .fine)
  }

  @Test(arguments: ["很大", "", "0 MiB", "65 GiB", "99999999999999999999 MiB", "5"])
  func `a limit that cannot be read is an error with its place`(_ value: String) throws {
    try set("单个佐证上限", value)
    let outcome = desk.run(attach)
    #expect(outcome.status == .unreadableInput)
    #expect(outcome.messages.contains("[setting-unreadable]"), "\(outcome.messages)")
    #expect(outcome.messages.contains("settings.md"))
  }

  @Test func `a setting that nobody knows is an error`() throws {
    try set("单个佐证的上限", "1 GiB")
    #expect(desk.run(attach).messages.contains("[setting-unknown]"))
  }
}
