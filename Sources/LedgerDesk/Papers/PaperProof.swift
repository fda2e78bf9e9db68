import TaskLedger

/// Holds the texts that a paper prints against what official papers may not hold (校对).
enum PaperProof {
  /// The faults of the texts of a ledger that stand in a paper, each with its place.
  ///
  /// - Parameters:
  ///   - paper: The paper as Markdown.
  ///   - ledger: The ledger that it was printed from.
  /// - Returns: A note for each fault; nothing is changed.
  static func faults(of paper: String, _ ledger: Ledger) -> [Diagnostic] {
    let printed = plain(paper)
    var seen: Set<Diagnostic> = []
    return ledger.writtenTexts.flatMap { written in
      let found = Proofreading.findings(in: written.text).filter {
        printed.contains(plain(PrintableText.line($0.excerpt)))
      }
      return Proofreading.groups(of: found).map { Diagnostic.proofread(written, $0) }
    }.filter { seen.insert($0).inserted }
  }

  /// Words without what Markdown adds and without the marks that a quotation changes.
  private static func plain(_ text: String) -> String {
    String(
      text.compactMap { character -> Character? in
        switch character {
        case "\\": nil
        case "‘": "“"
        case "’": "”"
        default: character
        }
      })
  }
}
