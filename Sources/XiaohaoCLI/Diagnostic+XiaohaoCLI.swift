import LedgerReports
import TaskLedger

/// The wording of the command line.
extension Diagnostic {
  /// The line under a message that says what to do.
  static func suggestionLine(_ suggestion: String) -> String { "建议：\(suggestion)" }

  /// The line that stands for repeats.
  static func foldedRepeats(code: String, count: Int) -> String {
    "另有 \(count) 处 [\(code)]；全部见 --json"
  }
}

extension FindingJSON {
  /// A diagnostic, with its remedy as the exact command.
  init(_ diagnostic: Diagnostic) { self.init(diagnostic, wording: RemedyWords.text) }
}
