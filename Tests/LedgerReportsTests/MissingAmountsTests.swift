import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// The missing list ends with what is missing, and a department is told what is its own.
struct MissingAmountsTests {
  private let number: EvidenceNumber
  private let input: ReportInput

  /// Everything done, and one file of 校团委 that was changed.
  init() throws {
    number = try #require(EvidenceNumber(item: .item("3.1"), index: 1))
    input = try MadeUpLedgers.input(
      MadeUpLedgers.finished(), asOf: "2020-10-12", damaged: [number])
  }

  private func paper(_ name: String?, _ input: ReportInput) throws -> String {
    try render(.missing(by: nil, department: name), input, templates: MadeUpLedgers.templates)
  }

  @Test func `a damaged file is what is missing`() throws {
    let report = try MissingReport(input)
    #expect(report.amounts == "1件佐证的文件（证-3.1-01）")
    let text = try paper(nil, input)
    #expect(text.contains("还有1件佐证的文件（证-3.1-01）没有到位。"), "\(text)")
  }

  @Test func `the department that leads the item is told to hand the original in again`() throws {
    let text = try paper("校团委", input)
    #expect(text.contains("佐证文件缺失或已被改动，请交来原件放回：证-3.1-01。"), "\(text)")
    let other = try paper("学工部", input)
    #expect(!other.contains("证-3.1-01") && !other.contains("可以作出"), "\(other)")
  }

  @Test func `indicators are counted where they are listed`() throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    #expect(try MissingReport(input).amounts.contains("项指标"))
    let text = try paper("学工部", input)
    #expect(!text.contains("项指标"), "\(text)")
  }
}
