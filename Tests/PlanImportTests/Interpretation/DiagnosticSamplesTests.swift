import Foundation
import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// Every code of a check has a small plan that shows it, and its wording is kept.
struct DiagnosticSamplesTests {
  static let folder = "Tests/Fixtures/diagnostics"

  /// A plan alone never shows that its list, or it itself, was corrected.
  static let checks = CheckRegistry.all.filter {
    ![.clauseChanged, .historyDoubtful].contains($0.code)
  }

  @Test(arguments: checks.map(\.code))
  func `a sample shows each code`(code: FindingCode) throws {
    let support = try PlanSupport()
    let plan = try support.imported(Self.sample(code))
    let found = plan.findings.filter { $0.code == code.rawValue }
    #expect(!found.isEmpty, "\(support.table(plan))")
    #expect(found.allSatisfy { $0.remedy?.parts.isEmpty == false })
  }

  @Test func `every code has a check`() {
    #expect(Set(CheckRegistry.all.map(\.code)) == Set(FindingCode.allCases))
    #expect(CheckRegistry.all.count == FindingCode.allCases.count)
  }

  @Test func `the wording of every code is the one kept`() throws {
    let support = try PlanSupport()
    var lines: [String] = []
    for check in Self.checks {
      let plan = try support.imported(Self.sample(check.code))
      let finding = try #require(plan.findings.first { $0.code == check.name })
      lines.append("\(finding.severity.rawValue)[\(finding.code)]: \(finding.message)")
      lines.append("  建议：\(finding.remedy?.words ?? "")")
    }
    let url = SharedDocuments.repository.appendingPathComponent("\(Self.folder)/wording.expected")
    let actual = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try actual.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == actual)
  }

  private static func sample(_ code: FindingCode) throws -> SourceDocument {
    let isText = [FindingCode.cellShifted, .measureInherited].contains(code)
    return try PlanSupport.repositoryFile("\(folder)/\(code.rawValue).\(isText ? "txt" : "md")")
  }
}
