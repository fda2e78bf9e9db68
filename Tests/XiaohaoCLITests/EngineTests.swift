import Foundation
import LedgerStore
import TestSupport
import Testing
import XiaohaoCLI

/// Engines over derived rows give what `rollup` gives, over schools with every kind of history.
struct EngineTests {
  /// How many schools; `make cluster` asks for more.
  static let schoolCount =
    ProcessInfo.processInfo.environment["XIAOHAO_SCHOOLS"].flatMap { Int($0) } ?? 8

  /// Whether `make cluster` runs.
  static let isCluster = ProcessInfo.processInfo.environment["XIAOHAO_SCHOOLS"] != nil

  private let desk: Desk
  private let days = ["2020-06-20", "2020-08-01", "2020-10-16", "2021-06-30"]

  init() throws {
    desk = try Desk()
    for seed in 0..<Self.schoolCount {
      let school = try RandomSchool(
        seed: 1000 + seed, name: "样例学院\(seed)", length: 40 + seed % 7 * 30)
      _ = try LedgerStore.create(
        in: LedgerFolder(path: desk.path("各校/\(seed)")), of: school.entries)
    }
  }

  /// Writes the rows, and what `rollup` says of each day.
  private func prepare() throws -> [String] {
    try days.map { day in
      let outcome = desk.run("rollup 各校 --rows 行 --json --today \(day)")
      #expect(outcome.status == .fine, "\(outcome.messages)")
      try desk.write("\(day).json", Array(outcome.output.utf8))
      return "\(day)=\(desk.path("\(day).json"))"
    }
  }

  private func script(_ name: String, _ arguments: [String]) throws -> String {
    let path = SharedDocuments.repository.appendingPathComponent("scripts/rows/\(name)").path
    do {
      return try Shell.run("python3", [path] + arguments)
    } catch let failure as Shell.Failure {
      Issue.record("\(name) ended with \(failure.status): \(failure.output)")
      return ""
    }
  }

  private func answers(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: desk.path(name)))
  }

  @Test(.enabled(if: Python.has("duckdb"), Python.absence(of: "duckdb")))
  func `DuckDB answers as rollup does, from lines and from Parquet`() throws {
    let days = try prepare()
    let lines = try script("equal.py", ["duckdb", desk.path("行")] + days)
    #expect(lines.contains("4 days, 0 differences"), "\(lines)")
    let rows = [desk.path("行"), desk.path("列")]
    #expect(try script("parquet.py", rows) == "\(Self.schoolCount) files\n")
    #expect(try script("parquet.py", rows) == "0 files\n")
    let columns = try script("equal.py", ["duckdb", desk.path("列")] + days)
    #expect(columns.contains("4 days, 0 differences"), "\(columns)")
    #expect(try answers("行.duckdb.json") == answers("列.duckdb.json"))
    let asked = try script("ask.py", [desk.path("列"), "--as-of", "2020-08-01"])
    #expect(asked.contains("late-by-department"))
  }

  @Test(
    .enabled(
      if: isCluster && Python.has("pyspark") && Python.has("duckdb") && Shell.has("java"),
      "a cluster takes minutes, and PySpark, DuckDB and Java 17: make cluster"))
  func `Spark answers as rollup and DuckDB do`() throws {
    let days = try prepare()
    #expect(try !script("equal.py", ["duckdb", desk.path("行")] + days).isEmpty)
    let found = try script("equal.py", ["spark", desk.path("行")] + days)
    #expect(found.contains("4 days, 0 differences"), "\(found)")
    #expect(try answers("行.spark.json") == answers("行.duckdb.json"))
  }

  @Test(.enabled(if: Python.has("duckdb"), Python.absence(of: "duckdb")))
  func `of two heads of one ledger the longer counts`() throws {
    let days = try prepare()
    desk.run("note 1.1 推进会 --actor 校团委 --ledger 各校/0 --today 2021-07-01")
    #expect(try days == prepare())
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.path("行")).count
        == Self.schoolCount + 1)
    let found = try script("equal.py", ["duckdb", desk.path("行")] + days)
    #expect(found.contains("4 days, 0 differences"), "\(found)")
  }
}
