import Foundation
import LedgerReports
import LedgerStore
import PlanImport
import TaskLedger

/// What the import of sheets works with: the ledger as it is, and what is allowed.
struct SheetSetting {
  /// The ledger.
  var ledger: Ledger
  /// The digest of its first entry.
  var first: EvidenceDigest
  /// The departments with their other names.
  var directory: DepartmentDirectory
  /// The ledger as the sheets knew it, by the last entry that they know.
  private(set) var past: [Int: Ledger] = [:]
  /// The last entry before the import: what the other sheets of one import bring in changes nothing
  /// that somebody would have to compare.
  var start: Int
  /// The items whose sheets are wanted although they changed.
  var forced: Set<ItemID>
  /// The day of the import.
  var today: CivilDate
  /// The day the entries count on.
  var effective: CivilDate
  /// Who runs the import, and reviews where a sheet does not say who does.
  var clerk: Clerk?
  /// Who hands the sheets in, when that was proved.
  var handIn: SheetHandIn?
  /// The indicators of the school.
  var indicators: IndicatorTable
  /// The words that hedge a statement.
  var hedges: HedgeWords
  /// The indicators of a department's union.
  var unionIndicators: IndicatorTable
  /// The names of figures.
  var facts: FactVocabulary
  /// Whether figures that look doubtful, or changed since, were checked.
  var isConfirmed: Bool

  /// The day on which an entry counts that names one: evidence from its own (形成日期), as when it is
  /// attached by hand, and a figure not before it was counted.
  func ownDay(of event: LedgerEvent, in ledger: Ledger) -> CivilDate? {
    switch event {
    case .item(let id, .evidenceAttached(let piece)):
      guard let date = piece.date, let item = ledger[id] else { return nil }
      return Evidence.countsFrom(date, imported: item.importedOn, today: today)
    case .ledger(.factRecorded(let fact)): return fact.countedOn.map { max($0, effective) }
    case .item, .ledger: return nil
    }
  }

  /// Looks back to when sheets were made; those of one export share a look.
  mutating func remember(_ heads: Set<Int>, of entries: [EventEnvelope]) {
    for head in heads { past[head] = Ledger.folding(entries.filter { $0.sequence <= head }) }
  }

  /// The ledger as a sheet knew it.
  func ledger(at head: Int) -> Ledger { past[head] ?? ledger }

  /// Who is asked for what, by a ledger.
  func asking(_ ledger: Ledger) -> SheetAsking {
    SheetAsking(
      ledger: ledger, directory: directory, indicators: indicators,
      unionIndicators: unionIndicators)
  }

  /// The department that a code stands for, as papers name it; nil when none does. Codes are made of
  /// the directory's names, whatever the plan writes.
  func department(_ part: String) -> String? {
    let names =
      ledger.itemsInOrder.flatMap(\.item.departments.all)
      + directory.entries.flatMap { [$0.name] + $0.aliases } + FactSheet(ledger).units
    // A sheet may have been given out before the department had the name that it has.
    return names.first { name in
      [directory.canonical(name) ?? name, name].contains {
        SheetCode.part(of: $0, Desk.digest) == part
      }
    }.map { asking(ledger).printed(directory.canonical($0) ?? $0) }
  }
}

/// One step of recording a sheet: a command and the cell it comes from.
struct SheetStep {
  /// The item; nil for a figure or a member.
  var item: ItemID?
  /// What is to be done.
  var command: LedgerCommand
  /// The cell.
  var location: Diagnostic.Location
}

/// A sheet on its way into the ledger: who signs, what is to be recorded, and what stands against
/// it.
struct SheetEntry {
  let file: SheetFile
  let code: SheetCode
  /// The department; empty for a review.
  private(set) var department = ""
  /// In whose name it is recorded.
  private(set) var signer = ""
  /// Who handed it in for whoever signs; nil when they are one or that was not proved.
  private(set) var handedInBy: String?
  var receipt: SheetReceipt
  var steps: [SheetStep] = []
  /// The evidence of the steps.
  private(set) var staged: [EvidenceVault.StagedFile] = []
  /// The items with evidence that could not be taken, so that what they lack is not known.
  private var unproved: Set<ItemID> = []
  let setting: SheetSetting
  /// The ledger as the sheet knew it.
  let before: Ledger

  /// Whether it is known whose sheet it is, so that its rows can be looked at.
  private(set) var isIdentified = false

  /// Whether nothing stands against recording it.
  var isSound: Bool { !receipt.findings.contains { $0.severity == .error } }

  /// Begins with a sheet; nil when nothing names it.
  init?(_ file: SheetFile, _ setting: SheetSetting) {
    guard let code = file.sheet.code else { return nil }
    self.file = file
    self.code = code
    self.setting = setting
    before = setting.ledger(at: code.head)
    receipt = SheetReceipt(file: file.name, status: .refused)
    identify()
    isIdentified = isSound
    receipt.findings = file.sheet.faults + file.sheet.notes + receipt.findings
  }

  /// Whose sheet it is, and whether it is one of this ledger.
  private mutating func identify() {
    let own = SheetCode(
      kind: code.kind, first: setting.first, head: code.head, department: "", digest: Desk.digest)
    guard code.ledger == own.ledger else { return say(.sheetOfOtherLedger(file.name)) }
    guard code.head <= setting.ledger.headSequence else {
      return say(.sheetAhead(file.name, head: code.head, ledger: setting.ledger.headSequence))
    }
    switch code.kind {
    case .department:
      guard let department = setting.department(code.department) else {
        return say(.sheetDepartmentGone(file.name))
      }
      self.department = department
      receipt.department = department
      signer = department
      let folder = (file.folder as NSString).lastPathComponent
      if let named = setting.directory.canonical(folder),
        !setting.directory.isSame(named, department)
      {
        say(.sheetInOtherFolder(file.name, department, folder: folder))
      }
      sign()
    case .review:
      if let handIn = setting.handIn {
        guard handIn.isReviewer else { return say(.sheetReviewForeign(file.name)) }
        signer = handIn.name
      } else {
        signer = file.sheet.person?.text ?? setting.clerk?.name ?? ""
      }
      if signer.isEmpty { say(.sheetReviewerMissing(file.name)) }
    case .members, .figures:
      if let handIn = setting.handIn {
        // Whether somebody may register members is a rule of the ledger.
        guard code.kind == .members || handIn.isForOthers || handIn.isReviewer else {
          return say(.sheetOfOffice(file.name))
        }
        signer = handIn.name
      } else {
        signer = file.sheet.person?.text ?? setting.clerk?.name ?? ""
      }
      if signer.isEmpty { say(.sheetSignerMissing(file.name)) }
    case .receipt: say(.sheetKindUnread(file.name))
    }
    receipt.signer = signer
  }

  /// Signs in the name of whoever hands it in for her own department; else as the sheet says, where
  /// others' sheets may be handed in.
  private mutating func sign() {
    guard let handIn = setting.handIn else { return signPerson() }
    if handIn.departments.contains(where: { setting.directory.isSame($0, department) }) {
      signer = handIn.name
    } else if handIn.isForOthers {
      signPerson()
      if !setting.ledger.isSameParty(signer, handIn.name, in: setting.directory) {
        handedInBy = handIn.name
      }
    } else {
      say(.sheetOfOtherDepartment(file.name, department))
    }
  }

  /// Signs in the name of the person who filled the sheet in, when she is a member of the
  /// department.
  private mutating func signPerson() {
    guard let person = file.sheet.person else { return }
    let member = setting.ledger.member(named: person.text)
    if let member, member.isActive,
      member.departments.contains(where: { setting.directory.isSame($0, department) })
    {
      signer = member.name
    } else if !setting.directory.isSame(person.text, department) {
      say(.sheetPersonUnknown(person.text, department, at: person.location))
    }
  }

  mutating func say(_ diagnostic: Diagnostic) { receipt.findings.append(diagnostic) }

  /// The items for which closure is applied for.
  var applied: Set<ItemID> {
    Set(
      file.sheet.rows.filter {
        $0.answers[.apply].flatMap { SheetWords.isYes($0.text) } == true
      }.map(\.item))
  }

  /// Says which pages and rows to fill in are gone: they count as blank. Where a page or row cannot
  /// be read, that is said instead.
  mutating func comparePages() {
    guard code.kind == .department, !file.sheet.faults.contains(where: { $0.severity == .error })
    else { return }
    let asking = setting.asking(before)
    let items = before.liveItems.filter { asking.leads(department, $0) }.map(\.id)
    let missing = items.filter { !file.sheet.items.contains($0) }
    var gone: [String] = []
    if !items.isEmpty, missing == items { gone.append(DepartmentSheet.pages.items) }
    if file.sheet.figures == nil, !asking.asked(of: department).isEmpty {
      gone.append(DepartmentSheet.pages.figures)
    }
    if !gone.isEmpty { say(.sheetPagesGone(gone, file.name)) }
    if missing != items, !missing.isEmpty {
      say(.sheetRowsGone(missing, of: DepartmentSheet.pages.items, file.name))
    }
  }

  // MARK: - Rows

  /// Reads all rows into steps.
  ///
  /// - Parameters:
  ///   - search: Where evidence is looked for.
  ///   - vault: Where evidence is staged.
  ///   - elsewhere: The departments whose applications for an item are taken in place of this one's.
  mutating func readRows(
    _ search: EvidenceSearch, _ vault: EvidenceVault, elsewhere: [ItemID: String]
  ) {
    for row in file.sheet.rows {
      guard let state = setting.ledger[row.item], let then = before[row.item],
        row.seal.fits(Desk.digest(then.reviewBasis.text))
      else {
        say(.sheetItemUnknown(row.item, at: row.location))
        continue
      }
      if let content = row.content,
        ![then, state].contains(where: {
          Self.isSame(DepartmentSheet.content(of: $0.item), content)
        })
      {
        say(.sheetContentDiffers(row.item, shows: content, at: row.location))
        continue
      }
      var reading = SheetRowReading(
        row: row, state: state, then: then, head: code.head, start: setting.start,
        undone: Set(setting.ledger.undone), isForced: setting.forced.contains(row.item),
        handedInBy: handedInBy,
        today: setting.today, asOf: file.sheet.asOf ?? setting.today)
      if code.kind == .review {
        reading.readDecision()
      } else {
        let owners = SheetAsking.owners(of: state.item)
        guard owners.contains(where: { setting.directory.isSame($0, department) }) else {
          say(.sheetItemOfOthers(row.item, department, owners: owners, at: row.location))
          continue
        }
        reading.readReport(search, vault, department: department, elsewhere: elsewhere[row.item])
        reading.compare()
      }
      if reading.hasLostEvidence { unproved.insert(row.item) }
      staged += reading.staged
      steps += reading.steps
      receipt.findings += reading.findings
      receipt.lines.append(reading.line)
    }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    TextFolding.compact(left) == TextFolding.compact(right)
  }

  /// Decides every step on the ledger as the ones before leave it, and places what is refused; also
  /// where something stands against the sheet already, so that all is said at once.
  mutating func decide(on occasion: Occasion) {
    var ledger = setting.ledger
    for step in steps {
      do throws(LedgerRejection) {
        for event in try decideAll([step.command], in: ledger, on: occasion) {
          ledger.apply(
            EventEnvelope(
              sequence: ledger.headSequence + 1, recordedAt: Instant(startOf: occasion.today),
              effective: occasion.effective, actor: occasion.actor, event: event))
        }
      } catch {
        // Files that could not be taken may be the evidence that is missing.
        let isUnproved = step.item.map(unproved.contains) ?? false
        receipt.findings += error.diagnostics.filter { !isUnproved || !$0.isOfEvidence }.map {
          $0.placed(at: step.location, item: step.item)
        }
      }
    }
    questionFigures(after: ledger)
  }

  /// Fills in the receipt from what was recorded.
  mutating func finish(_ entries: [EventEnvelope], _ ledger: Ledger) {
    receipt.recorded = entries.count
    receipt.status = .taken
    let onDay = LedgerOnDay(ledger, on: setting.today)
    for index in receipt.lines.indices {
      let id = receipt.lines[index].item
      for entry in entries where entry.event.item == id {
        receipt.lines[index].take(entry.event)
      }
      if let item = onDay[id] {
        receipt.lines[index].obstacles = onDay.obstacles(of: item, setting.hedges)
      }
      if setting.ledger[id]?.isStale == false,
        let stale = ledger[id].flatMap(Diagnostic.closureStale)
      {
        say(stale)
      }
    }
    for entry in entries { receipt.take(entry.event, before: setting.ledger) }
    receipt.findings += FactSheet(ledger).superseded(among: entries, places: figurePlaces)
  }

  /// Ends without recording anything.
  mutating func end(as status: SheetReceipt.Status) {
    receipt.status = status
    if status == .already { say(.sheetAlreadyTaken(file.name)) }
    if status == .blank { say(.sheetBlank(file.name)) }
  }
}

extension Diagnostic {
  /// Whether it says that evidence is missing.
  fileprivate var isOfEvidence: Bool { code == "evidence-missing" }
}

extension SheetReceipt.Line {
  /// Counts what was recorded of its item.
  fileprivate mutating func take(_ event: LedgerEvent) {
    switch event {
    case .item(_, .progressNoted(let text, _)): note = text
    case .item(_, .evidenceAttached(let piece)):
      evidence.append(SheetReceipt.Piece(number: piece.number, file: piece.fileName))
    case .item(_, .closureSubmitted): isApplied = true
    case .item(_, .closed): isClosed = true
    case .item(_, .closureReturned): isClosed = false
    case .item, .ledger: break
    }
  }
}

extension SheetReceipt {
  /// Notes a figure or a member that was recorded.
  fileprivate mutating func take(_ event: LedgerEvent, before: Ledger) {
    switch event {
    case .ledger(.factRecorded(let fact)):
      figures.append(Figure(fact, before: FactSheet(before)[FactName(fact.name)]))
    case .ledger(.gapRaised(let gap)):
      figures.append(
        Figure(
          name: FactName(name: SheetWords.shortcomings, unit: gap.owner).recorded, now: gap.text))
    case .ledger(.memberAdded(let member)):
      members.append(
        MemberLine(name: member.name, department: member.department, role: member.role))
    case .ledger(.memberRetired(let name)): members.append(MemberLine(name: name))
    case .item, .ledger: break
    }
  }
}
