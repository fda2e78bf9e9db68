import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// The way beyond one machine: DuckDB over exported events gives what `rollup` gives.
struct ProvinceScriptTests {
  /// Whether Python has DuckDB; the test is skipped by name when it has not.
  static let hasDuckDB = run(["-c", "import duckdb"]) != nil

  /// What Python prints; nil when it fails or there is none.
  private static func run(_ arguments: [String]) -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }

  private struct Answer: Decodable {
    var clauses: [Clause]
  }

  private struct Clause: Decodable, Equatable {
    var id: String
    var closed: [String]
    var closedLate: [String]
    var standing: [String]
    var open: [String]
    var overdue: [String]
    var unanswered: [String]
  }

  private func clauses(_ data: Data?) throws -> [Clause] {
    try JSONDecoder().decode(Answer.self, from: #require(data)).clauses
  }

  @Test(.enabled(if: hasDuckDB, "DuckDB is not installed: pip install duckdb"))
  func `DuckDB over the events of many schools answers as rollup does`() throws {
    let desk = try Desk()
    try desk.write("方案.pdf", Array("%PDF-1.4 sample".utf8))
    try desk.write("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
    TourTests.walk(desk, plan: Desk.samplePlan, school: "南岭工程职业学院")
    desk.run("init --ledger 乙 --school 乙学院 --today 2020-07-20")
    desk.run("import \(Desk.samplePlan) --ledger 乙 --today 2020-07-20")
    desk.run("start 1.1 2.1 --ledger 乙 --actor 学工部 --today 2020-07-21")
    desk.run(
      "extend request 2.1 --until 2020-09-20 --reason 会议改期 --progress 过半 --ledger 乙 --actor 学工部"
        + " --today 2020-07-22")
    desk.run("undo 32 --reason 记错 --ledger 乙 --actor 学工部 --today 2020-07-22")
    desk.run(
      "revise 7.1 --deadline 2020年6月 --reason 核对 --ledger 乙 --actor 校团委 --today 2020-07-23")
    for (ledger, folder) in [("台账", "甲"), ("乙", "乙")] {
      try FileManager.default.createDirectory(
        atPath: desk.path("各校/" + folder), withIntermediateDirectories: true)
      let file = "各校/\(folder)/events.jsonl"
      #expect(desk.run("export --events --ledger \(ledger) --output \(file)").status == .fine)
    }
    let script = SharedDocuments.repository.appendingPathComponent("scripts/province.py").path
    for day in ["2020-07-22", "2020-08-01", "2020-10-10"] {
      let own = try clauses(
        Data(desk.run("rollup 各校 --json --today \(day)").output.utf8))
      #expect(own.count == 27)
      let asked = [script, desk.path("各校"), "--as-of", day]
      #expect(try clauses(Self.run(asked)) == own, "\(day)")
      let columns = desk.path("列-\(day)")
      #expect(try clauses(Self.run(asked + ["--parquet", columns])) == own)
      #expect(try clauses(Self.run([script, columns, "--as-of", day])) == own)
    }
  }
}
