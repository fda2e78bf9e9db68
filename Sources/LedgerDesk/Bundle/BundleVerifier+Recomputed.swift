import BundledAssets
import Foundation
import LedgerReports
import LedgerStore
import TaskLedger

/// What a submission carries enough for is reckoned again.
extension BundleVerifier {
  // MARK: - What is the school's own

  /// The school's own files are those that the manifest names, with their digests.
  mutating func checkOwn(_ manifest: BundleManifest) -> OwnParts {
    var files: [String: [UInt8]] = [:]
    for own in manifest.own ?? [] {
      guard let path = own.path else { continue }
      if let bytes = source.bytes(path), EventChain.digest(of: bytes).description == own.sha256 {
        files[own.name] = bytes
      } else {
        findings.append(.bundleManifestDiffers(path))
      }
    }
    let parts = OwnParts(files: files)
    // Whatever is named is really of that kind, and whatever is used is named.
    let named = Set((manifest.own ?? []).filter { $0.path != nil })
    for own in named.symmetricDifference(parts.entries(list: nil)) {
      findings.append(.bundleManifestDiffers(own.name))
    }
    return parts
  }

  // MARK: - The log

  /// Replays the rules over the entries.
  ///
  /// - Returns: The ledger as of the day of the papers.
  mutating func replayed(
    _ entries: [EventEnvelope], _ manifest: BundleManifest, _ own: OwnParts
  ) -> Ledger {
    let data = SchoolData(files: own.tables, set: manifest.reformSet)
    var replay = RuleReplay(departments: data.departmentsForReview) {
      EventChain.digest(of: $0)
    }
    for entry in entries {
      findings += replay.take(entry).map {
        .integrity(.ruleBroken(sequence: entry.sequence, $0))
      }
    }
    findings += replay.ledger.unplaced.filter { sequence in
      !findings.contains { $0.location == .event(sequence: sequence) }
    }.map { .integrity(.entryUnplaced(sequence: $0)) }
    return CivilDate(manifest.asOf).map { Ledger.folding(entries, asOf: $0) } ?? replay.ledger
  }

  /// With the log: verdict, counts, indicators, evidence, figures, and where the same program made
  /// them also the papers.
  mutating func recompute(
    _ manifest: BundleManifest, _ figures: DeclaredFigures?, _ entries: [EventEnvelope],
    _ ledger: Ledger, _ own: OwnParts
  ) {
    guard let asOf = CivilDate(manifest.asOf) else { return }
    let conditions = Dictionary(
      manifest.evidence.map { ($0.number, $0.condition) }, uniquingKeysWith: { first, _ in first })
    let pieces = ledger.itemsInOrder.flatMap { state in
      state.evidence.map { attached in
        BundlePiece(attached, of: state.item) {
          conditions["\(attached.evidence.number)"] ?? .included
        }
      }
    }
    var input: ReportInput
    do throws(DeskError) {
      input = try self.input(ledger, asOf: asOf, own, manifest.reformSet)
    } catch {
      findings += error.diagnostics
      return
    }
    input.headCode = manifest.head.code
    input.damagedEvidence = Set(pieces.filter(\.isAbsent).map(\.evidence.number))
    if ledger.meetings.values.contains(where: { $0.seal != nil }) {
      input.entries = entries.filter { $0.effective <= asOf }
    }
    let head = LogHead(sequence: manifest.head.sequence, digest: manifest.head.digest)
    let reckoned = BundleManifest(
      of: input, program: manifest.program, head: head, pieces, own: own)
    compare(manifest, reckoned)
    let origin =
      source.text(BundleFile.events)?.split(separator: "\n").first
      .flatMap(StoredEntry.init(line:))?.digest ?? ""
    compareRows(manifest, entries, origin: origin, school: ledger.school, figures)
    if let figures {
      var declared = DeclaredFigures(input, origin: origin, head: (head.sequence, head.digest))
      // What earlier programs did not tell is not missed.
      if figures.exemptions == nil { declared.exemptions = nil }
      if figures.own == nil { declared.own = nil }
      // Earlier programs named an item with two gaps twice.
      var told = figures
      for place in told.reasons.indices {
        told.reasons[place].subjects = SchoolSummary.Reason.once(told.reasons[place].subjects)
      }
      told.countWithdrawn()
      if declared != told {
        findings.append(.bundleFiguresDiffer(Diagnostic.bundleDeclared))
      }
    }
    guard manifest.program == program else {
      findings.append(.bundleOtherProgram(manifest.program))
      return
    }
    comparePapers(input, own)
  }

  private mutating func compare(_ manifest: BundleManifest, _ reckoned: BundleManifest) {
    for (name, isSame) in [
      (Diagnostic.bundleReasons, manifest.verdict == reckoned.verdict),
      (Diagnostic.bundleCounts, manifest.counts == reckoned.counts),
      (Diagnostic.bundleIndicators, manifest.indicators == reckoned.indicators),
      (Diagnostic.bundleDocuments, manifest.set == reckoned.set),
      (
        Diagnostic.bundleDocuments,
        manifest.listNumber == reckoned.listNumber && manifest.planNumber == reckoned.planNumber
      ),
      (
        Diagnostic.bundleOwn,
        manifest.own == nil || Set(manifest.own ?? []) == Set(reckoned.own ?? [])
      ),
    ] where !isSame {
      findings.append(.bundleFiguresDiffer(name))
    }
    for (one, other) in zip(manifest.evidence, reckoned.evidence) where one != other {
      findings.append(.bundleEvidenceDiffers(one.number))
    }
  }

  /// The papers and the workbook, byte for byte.
  private mutating func comparePapers(_ input: ReportInput, _ own: OwnParts) {
    hasComparedPapers = true
    let templates = TemplateSource(builtIn: BundledAssets.templates, own: own.templates)
    for (paper, name) in BundleFile.papers(of: input) {
      // Earlier programs did not put the forms of unions in.
      if case .unionForm = paper, source.text(name + ".md") == nil { continue }
      let text = try? render(paper, input, templates: templates)
      if text != source.text(name + ".md") {
        findings.append(.bundlePaperDiffers(name + ".md"))
      }
    }
    let workbook = try? LedgerWorkbook.bytes(of: input, file: BundleFile.workbook)
    if workbook.map({ EventChain.digest(of: $0).description }) != source.digest(BundleFile.workbook)
    {
      findings.append(.bundlePaperDiffers(BundleFile.workbook))
    }
  }

  /// What papers are made from, with the school's own data where the submission carries it.
  private func input(
    _ ledger: Ledger, asOf: CivilDate, _ own: OwnParts, _ set: ReformSet
  ) throws(DeskError) -> ReportInput {
    let data = SchoolData(files: own.tables, set: set)
    return ReportInput(
      ledger: ledger, asOf: asOf, indicators: try data.indicators(),
      unionIndicators: try data.unionIndicators(), profile: try data.profile(),
      departments: try data.departments(), own: own.data(list: ledger.list))
  }

  // MARK: - Without the log

  /// Without the log: the indicators from the figures, and what the verdict must name.
  mutating func recompute(
    _ manifest: BundleManifest, _ figures: DeclaredFigures, _ own: OwnParts
  ) {
    let absent = manifest.evidence.filter { $0.condition == .missing || $0.condition == .changed }
      .map(\.number).sorted()
    let named = figures.reasons
      .filter { $0.code == SchoolSummary.Reason.Code.evidenceDamaged.rawValue }
      .flatMap(\.subjects).sorted()
    if absent != named || absent.count != manifest.counts.evidenceMissing {
      findings.append(.bundleFiguresDiffer(Diagnostic.bundleReasons))
    }
    let states = figures.states
    let closed = states[ItemStatus.closed.rawValue] ?? 0
    let standing = states[ItemStatus.ongoing.rawValue] ?? 0
    if closed != manifest.counts.closed || standing != manifest.counts.standing
      || manifest.evidence.count(where: { $0.condition != .void }) != manifest.counts.evidence
    {
      findings.append(.bundleFiguresDiffer(Diagnostic.bundleCounts))
    }
    compareRows(manifest, figures)
    // Earlier programs did not say what was declared not applicable.
    guard let asOf = CivilDate(manifest.asOf), let ledger = figures.ledger else { return }
    do throws(DeskError) {
      let lines = IndicatorLine.all(try input(ledger, asOf: asOf, own, manifest.reformSet))
      let counts = SchoolSummary.Indicators(lines.map(\.answer))
      if BundleManifest.Indicator.all(lines) != manifest.indicators
        || DeclaredFigures.Indicators(counts) != figures.indicators
      {
        findings.append(.bundleFiguresDiffer(Diagnostic.bundleIndicators))
      }
    } catch {
      findings += error.diagnostics
    }
  }

  // MARK: - The words of the papers

  /// The papers draw the conclusion of the manifest; those that were laid out again do.
  mutating func checkConclusion(_ manifest: BundleManifest, _ own: OwnParts) {
    guard !hasComparedPapers else { return }
    let profile: ReformProfile
    do throws(DeskError) {
      profile = try SchoolData(files: own.tables, set: manifest.reformSet).profile()
    } catch {
      findings += error.diagnostics
      return
    }
    let conclusion = "**\(profile[manifest.verdict.passes ? .passed : .open])**"
    let papers = BundleFile.papers(of: profile, isJudged: !manifest.indicators.isEmpty)
    for (paper, name) in papers where paper.hasConclusion {
      // A template of the school's own may say it in other words.
      if own.templates[paper.name] != nil {
        findings.append(.bundleOwnTemplate(name))
      } else if !(source.text(name + ".md") ?? "").contains(conclusion) {
        findings.append(.bundlePaperDiffers(name + ".md"))
      }
    }
  }
}

extension BundleManifest {
  /// The set of data by which it is reckoned; a set that this program does not know is held to be any
  /// list from above.
  fileprivate var reformSet: ReformSet { ReformSet.named(set) ?? .general }
}

extension Paper {
  /// Whether it draws the conclusion of the self-evaluation.
  fileprivate var hasConclusion: Bool {
    switch self {
    case .handIn, .selfEvaluation, .filingForm: true
    case .monthly, .reform, .publication, .unionForm, .ledger, .evidenceIndex, .department,
      .missing, .minutes, .reminder, .board:
      false
    }
  }
}

extension DeclaredFigures {
  /// A ledger that holds nothing but the figures and what was declared not applicable; nil where an
  /// earlier program did not tell all of it.
  fileprivate var ledger: Ledger? {
    guard let exemptions, let day = CivilDate(asOf) else { return nil }
    let facts = facts.map { fact in
      LedgerEvent.ledger(
        .factRecorded(
          FactRecorded(
            name: fact.name, value: fact.value,
            evidence: fact.evidence.flatMap(EvidenceNumber.init), exemption: fact.exemption,
            countedOn: CivilDate(fact.on))))
    }
    let exempt = exemptions.map { exemption in
      LedgerEvent.ledger(
        .indicatorExempted(
          IndicatorExempted(
            indicator: exemption.indicator, unit: exemption.unit, reason: exemption.reason)))
    }
    return Ledger.folding(
      EventEnvelope.numbering(
        facts + exempt, after: 0, recordedAt: Instant(startOf: day), effective: day, actor: ""))
  }
}
