import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Whether tests that need other programs must run.
private let isStrict = ProcessInfo.processInfo.environment["XIAOHAO_STRICT"] == "1"

/// Sheets that came back by other programs than the one that they are made for.
@Suite(.enabled(if: isStrict || Python.has("openpyxl"), Python.absence(of: "openpyxl")))
struct SheetProgramTests {
  let house: SheetHouse
  private let answers = [
    "工作人员@信息工程系": ["填报数值": "28"], "学代会日期@信息工程系": ["填报数值": "2020-05-30"],
    "其他职务@信息工程系": ["填报数值": "否"],
  ]

  init() throws {
    house = try SheetHouse()
    house.export("--all")
  }

  /// The items of a department's sheet.
  private func items(_ department: String) throws -> [String] {
    let departments =
      try house.desk.json("sheet status --json" + house.options)["departments"] as? [[String: Any]]
    let line = departments?.first { $0["name"] as? String == department }
    return try #require(line?["items"] as? [String])
  }

  private func expectTaken() throws {
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    // What a program rewrites by itself is nobody's words.
    for code in ["sheet-words-not-taken", "sheet-cell-changed"] {
      #expect(!taken.messages.contains(code), "\(taken.messages)")
    }
    let figures = try house.figures()
    for (name, values) in answers { #expect(figures[name] == values["填报数值"], "\(name)") }
    let departments =
      try house.desk.json("sheet status --json" + house.options)["departments"] as? [[String: Any]]
    let line = departments?.first { $0["name"] as? String == "学工部" }
    #expect((line?["reported"] as? [String])?.count == 1)
  }

  @Test(.enabled(if: isStrict || Python.has("pandas"), Python.absence(of: "pandas")))
  func `a script that writes the cells anew is read all the same`() throws {
    try house.fill(house.file("信息工程系"), answers, script: SheetFilling.pandas)
    let id = try #require(try items("学工部").first)
    try house.fill(house.file("学工部"), [id: ["本月进展": "开了两次会"]], script: SheetFilling.pandas)
    try expectTaken()
  }

  @Test func `a sheet as WPS saves it is read`() throws {
    try house.fill(house.file("信息工程系"), answers, into: "填好")
    let id = try #require(try items("学工部").first)
    try house.fill(house.file("学工部"), [id: ["本月进展": "开了两次会"]], into: "填好")
    try FileManager.default.createDirectory(
      atPath: house.desk.path("收回"), withIntermediateDirectories: true)
    for name in [house.file("信息工程系"), house.file("学工部")] {
      _ = try Python.run(
        SheetFilling.wps, [house.desk.path("填好/" + name), house.desk.path("收回/" + name)])
    }
    try expectTaken()
  }

  @Test(
    .enabled(
      if: isStrict
        || (try? Shell.run(
          "sh", ["-c", "ls $(dirname $(readlink -f $(command -v soffice)))/libsclo.so"])) != nil,
      "LibreOffice Calc is not installed (libreoffice-calc)"),
    arguments: ["xls", "ods"])
  func `answers survive another format and back`(_ format: String) throws {
    try house.fill(house.file("信息工程系"), answers, into: "填好")
    let id = try #require(try items("学工部").first)
    try house.fill(house.file("学工部"), [id: ["本月进展": "开了两次会"]], into: "填好")
    let names = [house.file("信息工程系"), house.file("学工部")]
    for (target, from) in [(format, "填好"), ("xlsx", "中间")] {
      let sources = names.map { name in
        let stem = (name as NSString).deletingPathExtension
        return house.desk.path("\(from)/\(stem).\(target == "xlsx" ? format : "xlsx")")
      }
      _ = try Shell.run(
        "soffice",
        [
          "-env:UserInstallation=file://" + house.desk.path("profile"), "--headless",
          "--convert-to", target, "--outdir", house.desk.path(target == "xlsx" ? "收回" : "中间"),
        ] + sources)
    }
    try expectTaken()
  }
}
