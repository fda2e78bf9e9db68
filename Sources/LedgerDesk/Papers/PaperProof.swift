import TaskLedger

/// Holds the texts that a paper prints against what official papers may not hold (校对).
enum PaperProof {
  /// The faults of the texts of a ledger that stand in a paper, each with its place.
  ///
  /// - Parameters:
  ///   - paper: The paper as Markdown.
  ///   - ledger: The ledger that it was printed from.
  /// - Returns: A note for each fault of what can still be changed, and one for all others; nothing
  ///   is changed.
  static func faults(of paper: String, _ ledger: Ledger) -> [Diagnostic] {
    let printed = plain(paper)
    var seen: Set<Diagnostic> = []
    var recorded: [(written: WrittenText, group: Proofreading.Group)] = []
    var faults: [Diagnostic] = []
    for written in ledger.writtenTexts {
      let found = Proofreading.findings(in: written.text).filter {
        printed.contains(plain(PrintableText.line($0.excerpt)))
      }
      for group in Proofreading.groups(of: found) {
        let fault = Diagnostic.proofread(written, group)
        guard seen.insert(fault).inserted else { continue }
        if written.place.canBeChanged {
          faults.append(fault)
        } else {
          recorded.append((written, group))
        }
      }
    }
    if let first = recorded.first {
      let count = recorded.reduce(0) { $0 + $1.group.findings.count }
      faults.append(.recordedFaults(count, first: first.written, first.group))
    }
    return faults
  }

  /// Words without what Markdown adds and without the marks that a quotation changes.
  private static func plain(_ text: String) -> String {
    ScalarText.replacing(in: text) { scalar in
      switch scalar {
      case "\\": ""
      case "‘": "“"
      case "’": "”"
      default: nil
      }
    }
  }
}
