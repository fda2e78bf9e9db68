import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Whether tests that need other programs must run.
private let isStrict = ProcessInfo.processInfo.environment["XIAOHAO_STRICT"] == "1"

/// Sheets that another program changes again and again: an answer is never recorded of another item
/// or figure, and a refusal says why. `make fuzz` changes thousands.
@Suite(.enabled(if: isStrict || Python.has("openpyxl"), Python.absence(of: "openpyxl")))
struct SheetProgramFuzzTests {
  let house: SheetHouse

  init() throws { house = try SheetHouse() }

  /// How many copies are made by one start of the other program.
  private static let batch = 50

  /// Reads changed copies of a filled sheet, and hands on what would be recorded of each.
  private func change(
    _ name: String, page: String, names: [String],
    _ check: ([String: Any], _ seed: UInt64) throws -> Void
  ) throws -> Int {
    var taken = 0
    try Fuzz.run(rounds: 2, "copies of \(page), \(Self.batch) at a time") { _, round in
      let seed = round * UInt64(Self.batch)
      _ = try Python.run(
        SheetFilling.change,
        [
          house.desk.path("填好/" + name), house.desk.path("变样"), "\(Self.batch)", "\(seed)", page,
        ] + names)
      for place in 0..<Self.batch {
        let outcome = try house.desk.json(
          "sheet import 变样/\(place).xlsx --dry-run --json" + house.options)
        let read = try #require((outcome["files"] as? [[String: Any]])?.first)
        guard read["status"] as? String == "taken" else {
          let findings = read["findings"] as? [Any] ?? []
          #expect(!findings.isEmpty, "seed \(seed) copy \(place)")
          continue
        }
        taken += 1
        try check(read, seed + UInt64(place))
      }
    }
    return taken
  }

  @Test func `changed pages of items never record of another item`() throws {
    house.export("--all")
    let departments =
      try house.desk.json("sheet status --json" + house.options)["departments"] as? [[String: Any]]
    let largest = departments?.max {
      ($0["items"] as? [Any] ?? []).count < ($1["items"] as? [Any] ?? []).count
    }
    let items = try #require(largest?["items"] as? [String])
    let name = house.file(try #require(largest?["name"] as? String))
    try house.fill(
      name, Dictionary(uniqueKeysWithValues: items.map { ($0, ["本月进展": "进展@\($0)@"]) }),
      into: "填好")
    let before = try house.desk.ledgerBytes()
    let taken = try change(name, page: "任务", names: ["条目", "改革内容", "审核码", "标识"]) {
      read, seed in
      for line in read["items"] as? [[String: Any]] ?? [] {
        guard let note = line["note"] as? String, let id = line["id"] as? String else { continue }
        #expect(note.contains("@\(id)@"), "seed \(seed)")
      }
    }
    #expect(taken > 0)
    #expect(try house.desk.ledgerBytes() == before)
  }

  @Test func `changed pages of figures never record another figure`() throws {
    house.export("信息工程系")
    let answers = [
      "工作人员@信息工程系": ["填报数值": "28"], "学代会日期@信息工程系": ["填报数值": "2020-05-30"],
      "其他职务@信息工程系": ["填报数值": "否"],
    ]
    let name = house.file("信息工程系")
    try house.fill(name, answers, into: "填好")
    let before = try house.desk.ledgerBytes()
    let taken = try change(name, page: "数据", names: ["数据名称", "院系", "标识"]) { read, seed in
      for figure in read["figures"] as? [[String: Any]] ?? [] {
        let own = figure["name"] as? String ?? ""
        #expect(answers[own]?["填报数值"] == figure["value"] as? String, "seed \(seed)")
      }
    }
    #expect(taken > 0)
    #expect(try house.desk.ledgerBytes() == before)
  }
}
