import BundledAssets
import Foundation
import LedgerReports
import LedgerStore
import OfficeFiles
import TaskLedger

/// Prints papers from a ledger: the built-in templates, the ledger's own, or a folder's.
struct PaperPrinter {
  private let session: Session
  private let store: LedgerStore
  /// Where the log stood when the printer was made; later entries are not read.
  let head: LogHead
  private let templates: TemplateSource
  private let layout: [String: [UInt8]]

  /// Reads the ledger and the templates.
  ///
  /// - Parameters:
  ///   - session: The run.
  ///   - folder: A folder of templates to be used in place of the ledger's own.
  ///   - readsWholeLog: Whether to fold the log itself though a fold of it is kept.
  /// - Throws: ``CommandFailure`` when the ledger or a template cannot be read.
  init(
    _ session: Session, templates folder: String?, readsWholeLog: Bool = false
  ) throws(CommandFailure) {
    self.session = session
    var store = try session.store(for: .reading)
    store.readsKeptFold = !readsWholeLog
    self.store = store
    do throws(StoreError) {
      head = try store.head()
    } catch {
      throw CommandFailure(error)
    }
    if let folder {
      let path = session.path(folder)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        throw CommandFailure([.templateFolderMissing(folder)], status: .unreadableInput)
      }
      templates = try Self.source(own: path)
      layout = try Self.layout(own: path)
    } else {
      templates = try Self.source(own: store.folder.templates)
      layout = try Self.layout(own: store.folder.templates)
    }
  }

  /// The text of a paper, and what should be said beside it: a sealed month as it was sealed,
  /// everything else as of a day.
  func text(_ paper: Paper, asOf day: CivilDate?) throws(CommandFailure) -> (
    text: String, day: CivilDate, notes: [Diagnostic]
  ) {
    let read = try read(asOf: day ?? cutOff(of: paper))
    if case .monthly(let month) = paper, let seal = read.seals[month] {
      return (try sealedText(of: month, seal), seal.asOf, read.notes)
    }
    return (try text(paper, read.input), read.input.asOf, read.notes)
  }

  /// The last day a paper counts when none is named: today, and for a month that is over its last
  /// day, as when it is sealed.
  private func cutOff(of paper: Paper) -> CivilDate {
    if case .monthly(let month) = paper { return min(session.today, month.lastDay) }
    return session.today
  }

  /// What turns a paper's text into its printed form; the day is that of the text.
  func press(_ paper: Paper, on printed: CivilDate) -> PaperPress {
    PaperPress(
      paper: paper.name, day: printed, layout: layout,
      programs: ExternalPrograms(path: session.environment.variable("PATH")))
  }

  /// What a template of a paper may use, with samples from the ledger.
  func keys(of paper: Paper, asOf day: CivilDate?) throws(CommandFailure) -> [ReportKey] {
    let input = try read(asOf: day ?? cutOff(of: paper)).input
    do throws(ReportError) {
      return try LedgerReports.keys(of: paper, input)
    } catch {
      throw CommandFailure(error.diagnostics, status: .unreadableInput)
    }
  }

  /// What a paper is made from, read in one pass over the log.
  private struct Reading {
    var input: ReportInput
    /// The seals of all months, whatever day is looked back to.
    var seals: [CivilMonth: MonthSealed] = [:]
    /// How many entries count only after the day.
    var later = 0
    /// What should be said beside a paper.
    var notes: [Diagnostic] {
      later > 0 ? [.laterEntries(later, asOf: input.asOf)] : []
    }
  }

  /// What papers as of a day are made from, and what should be said beside them.
  func input(asOf day: CivilDate) throws(CommandFailure) -> (
    input: ReportInput, notes: [Diagnostic]
  ) {
    let read = try read(asOf: day)
    return (read.input, read.notes)
  }

  private func read(asOf day: CivilDate) throws(CommandFailure) -> Reading {
    var read = Reading(input: ReportInput(ledger: Ledger(), asOf: day))
    do throws(StoreError) {
      read.input.ledger = try store.folded(asOf: day, through: head.sequence) { entry in
        if case .monthSealed(let seal) = entry.event { read.seals[seal.month] = seal }
        read.later += 1
      }.ledger
      for (month, meeting) in read.input.ledger.meetings where read.seals[month] == nil {
        read.seals[month] = meeting.seal
      }
      session.environment.keeper.keep((store, read.input.ledger))
      read.input.headCode = head.code
      // Supplements are entries that an earlier seal does not cover; without a seal there are none.
      if !read.seals.isEmpty {
        read.input.entries = try entries {
          $0.effective <= day && $0.sequence <= head.sequence
        }
      }
    } catch {
      throw CommandFailure(error)
    }
    read.input.damagedEvidence = store.damagedEvidence(in: read.input.ledger)
    read.input.indicators = try PlanFiles(session: session).indicators()
    return read
  }

  private func entries(_ isWanted: (EventEnvelope) -> Bool) throws(StoreError) -> [EventEnvelope] {
    var entries: [EventEnvelope] = []
    _ = try store.forEachEntry { if isWanted($0) { entries.append($0) } }
    return entries
  }

  /// The text of a sealed month, byte for byte as it was sealed.
  ///
  /// The stored text is printed; when it is lost, the month is laid out again and printed only if
  /// that gives the same bytes.
  func sealedText(of month: CivilMonth, _ seal: MonthSealed) throws(CommandFailure) -> String {
    if let stored = EvidenceVault(folder: store.folder).text(of: seal.paper) { return stored }
    let text = try draft(of: month, seal)
    guard EventChain.digest(of: text) == seal.paper else {
      throw CommandFailure([.sealedPaperLost(month)], status: .integrity)
    }
    return text
  }

  /// The text of a month that is being sealed: it rests on the log up to the seal alone.
  func draft(of month: CivilMonth, _ seal: MonthSealed) throws(CommandFailure) -> String {
    let covered: [EventEnvelope]
    let code: String
    do throws(StoreError) {
      covered = try entries(seal.covers)
      code = try store.head(at: seal.through).code
    } catch {
      throw CommandFailure(error)
    }
    return try text(
      .monthly(month),
      ReportInput(
        ledger: Ledger.folding(covered), asOf: seal.asOf, entries: covered, headCode: code))
  }

  /// The text of a paper from its input.
  func text(_ paper: Paper, _ input: ReportInput) throws(CommandFailure) -> String {
    do throws(ReportError) {
      return try render(paper, input, templates: templates)
    } catch {
      throw CommandFailure(error.diagnostics, status: .unreadableInput)
    }
  }

  /// The layout files, a folder's own in place of built-in ones of the same name.
  private static func layout(own folder: String) throws(CommandFailure) -> [String: [UInt8]] {
    var layout = BundledAssets.layout
    for name in layout.keys.sorted() {
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path) else { continue }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw CommandFailure([.layoutUnreadable(name)], status: .unreadableInput)
      }
      layout[name] = [UInt8](data)
    }
    return layout
  }

  private static func source(own folder: String) throws(CommandFailure) -> TemplateSource {
    var own: [String: String] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".mustache") {
      let path = folder + "/" + name
      guard let data = FileManager.default.contents(atPath: path),
        let text = String(validating: data, as: UTF8.self)
      else {
        throw CommandFailure([.templateUnreadable(name)], status: .unreadableInput)
      }
      own[String(name.dropLast(".mustache".count))] = text
    }
    return TemplateSource(builtIn: BundledAssets.templates, own: own)
  }
}
