import TaskLedger

/// The reform told by area (改革情况报告): prose of its own, without citations and numbers of clauses.
package struct ReformReport: Sendable, Hashable {
  /// The same facts as the self-evaluation.
  package var evaluation: SelfEvaluation
  /// The areas with what was done in each.
  package var areas: [Area]

  /// One area.
  package struct Area: Sendable, Hashable {
    /// The place among the headings, from 1.
    package var number: Int
    /// The title.
    package var title: String
    /// What the area's documents and figures say, or that nothing is to be told yet; nil when its
    /// points tell all.
    package var summary: String?
    /// What was done, a paragraph a task.
    package var points: [String]
  }

  /// Makes the report.
  package init(_ input: ReportInput) {
    evaluation = SelfEvaluation(input)
    areas = []
    var told: Set<Int> = []
    var toldIndicators: Set<String> = []
    for area in input.profile.areas {
      told.formUnion(area.tasks)
      add(area.title, area.tasks, telling: &toldIndicators)
    }
    // A work that is told by no areas is told by its tasks.
    if input.profile.areas.isEmpty {
      for section in evaluation.sections {
        guard let task = section.task else { continue }
        told.insert(task)
        let title =
          section.hasHeading
          ? (section.title.isEmpty ? OfficeTextHeadings.untitled(task: task) : section.title)
          : evaluation.masthead.profile[.account]
        add(title, [task], telling: &toldIndicators)
      }
    }
    let lines = evaluation.lines
    var others: [Int] = []
    for line in lines where !told.contains(line.state.item.task) {
      if !others.contains(line.state.item.task) { others.append(line.state.item.task) }
    }
    if !others.isEmpty {
      add(ReportPhrases.otherArea, others, telling: &toldIndicators)
    }
  }

  private mutating func add(
    _ title: String, _ tasks: [Int], telling toldIndicators: inout Set<String>
  ) {
    let lines = tasks.map { task in evaluation.lines.filter { $0.state.item.task == task } }
    let items = Set(lines.joined().map(\.id))
    let clauses = Set(lines.joined().compactMap(\.state.item.clause))
    let documents = evaluation.documents.filter { items.contains($0.evidence.number.item) }
    // A figure that belongs to several areas is told in the first.
    let statements = evaluation.indicators.filter { line in
      line.answer.indicator.clauses.contains(where: clauses.contains)
        && toldIndicators.insert(line.answer.indicator.number).inserted
    }.compactMap(\.answer.statement)
    let points = lines.enumerated().compactMap { place, own in
      ReportPhrases.point(
        own, below: title, text: evaluation.texts[.task(tasks[place])])
    }
    let hasWithdrawn = evaluation.withdrawn.contains { tasks.contains($0.state.item.task) }
    let summary = ReportPhrases.summary(documents: documents, statements: statements)
    areas.append(
      Area(
        number: areas.count + 1, title: title,
        summary: summary
          ?? (points.isEmpty
            ? ReportPhrases.untold(
              hasItems: !items.isEmpty, hasWithdrawn: hasWithdrawn, in: evaluation.masthead.planName
            ) : nil),
        points: numbered(points, below: title, lines)))
  }

  /// The points with their numbers; the only one of the task that the heading names has none.
  private func numbered(
    _ points: [String], below title: String, _ lines: [[ItemLine]]
  ) -> [String] {
    if lines.count == 1, lines[0].first?.state.item.taskTitle == title { return points }
    return points.enumerated().map { ReportPhrases.numbered($0.offset + 1, $0.element) }
  }

  static let keys =
    Masthead.keys.within { (report: ReformReport) in report.evaluation.masthead }
    + KeyTable<ReformReport>([
      .text("title") { $0.evaluation.masthead.title(of: .reform) },
      .rows("guidance", SelfEvaluation.paragraph) {
        $0.evaluation.texts[.guidance]?.paragraphs ?? []
      },
      .rows("areas", Area.keys) { $0.areas },
      .text("resultsNumeral") { ReportPhrases.numeral($0.areas.count + 1) },
      .rows("results", SelfEvaluation.paragraph) { report in
        report.evaluation.texts[.results]?.paragraphs
          ?? Array(report.evaluation.results.prefix(1))
      },
      .flag("hasNextSteps") { !$0.evaluation.nextSteps.isEmpty },
      .text("nextNumeral") { ReportPhrases.numeral($0.areas.count + 2) },
      .rows("nextSteps", SelfEvaluation.paragraph) { $0.evaluation.nextSteps },
    ])
}

extension ReformReport.Area {
  static let keys = KeyTable<ReformReport.Area>([
    .text("numeral") { ReportPhrases.numeral($0.number) },
    .text("title") { $0.title },
    .optional("summary") { $0.summary },
    .rows("points", KeyTable<String>([.text("point") { $0 }])) { $0.points },
  ])
}
