import LedgerReports
import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

/// What an import of the office's own words read and recorded.
package struct TextImport: Sendable {
  /// The parts that the file holds, with how many paragraphs.
  package var parts: [(part: OfficeText.Part, paragraphs: Int)]
  /// The parts that were recorded, or would be; the others were there already.
  package var recorded: [OfficeText.Part]
  /// The parts for which there is still no text.
  package var unwritten: [OfficeText.Part]
  /// What should be said beside it.
  package var notes: [Diagnostic]
}

extension Desk {
  /// Records the office's own words from a Word or Markdown file, read by heading (文稿).
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - clerk: Who records them.
  ///   - moment: When.
  ///   - dryRun: Whether to decide without writing.
  /// - Returns: What was read and recorded.
  /// - Throws: ``DeskError`` when the file cannot be read or holds no known heading, or a rule
  ///   refuses.
  package func importTexts(
    _ file: InputFile, by clerk: Clerk, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> TextImport {
    let bytes: [UInt8]
    let draft: OfficeTextDraft
    let ledger = try snapshot(asOf: moment.today).ledger
    let profile = try schoolData.profile()
    do throws(PlanReadError) {
      bytes = try file.bytes()
      draft = OfficeTextDraft(
        try PlanReader.read(bytes: bytes, name: file.name), list: ledger.list, profile: profile)
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
    guard !draft.passages.isEmpty else {
      throw DeskError([.textWithoutHeadings(file.name)], kind: .unreadableInput)
    }
    let digest = EventChain.digest(of: bytes)
    let name = PrintableText.fileName(file.name)
    let receipt = try append(
      { _ in
        draft.passages.map {
          .recordText(
            TextRecorded(
              part: $0.part, paragraphs: $0.paragraphs, source: name, digest: digest))
        }
      }, by: clerk, at: moment, dryRun: dryRun)
    let recorded = receipt.entries.compactMap { entry -> OfficeText.Part? in
      if case .ledger(.textRecorded(let payload)) = entry.event { payload.part } else { nil }
    }
    let after = receipt.entries.reduce(into: ledger) { $0.apply($1) }
    return TextImport(
      parts: draft.passages.map { (part: $0.part, paragraphs: $0.paragraphs.count) },
      recorded: recorded, unwritten: after.unwrittenParts,
      notes: notes(
        on: draft, in: file.name, against: LedgerOnDay(after, on: moment.today),
        hedges: try schoolData.profile().hedges))
  }

  /// What should be said of a text: hedges, marks, figures that the ledger has otherwise.
  private func notes(
    on draft: OfficeTextDraft, in file: String, against ledger: LedgerOnDay, hedges: HedgeWords
  ) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    for passage in draft.passages {
      let text = passage.paragraphs.joined(separator: "\n")
      notes += Diagnostic.doubts(
        in: text, of: passage.part, against: ledger, hedges: hedges)
      let written = WrittenText(item: nil, .office(passage.part), text)
      notes += Proofreading.groups(of: Proofreading.findings(in: text)).map {
        .proofread(written, $0)
      }
    }
    notes += draft.unknownHeadings.map { .textHeadingUnknown($0.part, $0.paragraphs.joined()) }
    if let first = draft.strays.first {
      notes.append(.textStray(draft.strays.count, first.text, at: first.location))
    }
    if draft.tableCount > 0 { notes.append(.textTables(draft.tableCount, in: file)) }
    return notes
  }

  /// The file to write on: a heading a part, with the text that is there, else what the papers say
  /// without one.
  ///
  /// - Parameters:
  ///   - day: The day the ledger is looked at.
  ///   - moment: When.
  /// - Returns: Markdown.
  /// - Throws: ``DeskError`` when the ledger cannot be read.
  package func textForm(asOf day: CivilDate, at moment: Moment) throws(DeskError) -> String {
    TextForm.markdown(try printer(templates: nil, at: moment).input(asOf: day).input)
  }
}
