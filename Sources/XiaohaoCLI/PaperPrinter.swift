import BundledAssets
import Foundation
import LedgerReports
import LedgerStore
import PlanImport
import TaskLedger

/// Prints papers from a ledger: the built-in templates, the ledger's own, or a folder's.
struct PaperPrinter {
  private let session: Session
  private let store: LedgerStore
  private let entries: [EventEnvelope]
  /// Where the log stood when the ledger was read.
  let head: LogHead
  private let templates: TemplateSource
  private let layout: [String: [UInt8]]

  /// Reads the ledger and the templates.
  init(_ session: Session, templates folder: String?) throws(CommandFailure) {
    self.session = session
    store = try session.store(for: .reading)
    do throws(StoreError) {
      (entries, head) = try store.entriesAndHead()
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

  /// The text of a paper: a sealed month as it was sealed, everything else as of a day.
  func text(_ paper: Paper, asOf day: CivilDate?) throws(CommandFailure) -> String {
    let all = Ledger.folding(entries)
    if case .monthly(let month) = paper, let seal = all.meetings[month]?.seal {
      return try sealedText(of: month, seal)
    }
    return try text(paper, try input(asOf: day ?? session.today))
  }

  /// What turns a paper's text into its printed form.
  ///
  /// The day is that of the text: a sealed month keeps its own.
  func press(_ paper: Paper, asOf day: CivilDate?) -> PaperPress {
    var printed = day ?? session.today
    if case .monthly(let month) = paper, let seal = Ledger.folding(entries).meetings[month]?.seal {
      printed = seal.asOf
    }
    return PaperPress(
      paper: paper.name, day: printed, layout: layout,
      programs: ExternalPrograms(path: session.environment.variables["PATH"]))
  }

  /// What a template of a paper may use, with samples from the ledger.
  func keys(of paper: Paper, asOf day: CivilDate?) throws(CommandFailure) -> [ReportKey] {
    let input = try input(asOf: day ?? session.today)
    do throws(ReportError) {
      return try LedgerReports.keys(of: paper, input)
    } catch {
      throw CommandFailure(error.diagnostics, status: .unreadableInput)
    }
  }

  /// What a paper as of a day is made from.
  func input(asOf day: CivilDate) throws(CommandFailure) -> ReportInput {
    let ledger = Ledger.folding(entries, asOf: day)
    return ReportInput(
      ledger: ledger, asOf: day, entries: entries.filter { $0.effective <= day },
      headCode: head.code, damagedEvidence: store.damagedEvidence(in: ledger),
      indicators: try PlanFiles(session: session).indicators())
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
    let covered = entries.filter(seal.covers)
    let code: String
    do throws(StoreError) {
      code = try store.head(at: seal.through).code
    } catch {
      throw CommandFailure(error)
    }
    return try text(
      .monthly(month),
      ReportInput(
        ledger: Ledger.folding(covered), asOf: seal.asOf, entries: covered, headCode: code))
  }

  /// What should be said beside a paper.
  func notes(asOf day: CivilDate?) -> [Diagnostic] {
    let asOf = day ?? session.today
    let later = entries.count { $0.effective > asOf }
    return later > 0 ? [.laterEntries(later, asOf: asOf)] : []
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
