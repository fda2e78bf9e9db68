import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

/// What an import of figures read and recorded.
package struct FactImport: Sendable {
  /// The figures as they were read.
  package var entry: FactEntry
  /// How many were recorded, or would be.
  package var recorded: Int
  /// How many cells were blank.
  package var blanks: Int
  /// What is doubtful, and what differs from what was recorded before.
  package var questions: FactQuestions
  /// What should be said beside it.
  package var notes: [Diagnostic]
}

/// One figure that can be recorded by hand.
package struct HandedFact: Sendable {
  /// The name of the figure, as typed.
  package var name: String
  /// The value, as typed.
  package var value: String
  /// Why it does not apply or is exempted.
  package var exemption: String?
  /// The evidence it rests on.
  package var evidence: EvidenceNumber?
  /// Where it is from.
  package var source: String?
  /// The day it was counted; today without one.
  package var countedOn: CivilDate?

  /// A name and its value.
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// A name under which figures can be recorded.
package struct FactNameLine: Sendable {
  /// The name.
  package var name: String
  /// The indicators that ask for it.
  package var indicators: [String]
  /// Other words for it.
  package var otherNames: [String]
  /// How many figures of that name are recorded.
  package var recorded: Int
}

extension Desk {
  /// Records the figures of a table (实有), all or none.
  ///
  /// - Parameters:
  ///   - file: The table.
  ///   - hasSource: Whether the file's name is recorded as the source.
  ///   - day: The day of figures that name none; today without one.
  ///   - isConfirmed: Whether doubtful figures were checked.
  ///   - clerk: Who records them.
  ///   - moment: When.
  ///   - dryRun: Whether to decide without writing.
  /// - Returns: What was read and recorded.
  /// - Throws: ``DeskError`` when a cell cannot be read, or a doubtful figure was not confirmed.
  package func importFacts(
    _ file: InputFile, hasSource: Bool, countedOn day: CivilDate?, isConfirmed: Bool,
    by clerk: Clerk, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> FactImport {
    let table = try requiredIndicators()
    let read = try factTable(file, today: moment.today)
    guard read.isReadable else { throw DeskError(read.diagnostics, kind: .unreadableInput) }
    let entry = FactEntry(read, on: day ?? moment.today, source: hasSource)
    let before = try snapshot(asOf: moment.today).ledger
    let commands = entry.commands(unlike: before)
    func record(dryRun: Bool) throws(DeskError) -> Receipt {
      try append(
        { _ in commands }, by: clerk, at: moment, effective: entry.effective, dryRun: dryRun)
    }
    let receipt = try record(dryRun: true)
    let after = receipt.entries.reduce(into: before) { $0.apply($1) }
    let questions = entry.questions(before: before, after: after, table: table)
    let notes =
      read.diagnostics + questions.diagnostics
      + FactSheet(after).superseded(among: receipt.entries, places: entry.places)
    guard questions.diagnostics.isEmpty || isConfirmed || dryRun else {
      throw DeskError(notes + [.factsNotConfirmed(file.name)], kind: .refused)
    }
    if !dryRun, !commands.isEmpty { _ = try record(dryRun: false) }
    return FactImport(
      entry: entry, recorded: commands.count, blanks: read.blanks, questions: questions,
      notes: notes)
  }

  /// The figures of a file, by the reader of sheets: a sheet must be this ledger's and one of figures.
  private func factTable(
    _ file: InputFile, today: CivilDate
  ) throws(DeskError) -> FactTable {
    let document: SourceDocument
    do throws(PlanReadError) {
      document = try PlanReader.read(bytes: try file.bytes(), name: file.name)
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
    let (table, sheet) = SheetReader.figures(in: document, try sheetVocabulary(today: today))
    guard let sheet else { return table }
    if !sheet.faults.isEmpty { throw DeskError(sheet.faults, kind: .refused) }
    guard let code = sheet.code, code.kind == .figures else {
      throw DeskError([.sheetOfFiguresWanted(file.name)], kind: .refused)
    }
    let own = SheetCode(
      kind: code.kind, first: try firstDigest(), head: code.head, department: "",
      digest: Self.digest)
    guard code.ledger == own.ledger else {
      throw DeskError([.sheetOfOtherLedger(file.name)], kind: .refused)
    }
    return table
  }

  /// Records one figure.
  ///
  /// - Throws: ``DeskError`` when the name or the value cannot be read, or a rule refuses.
  package func recordFact(
    _ fact: HandedFact, by clerk: Clerk, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> (receipt: Receipt, questions: FactQuestions, notes: [Diagnostic]) {
    let table = try requiredIndicators()
    let typed = TypedFact(
      name: fact.name, value: fact.value, exemption: fact.exemption,
      vocabulary: try schoolData.factVocabulary(for: table), today: moment.today)
    guard typed.diagnostics.isEmpty else { throw DeskError(typed.diagnostics, kind: .refused) }
    let before = try snapshot(asOf: moment.today).ledger
    let receipt = try append(
      { _ in
        [
          .recordFact(
            name: typed.name.recorded, value: typed.value, evidence: fact.evidence,
            exemption: typed.exemption, source: fact.source)
        ]
      }, by: clerk, at: moment, effective: fact.countedOn, dryRun: dryRun)
    let after = receipt.entries.reduce(into: before) { $0.apply($1) }
    let questions = FactQuestions(
      about: [typed.name], before: FactSheet(before), after: FactSheet(after),
      table: table)
    return (
      receipt, questions,
      questions.diagnostics + FactSheet(after).superseded(among: receipt.entries)
    )
  }

  /// The names under which figures can be recorded, with what is recorded as of a day.
  package func factNames(asOf day: CivilDate) throws(DeskError) -> [FactNameLine] {
    let indicators = try schoolData.indicators()
    let vocabulary = try schoolData.factVocabulary(for: indicators)
    let facts = try snapshot(asOf: day).ledger.facts
    let counts = Dictionary(facts.keys.map { (FactName($0).name, 1) }, uniquingKeysWith: +)
    return vocabulary.names.map { name in
      FactNameLine(
        name: name, indicators: indicators.numbers(asking: name),
        otherNames: vocabulary.otherWords(for: name), recorded: counts[name] ?? 0)
    }
  }
}
