import TaskLedger

/// Holds the texts that a paper prints against what official papers may not hold (校对), and the office's
/// own words against the ledger.
enum PaperProof {
  /// The faults of the texts of a ledger that stand in a paper, each with its place.
  ///
  /// - Parameters:
  ///   - paper: The paper as Markdown.
  ///   - onDay: The ledger that it was printed from, on the day of the paper.
  ///   - hedges: The words that hedge where a fact is told.
  /// - Returns: A note for each fault of what can still be changed, and one for all others; nothing
  ///   is changed.
  static func faults(
    of paper: String, _ onDay: LedgerOnDay, hedges: HedgeWords
  ) -> [Diagnostic] {
    let ledger = onDay.ledger
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
    return doubts(in: printed, onDay, hedges) + faults
  }

  /// What is said of the office's own words that stand in a paper.
  private static func doubts(
    in printed: String, _ onDay: LedgerOnDay, _ hedges: HedgeWords
  ) -> [Diagnostic] {
    onDay.ledger.texts.sorted { $0.key < $1.key }.flatMap { part, text in
      // The last paragraph carries its citation before the stop.
      let shown = text.paragraphs.filter {
        printed.contains(plain(String(PrintableText.line($0).dropLast())))
      }
      return Diagnostic.doubts(
        in: shown.joined(separator: "\n"), of: part, against: onDay, hedges: hedges)
    }
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
