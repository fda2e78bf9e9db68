import LedgerReports
import LedgerStore
import TaskLedger

extension BundleManifest {
  /// What a submission says of a ledger, its files left out.
  ///
  /// - Parameters:
  ///   - input: The ledger as of the day, with what goes with it.
  ///   - program: Which program writes it.
  ///   - head: Where the log stands.
  ///   - pieces: The evidence.
  ///   - own: What the school uses in place of what is built in.
  init(
    of input: ReportInput, program: String, head: LogHead, _ pieces: [BundlePiece], own: OwnParts
  ) {
    let report = SelfEvaluation(input)
    let lines = report.sections.flatMap(\.lines)
    let verdict = report.verdict
    self.init(
      program: program, school: input.ledger.school, asOf: input.asOf.description,
      head: .init(sequence: head.sequence, digest: head.digest, code: head.code),
      listNumber: input.ledger.list?.documentNumber ?? "",
      planNumber: input.ledger.plan?.documentNumber ?? "",
      verdict: .init(
        passes: verdict.passes, sentence: verdict.sentence(input.profile),
        reasons: verdict.reasonWords),
      counts: .init(
        items: lines.count, closed: lines.count(where: \.isDone),
        standing: report.counts[.ongoing], open: report.open.count,
        overdue: lines.count { $0.overdueDays != nil },
        evidence: pieces.count { $0.condition != .void },
        evidenceMissing: pieces.count(where: \.isAbsent)),
      indicators: Indicator.all(IndicatorLine.all(input)), evidence: pieces.map(\.entry), files: [],
      own: own.entries(list: input.ledger.list), set: input.ledger.list?.set)
  }
}

extension BundleManifest.Indicator {
  /// The answers as a submission tells them.
  static func all(_ lines: [IndicatorLine]) -> [Self] {
    lines.map { line in
      .init(
        number: line.answer.indicator.number, isStarred: line.answer.indicator.isStarred,
        text: line.answer.indicator.text, judgement: line.answer.judgement.words,
        figures: line.answer.remark, detail: line.answer.detail ?? "")
    }
  }
}

extension OwnParts {
  /// What a submission says of them.
  ///
  /// - Parameter list: The list in force; nil when there is none.
  /// - Returns: An entry a file, and one for the list where it is changed.
  func entries(list: TaskList?) -> [BundleManifest.Own] {
    var entries = parts.map {
      BundleManifest.Own(
        kind: $0.kind, name: $0.name, sha256: $0.digest.description, path: $0.path)
    }
    if let list, let digest = Self.ownDigest(of: list) {
      entries.append(
        .init(kind: .list, name: list.documentNumber, sha256: digest.description, path: nil))
    }
    return entries
  }
}

extension OwnParts.Part {
  /// Where it lies in a submission.
  var path: String {
    let stem = String(name.split(separator: "/").last ?? "")
    return BundleFile.own + "/" + BundleName.part(stem)
  }
}
