import BundledAssets
import Foundation
package import LedgerReports
import LedgerStore
import OfficeFiles
package import TaskLedger

/// Prints papers from a ledger: the built-in templates, the ledger's own, or a folder's.
package struct PaperPrinter {
  private let desk: Desk
  private let today: CivilDate
  private let store: LedgerStore
  /// Where the log stood when the printer was made; later entries are not read.
  let head: LogHead
  private let templates: TemplateSource
  private let layout: [String: [UInt8]]
  /// What lies among the school's templates and is not used.
  private let unused: [Diagnostic]
  /// What of its own the school uses.
  let own: OwnParts

  /// Reads the ledger and the templates.
  ///
  /// - Parameters:
  ///   - desk: Whose ledger it is.
  ///   - today: The day of the clock.
  ///   - folder: A folder of templates to be used in place of the ledger's own.
  /// - Throws: ``DeskError`` when the ledger or a template cannot be read.
  init(_ desk: Desk, today: CivilDate, templates folder: String?) throws(DeskError) {
    self.desk = desk
    self.today = today
    store = try desk.store(for: .reading)
    do throws(StoreError) {
      head = try store.head()
    } catch {
      throw DeskError(error)
    }
    let place = folder ?? store.folder.templates
    if let folder {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        throw DeskError(
          [.templateFolderMissing((folder as NSString).lastPathComponent)], kind: .unreadableInput)
      }
    }
    templates = try Self.source(own: place)
    layout = try Self.layout(own: place)
    unused = Self.unused(own: place)
    own = OwnParts(of: store.folder, templates: folder)
  }

  /// The text of a paper, and what should be said beside it: a sealed month as it was sealed,
  /// everything else as of a day.
  package func text(_ paper: Paper, asOf day: CivilDate?) throws(DeskError) -> (
    text: String, day: CivilDate, notes: [Diagnostic]
  ) {
    try requireBegun(paper, on: day ?? today)
    let read = try read(asOf: day ?? cutOff(of: paper))
    if case .monthly(let month) = paper, let seal = read.seals[month] {
      // What was recorded since is never in it: no other day would show more.
      return (try sealedText(of: month, seal), seal.asOf, unused)
    }
    if let input = try issued(paper, read) { return (try text(paper, input), input.asOf, unused) }
    let text = try text(paper, read.input)
    let faults =
      paper == .board
      ? []
      : PaperProof.faults(of: text, read.input.onDay, hedges: read.input.profile.hedges)
    return (text, read.input.asOf, unused + read.notes + faults)
  }

  /// What a paper that was issued before is made from, so that it is printed as it was: the minutes of
  /// a sealed month, a sheet that was sent; nil for a paper of the day.
  private func issued(_ paper: Paper, _ read: Reading) throws(DeskError) -> ReportInput? {
    switch paper {
    case .minutes(let month):
      guard read.input.ledger.meetings[month]?.openedOn != nil else {
        throw DeskError(
          LedgerRejection(.meeting(.notOpened(month))).diagnostics, kind: .refused)
      }
      guard let seal = read.seals[month], let day = try sealingDay(of: seal),
        day <= read.input.asOf
      else { return nil }
      // A meeting is held after the last day that the month's paper counts.
      return try self.read(asOf: max(day, seal.asOf), through: seal.through).input
    case .reminder(let name, isDraft: false):
      let departments = read.input.departments
      guard
        let letter = read.input.ledger.reminders.last(where: {
          departments.isSame($0.sent.department, name)
        })
      else { return nil }
      var sequence: Int?
      _ = try DeskError.ofStore { () throws(StoreError) in
        try store.forEachEntry {
          if case .ledger(.reminderSent(letter.sent)) = $0.event { sequence = $0.sequence }
        }
      }
      var input = try self.read(asOf: letter.on, through: sequence).input
      guard let place = input.ledger.reminders.firstIndex(where: { $0.sent == letter.sent }) else {
        return nil
      }
      input.ledger.reminders[place] = letter
      return input
    default: return nil
    }
  }

  /// The day on which a month was sealed; nil when the log has no such entry.
  private func sealingDay(of seal: MonthSealed) throws(DeskError) -> CivilDate? {
    var day: CivilDate?
    _ = try DeskError.ofStore { () throws(StoreError) in
      try store.forEachEntry {
        if case .ledger(.monthSealed(seal)) = $0.event { day = $0.effective }
      }
    }
    return day
  }

  /// Refuses the paper of a month that has not begun, as the meeting of that month is refused.
  private func requireBegun(_ paper: Paper, on day: CivilDate) throws(DeskError) {
    switch paper {
    case .monthly(let month), .minutes(let month):
      guard month > day.civilMonth else { return }
      throw DeskError([.paperMonthAhead(month, today: day)], kind: .refused)
    default: return
    }
  }

  /// The last day a paper counts when none is named: today, and for a month that is over its last
  /// day, as when it is sealed.
  private func cutOff(of paper: Paper) -> CivilDate {
    if case .monthly(let month) = paper { return month.lookedAt(on: today) }
    return today
  }

  /// What turns a paper's text into a page or a file; the day is that of the text.
  package func converter(_ paper: Paper, on printed: CivilDate) -> PaperConverter {
    PaperConverter(
      paper: paper.name, day: printed, layout: layout,
      programs: desk.programs)
  }

  /// What a template of a paper may use, with samples from the ledger.
  package func keys(of paper: Paper, asOf day: CivilDate?) throws(DeskError) -> [ReportKey] {
    let input = try read(asOf: day ?? cutOff(of: paper)).input
    do throws(ReportError) {
      return try LedgerReports.keys(of: paper, input)
    } catch {
      throw DeskError(error.diagnostics, kind: .unreadableInput)
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
      (later > 0 ? [.laterEntries(later, asOf: input.asOf)] : [])
        + (input.ledger.list.map { Diagnostic.doubts(of: $0, input.profile) } ?? [])
    }
  }

  /// What papers as of a day are made from, and what should be said beside them.
  func input(asOf day: CivilDate) throws(DeskError) -> (
    input: ReportInput, notes: [Diagnostic]
  ) {
    let read = try read(asOf: day)
    return (read.input, unused + read.notes)
  }

  /// Reads the log as of a day, up to an entry where one is named.
  private func read(asOf day: CivilDate, through last: Int? = nil) throws(DeskError) -> Reading {
    var read = Reading(input: ReportInput(ledger: Ledger(), asOf: day))
    do throws(StoreError) {
      let head = try last.map { last throws(StoreError) in try store.head(at: last) } ?? head
      let fold = try store.checkedFold(asOf: day, through: head.sequence, keepsEntries: true)
      read.input.ledger = fold.ledger
      read.input.entries = fold.entries.filter { $0.effective <= day }
      read.later = fold.later.count
      for case .ledger(.monthSealed(let seal)) in fold.later.map(\.event) {
        read.seals[seal.month] = seal
      }
      for (month, meeting) in read.input.ledger.meetings where read.seals[month] == nil {
        read.seals[month] = meeting.seal
      }
      // What counts only later changes nothing on the paper, its code neither.
      let later = Set(fold.later.map(\.sequence))
      let last = (0...head.sequence).last { !later.contains($0) } ?? 0
      read.input.headCode = try store.head(at: last).code
    } catch {
      throw DeskError(error)
    }
    read.input.damagedEvidence = store.damagedEvidence(in: read.input.ledger)
    read.input.indicators = try desk.schoolData.indicators()
    read.input.departments = try desk.schoolData.departments()
    read.input.unionIndicators = try desk.schoolData.unionIndicators()
    read.input.profile = try desk.schoolData.profile()
    read.input.own = own.data(list: read.input.ledger.list)
    return read
  }

  /// The text of a sealed month, byte for byte as it was sealed.
  ///
  /// The stored text is printed; when it is lost, the month is laid out again and printed only if
  /// that gives the same bytes.
  func sealedText(of month: CivilMonth, _ seal: MonthSealed) throws(DeskError) -> String {
    if let stored = EvidenceVault(folder: store.folder).text(of: seal.paper) { return stored }
    let text = try draft(of: month, seal)
    guard EventChain.digest(of: text) == seal.paper else {
      throw DeskError([.sealedPaperLost(month)], kind: .integrity)
    }
    return text
  }

  /// The text of a month that is being sealed: it rests on the log up to the seal alone.
  func draft(of month: CivilMonth, _ seal: MonthSealed) throws(DeskError) -> String {
    try text(.monthly(month), input(of: seal))
  }

  /// What a sealed month rests on.
  private func input(of seal: MonthSealed) throws(DeskError) -> ReportInput {
    let covered: [EventEnvelope]
    let code: String
    do throws(StoreError) {
      covered = try store.checkedFold(asOf: seal.asOf, keepsEntries: true).entries
        .filter(seal.covers)
      code = try store.head(at: seal.through).code
    } catch {
      throw DeskError(error)
    }
    let ledger = Ledger.folding(covered, underSeal: seal)
    return ReportInput(
      ledger: ledger, asOf: seal.asOf, entries: covered, headCode: code,
      indicators: try desk.schoolData.indicators(), profile: try desk.schoolData.profile(),
      departments: try desk.schoolData.departments(), own: own.data(list: ledger.list))
  }

  /// The text of a paper from its input.
  func text(_ paper: Paper, _ input: ReportInput) throws(DeskError) -> String {
    do throws(ReportError) {
      return try render(paper, input, templates: templates)
    } catch {
      throw DeskError(error.diagnostics, kind: .unreadableInput)
    }
  }

  /// The layout files, a folder's own in place of built-in ones of the same name.
  private static func layout(own folder: String) throws(DeskError) -> [String: [UInt8]] {
    var layout = BundledAssets.layout
    for name in layout.keys.sorted() {
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path) else { continue }
      guard let bytes = OwnFile.bytes(at: path) else {
        throw DeskError([.layoutUnreadable(name)], kind: .unreadableInput)
      }
      layout[name] = bytes
    }
    return layout
  }

  /// Names what other programs would run or be set up by; a copy of the built-in one says nothing.
  private static func unused(own folder: String) -> [Diagnostic] {
    BundledAssets.setup.sorted { $0.key < $1.key }.compactMap { name, builtIn in
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path), OwnFile.bytes(at: path) != builtIn
      else { return nil }
      return .layoutNotUsed(name)
    }
  }

  private static func source(own folder: String) throws(DeskError) -> TemplateSource {
    var own: [String: String] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".mustache") {
      let path = folder + "/" + name
      guard let bytes = OwnFile.bytes(at: path, limit: OwnFile.templateLimit),
        let text = String(validating: bytes, as: UTF8.self)
      else {
        throw DeskError([.templateUnreadable(name)], kind: .unreadableInput)
      }
      own[String(name.dropLast(".mustache".count))] = text
    }
    return TemplateSource(builtIn: BundledAssets.templates, own: own)
  }
}

extension Desk {
  /// What prints papers from the ledger as it is now.
  ///
  /// - Parameters:
  ///   - templates: A folder of the school's own templates; nil for the ledger's.
  ///   - moment: When; its day is that of papers for which none is named.
  /// - Returns: The printer.
  /// - Throws: ``DeskError`` when the ledger or a template cannot be read.
  package func printer(templates: String?, at moment: Moment) throws(DeskError) -> PaperPrinter {
    try PaperPrinter(self, today: moment.today, templates: templates)
  }
}
