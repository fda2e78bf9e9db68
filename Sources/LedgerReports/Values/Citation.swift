import TaskLedger

/// Evidence as prose cites it (佐证): numbers collapsed to runs, in as many details as the paragraph
/// can bear.
///
/// Invariant: a citation is at most a tenth of the paragraph it closes.
enum Citation {
  /// The citation that closes a paragraph; nil when there is nothing to cite, or the paragraph is
  /// too short for any form; the index of evidence is ordered by item.
  ///
  /// - Parameters:
  ///   - paragraph: The paragraph without a citation.
  ///   - numbers: The numbers that the paragraph rests on, in order.
  /// - Returns: The citation in brackets, or nil.
  static func closing(_ paragraph: String, _ numbers: [EvidenceNumber]) -> String? {
    guard let first = numbers.first, let last = numbers.last else { return nil }
    let forms = [runs(of: numbers), span(from: first, to: last)]
    return forms.map(ReportPhrases.citation).first { form in
      form.count * 9 <= paragraph.count
    }
  }

  /// Paragraphs of which the last is closed by the evidence of the items they tell of.
  ///
  /// - Parameters:
  ///   - paragraphs: The paragraphs without a citation.
  ///   - lines: The items.
  /// - Returns: The paragraphs.
  static func closing(_ paragraphs: [String], evidenceOf lines: [ItemLine]) -> [String] {
    let numbers = lines.flatMap { $0.evidence.map(\.evidence.number) }
    guard let last = paragraphs.last, let citation = closing(last, numbers) else {
      return paragraphs
    }
    return paragraphs.dropLast() + ["\(last.dropLast())\(citation)\(last.suffix(1))"]
  }

  /// The numbers with their runs collapsed: 1.3-01至27、1.3-29.
  static func runs(of numbers: [EvidenceNumber]) -> String {
    var runs: [(first: EvidenceNumber, last: EvidenceNumber)] = []
    for number in numbers {
      if let run = runs.last, run.last.item == number.item, run.last.index + 1 == number.index {
        runs[runs.count - 1].last = number
      } else {
        runs.append((number, number))
      }
    }
    return ReportPhrases.joined(runs.map { span(from: $0.first, to: $0.last) })
  }

  private static func span(from first: EvidenceNumber, to last: EvidenceNumber) -> String {
    if first == last { return short(first) }
    let end = first.item == last.item ? index(last) : short(last)
    return ReportPhrases.range(short(first), end)
  }

  private static func short(_ number: EvidenceNumber) -> String {
    "\(number.item)-\(index(number))"
  }

  private static func index(_ number: EvidenceNumber) -> String {
    number.index < 10 ? "0\(number.index)" : "\(number.index)"
  }
}
