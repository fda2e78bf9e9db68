/// One key that a template of a paper may use, for those who write templates.
package struct ReportKey: Sendable, Hashable {
  /// The key; within rows the names of the rows stand before it, such as `overdue.id`.
  package var key: String
  /// What it means.
  package var meaning: String
  /// What it gives for the ledger at hand; empty when that has nothing.
  package var sample: String

  /// Creates a key.
  package init(key: String, meaning: String, sample: String) {
    self.key = key
    self.meaning = meaning
    self.sample = sample
  }
}

/// Every key that a template of a paper may use, with a sample from the ledger at hand.
///
/// - Parameters:
///   - paper: Which paper.
///   - input: The ledger that samples are taken from.
/// - Returns: The keys in the order of the paper; those of rows follow their rows.
/// - Throws: ``ReportError`` when no item names the department of the paper.
package func keys(of paper: Paper, _ input: ReportInput) throws(ReportError) -> [ReportKey] {
  let sheet = try ReportSheet(paper, input)
  return keys(of: sheet.shapes, under: "", sample: sheet.fields)
}

private func keys(of shapes: [KeyShape], under path: String, sample: Fields?) -> [ReportKey] {
  shapes.flatMap { shape in
    let key = path + shape.name
    let value = sample?[shape.name]
    switch shape.kind {
    case .rows(let inner):
      let rows: [Fields] = if case .rows(let rows) = value { rows } else { [] }
      return [
        ReportKey(
          key: key, meaning: KeyWords.meaning(ofRows: shape.name) ?? "", sample: "×\(rows.count)")
      ] + keys(of: inner, under: key + ".", sample: rows.first)
    case .text, .optional, .flag:
      return [
        ReportKey(
          key: key, meaning: KeyWords.meaning(ofValue: shape.name) ?? "",
          sample: words(of: value))
      ]
    }
  }
}

private func words(of value: FieldValue?) -> String {
  switch value {
  case .text(let text): text ?? ""
  case .flag(let flag): ReportPhrases.words(of: flag)
  case .rows, nil: ""
  }
}
