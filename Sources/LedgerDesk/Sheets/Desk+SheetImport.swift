import Foundation
package import LedgerReports
import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

/// What an import of sheets recorded, file by file.
package struct SheetImport: Sendable {
  /// What became of each file, in order.
  package var receipts: [SheetReceipt]
  /// The receipts that were written, by name.
  package var written: [String]
  /// What kind of reason stands against some file; nil when nothing does.
  package var fault: DeskError.Kind?
}

/// Who hands sheets in under a name that was proved, as a page does, and for whom.
package struct SheetHandIn: Sendable {
  /// The name in which sheets of the own departments and reviews are recorded.
  package var name: String
  /// The own departments.
  package var departments: [String]
  /// Whether sheets of other departments are taken too, in their name.
  package var isForOthers: Bool
  /// Whether reviews are taken.
  package var isReviewer: Bool

  /// Somebody who hands sheets in.
  package init(name: String, departments: [String], isForOthers: Bool, isReviewer: Bool) {
    (self.name, self.departments) = (name, departments)
    (self.isForOthers, self.isReviewer) = (isForOthers, isReviewer)
  }
}

extension Desk {
  /// Records what came back by sheet (表单导入): each file whole or not at all, and one that fails
  /// does not stop the others.
  ///
  /// - Parameters:
  ///   - paths: Sheets, folders of them, or zip containers, by their whole paths.
  ///   - forced: The items whose rows are taken although the item changed since.
  ///   - isConfirmed: Whether figures that look doubtful, or changed since, were checked.
  ///   - day: The day the entries count on; today without one.
  ///   - clerk: Who runs the import; a department's sheet is signed by the department.
  ///   - handIn: Who hands them in, when that was proved; then nobody else signs for her.
  ///   - moment: When.
  ///   - dryRun: Whether to decide without writing; then no receipt is written either.
  /// - Returns: What became of each file.
  /// - Throws: ``DeskError`` when the ledger itself cannot be read or written.
  package func importSheets(
    _ paths: [String], forced: Set<ItemID>, isConfirmed: Bool = false,
    countingOn day: CivilDate?, by clerk: Clerk?, handIn: SheetHandIn? = nil, at moment: Moment,
    dryRun: Bool
  ) throws(DeskError) -> SheetImport {
    let store = try store(for: dryRun ? .reading : .writing)
    let entries = try DeskError.ofStore { () throws(StoreError) in try store.entries() }
    let words = try sheetVocabulary(today: moment.today)
    var setting = SheetSetting(
      ledger: Ledger.folding(entries), first: try firstDigest(),
      directory: try schoolData.departments(),
      start: entries.last?.sequence ?? 0, forced: forced,
      today: moment.today, effective: day ?? moment.today, clerk: clerk, handIn: handIn,
      indicators: try schoolData.indicators(), hedges: try schoolData.profile().hedges,
      unionIndicators: try schoolData.unionIndicators(),
      facts: words.facts, isConfirmed: isConfirmed)
    let places = SheetPlaces(paths, words)
    defer { places.clear() }
    var vault = EvidenceVault(folder: store.folder)
    vault.sizeLimit = try schoolData.settings().evidenceLimit
    let batch = SheetBatch(places, words, vault)
    setting.remember(Set(batch.files.sheets.compactMap(\.sheet.code?.head)), of: entries)
    var result = SheetImport(receipts: [], written: [])
    batch.refuseUnread(in: &result)
    let leftovers = SheetLeftovers(batch.files, batch.searches, ledger: store.folder)
    let applications = Applications(batch.files.sheets, setting)
    let versions = SheetVersions(batch.files.sheets) { file in
      guard let entry = batch.read(file, setting, applications) else { return false }
      batch.discard(entry)
      return !entry.steps.isEmpty
    }
    for file in batch.files.sheets {
      guard var entry = batch.read(file, setting, applications) else {
        result.refuse(file.name, file.sheet.faults, .refused)
        continue
      }
      defer { batch.discard(entry) }
      for conflict in versions.conflicts(of: file) { entry.say(.sheetTwice(conflict)) }
      if let left = leftovers.left(toldWith: file) {
        entry.say(.sheetFilesUnnamed(left, in: batch.givenFolder(of: file)))
      }
      let (folder, isAlone) = batch.receiptPlace(of: file)
      func receipt() -> FormBook { book(entry.receipt, entry.code, setting, isAlone: isAlone) }
      var isReceipted = !dryRun
      if !dryRun {
        // Nothing is recorded that could not be receipted.
        do throws(DeskError) {
          try OutputFile(path: "\(folder)/\(receipt().file)").requireWritable(as: nil, force: true)
        } catch {
          isReceipted = false
          for diagnostic in error.diagnostics { entry.say(diagnostic) }
        }
      }
      let after = try record(&entry, setting, moment, dryRun: dryRun, in: store)
      if let after, !dryRun { setting.ledger = after }
      result.receipts.append(entry.receipt)
      result.note(entry.receipt)
      // A sheet that brings nothing new leaves the receipt of what it brought.
      if isReceipted, entry.receipt.status != .already {
        do throws(DeskError) {
          result.written.append(try write(receipt(), into: folder))
        } catch {
          // What was recorded is told all the same.
          result.receipts[result.receipts.count - 1].findings += error.diagnostics
          result.fault = error.kind
        }
      }
    }
    return result
  }

  /// What the headings and names of sheets mean.
  func sheetVocabulary(today: CivilDate) throws(DeskError) -> SheetVocabulary {
    SheetVocabulary(
      content: try schoolData.profile()[.content],
      facts: try schoolData.factVocabulary(for: try schoolData.indicators()), today: today)
  }

  /// Records a sheet in one transaction, or says why not.
  ///
  /// - Returns: The ledger afterwards; nil when nothing was recorded.
  private func record(
    _ entry: inout SheetEntry, _ setting: SheetSetting, _ moment: Moment, dryRun: Bool,
    in store: LedgerStore
  ) throws(DeskError) -> Ledger? {
    var occasion = moment.occasion(of: entry.signer, effective: setting.effective)
    occasion.departments = setting.directory
    if entry.isIdentified { entry.decide(on: occasion) }
    guard entry.isSound, !entry.steps.isEmpty else {
      let isKnown = entry.receipt.known > 0 || entry.receipt.lines.contains { $0.known > 0 }
      entry.end(as: !entry.isSound ? .refused : isKnown ? .already : .blank)
      return nil
    }
    let steps = entry.steps
    do throws(DeskError) {
      let receipt = try append(
        { _ in steps.map(\.command) }, by: Clerk(name: entry.signer), at: moment,
        effective: setting.effective, dryRun: dryRun, placing: entry.staged, in: store,
        counting: { setting.ownDay(of: $0, in: $1) })
      entry.finish(receipt.entries, receipt.ledger)
      return receipt.ledger
    } catch {
      switch error.kind {
      case .refused, .overtaken:
        for diagnostic in error.diagnostics { entry.say(diagnostic) }
        entry.end(as: .refused)
        return nil
      case .usage, .unreadableInput, .internalFault, .disk, .integrity: throw error
      }
    }
  }

  /// The receipt of a sheet; beside others it is named after the sheet too.
  private func book(
    _ receipt: SheetReceipt, _ code: SheetCode, _ setting: SheetSetting, isAlone: Bool
  ) -> FormBook {
    var book = receipt.book(on: setting.today, school: setting.ledger.school, code: code)
    if !isAlone {
      let stem = (receipt.file as NSString).deletingPathExtension
      let parts = (book.file as NSString)
      book.file = "\(parts.deletingPathExtension)-\(stem).\(parts.pathExtension)"
    }
    return book
  }

  /// Writes the receipt beside its sheet.
  private func write(_ book: FormBook, into folder: String) throws(DeskError) -> String {
    let bytes = try SheetWorkbook.bytes(of: book)
    // A receipt takes the place of the one before.
    try OutputFile(path: "\(folder)/\(book.file)").write(bytes, force: true)
    return book.file
  }
}

extension SheetImport {
  /// A file of which nothing could be read.
  fileprivate mutating func refuse(
    _ file: String, _ findings: [Diagnostic], _ kind: DeskError.Kind
  ) {
    var receipt = SheetReceipt(file: file, status: .refused)
    receipt.findings = findings
    receipts.append(receipt)
    fault = fault == nil || fault == kind ? kind : .refused
  }

  fileprivate mutating func refuse(
    _ file: String, _ finding: Diagnostic, _ kind: DeskError.Kind
  ) {
    refuse(file, [finding], kind)
  }

  /// Remembers why a file was refused: that items changed is another reason than a fault.
  fileprivate mutating func note(_ receipt: SheetReceipt) {
    guard receipt.status == .refused else { return }
    let errors = receipt.findings.filter { $0.severity == .error }
    let kind: DeskError.Kind =
      errors.allSatisfy(\.isOfChange) ? .overtaken : .refused
    fault = fault == nil || fault == kind ? kind : .refused
  }
}

extension SheetReceipt {
  /// Whether nothing stands against the sheet but what somebody may look at and confirm: items and
  /// figures that changed, and figures that look doubtful.
  package var isConfirmable: Bool {
    let errors = findings.filter { $0.severity == .error }
    return !errors.isEmpty && errors.allSatisfy { $0.isOfChangedItem || $0.asksFigures }
  }
}

extension Diagnostic {
  fileprivate var isOfChangedItem: Bool { code == "sheet-item-changed" }
  fileprivate var isOfChangedFigure: Bool { code == "sheet-figure-changed" }

  /// Whether it says that something changed since a sheet was made.
  fileprivate var isOfChange: Bool {
    isOfChangedItem || isOfChangedFigure || code == "review-basis-changed"
  }

  /// Whether it asks somebody to check figures.
  package var asksFigures: Bool { isOfChangedFigure || code == "facts-not-confirmed" }
}

/// The files of one import and what stands beside them.
private struct SheetBatch {
  let files: SheetFiles
  /// Where the evidence of a folder's sheets is looked for, by the folder.
  let searches: [String: EvidenceSearch]
  private let places: SheetPlaces
  private let vault: EvidenceVault

  init(_ places: SheetPlaces, _ words: SheetVocabulary, _ vault: EvidenceVault) {
    let files = SheetFiles(places.all, words)
    let sheetPaths = Set(files.sheets.map(\.path) + places.containers)
    searches = Dictionary(
      files.sheets.map { ($0.folder, $0.folder) }, uniquingKeysWith: { first, _ in first }
    ).mapValues { EvidenceSearch(in: $0, except: sheetPaths) }
    (self.files, self.places, self.vault) = (files, places, vault)
  }

  /// Says which files could not be read, under the names they were given with.
  func refuseUnread(in result: inout SheetImport) {
    for (zip, error) in places.unread {
      result.refuse((zip as NSString).lastPathComponent, error.diagnostic, .unreadableInput)
    }
    for (path, fault) in files.faults {
      result.refuse(
        (places.given(for: path) as NSString).lastPathComponent, fault, .unreadableInput)
    }
  }

  /// What a sheet asks for; nil when it is no sheet of this ledger. What was staged is discarded by
  /// who reads.
  func read(
    _ file: SheetFile, _ setting: SheetSetting, _ applications: Applications
  ) -> SheetEntry? {
    guard var entry = SheetEntry(file, setting) else { return nil }
    if entry.isIdentified, let search = searches[file.folder] {
      entry.comparePages()
      entry.readRows(search, vault, elsewhere: applications.elsewhere(for: entry))
      entry.readFigures()
      entry.readMembers()
    }
    return entry
  }

  func discard(_ entry: SheetEntry) {
    for staged in entry.staged { vault.discard(staged) }
  }

  /// The name of the folder or container a sheet was given in.
  func givenFolder(of file: SheetFile) -> String {
    (places.given(for: file.folder) as NSString).lastPathComponent
  }

  /// Where the receipt of a sheet goes, and whether it is the only one there.
  func receiptPlace(of file: SheetFile) -> (folder: String, isAlone: Bool) {
    guard let zip = places.container(of: file.path) else {
      return (file.folder, files.sheets.count { $0.folder == file.folder } == 1)
    }
    return ((zip as NSString).deletingLastPathComponent, false)
  }
}

/// Who applies for what in one import: of several departments the first lead's counts.
private struct Applications {
  private var first: [ItemID: String] = [:]
  private let directory: DepartmentDirectory

  init(_ files: [SheetFile], _ setting: SheetSetting) {
    directory = setting.directory
    for file in files {
      guard let entry = SheetEntry(file, setting), !entry.department.isEmpty else { continue }
      for id in entry.applied {
        guard let item = setting.ledger[id]?.item else { continue }
        if let known = first[id] {
          let owners = SheetAsking.owners(of: item)
          let both = owners.first { owner in
            [known, entry.department].contains { directory.isSame($0, owner) }
          }
          if let both, directory.isSame(both, entry.department) { first[id] = entry.department }
        } else {
          first[id] = entry.department
        }
      }
    }
    // What another department applied for since the sheet was made is there already.
    for state in setting.ledger.liveItems where state.phase == .submitted {
      if let actor = state.submission?.actor {
        let owner = SheetAsking.owners(of: state.item).first { owner in
          directory.isSame(owner, actor)
            || setting.ledger.member(named: actor)?.departments
              .contains { directory.isSame($0, owner) } == true
        }
        if let owner { first[state.id] = owner }
      }
    }
  }

  /// The departments whose applications are taken in place of a sheet's.
  func elsewhere(for entry: SheetEntry) -> [ItemID: String] {
    first.filter { !directory.isSame($0.value, entry.department) }
  }
}
