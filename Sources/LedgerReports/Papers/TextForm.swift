import TaskLedger

/// The file on which the office writes its own words (文稿): a heading a part.
package enum TextForm {
  /// The file as Markdown.
  ///
  /// - Parameter input: The ledger as of a day.
  /// - Returns: Headings with the text that is there, else with what the papers say without one.
  package static func markdown(_ input: ReportInput) -> String {
    let evaluation = SelfEvaluation(input)
    var lines = ["# \(ReportPhrases.textTitle)", ""]
    for section in evaluation.sections {
      guard let task = section.task else { continue }
      lines.append("## \(ReportPhrases.task(task, section.title))")
      lines += paragraphs(section.text?.paragraphs ?? section.prose)
    }
    for part in OfficeText.Part.whole {
      guard let title = OfficeTextHeadings.title(of: part) else { continue }
      lines.append("## \(title)")
      lines += paragraphs(evaluation.paragraphs(of: part))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func paragraphs(_ texts: [String]) -> [String] {
    let texts = texts.isEmpty ? [ReportPhrases.textWanted] : texts
    return [""] + texts.flatMap { [MarkdownText.escaped($0), ""] }
  }
}

extension SelfEvaluation {
  /// What the papers say in a part that belongs to no task.
  fileprivate func paragraphs(of part: OfficeText.Part) -> [String] {
    switch part {
    case .results: results
    case .problems: problems
    case .nextSteps: nextSteps
    case .guidance: texts[.guidance]?.paragraphs ?? []
    case .task: []
    }
  }
}
