import LedgerDesk
package import TaskLedger

/// The one way messages are printed.
package enum DiagnosticPrinter {
  /// The text of messages, each ended by a line break; repeats beyond 20 of one code are folded.
  package static func text(_ diagnostics: [Diagnostic], wording: RemedyWords) -> String {
    var counts: [String: Int] = [:]
    var lines: [String] = []
    for diagnostic in diagnostics {
      counts[diagnostic.code, default: 0] += 1
      if counts[diagnostic.code, default: 0] <= 20 { lines += self.lines(of: diagnostic, wording) }
    }
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > 20 {
      lines.append(Diagnostic.foldedRepeats(code: code, count: count - 20))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(of diagnostic: Diagnostic, _ wording: RemedyWords) -> [String] {
    let place = diagnostic.location.map { "\(PrintableText.line($0.description)): " } ?? ""
    let head = "\(place)\(diagnostic.severity.words)[\(diagnostic.code)]: "
    var lines = [head + PrintableText.line(diagnostic.message)]
    if let remedy = diagnostic.remedy {
      lines.append(
        "  " + Diagnostic.suggestionLine(PrintableText.line(wording.text(of: remedy))))
    }
    return lines
  }
}
