package import LedgerStore
package import TaskLedger

/// Evidence as somebody hands it in: files of one or more items, with what is said of them.
package struct HandedEvidence: Sendable {
  /// The items, each of which gets every file under a number of its own.
  package var items: [ItemID]
  /// The files by their whole paths.
  package var paths: [String]
  /// The measure they prove.
  package var measure: Int?
  /// Their name; the name of the file when empty.
  package var caption = ""
  /// Their document number.
  package var documentNumber = ""
  /// The day of the material itself.
  package var date: CivilDate?
  /// The pages, as somebody counted them.
  package var pages: Int?
  /// Where the original is kept.
  package var original = ""
  /// The group that makes one piece of several files; nil when each is one.
  package var group: String?
  /// The cell that names it; nil when it is attached by hand.
  package var source: String?

  /// Files of items, without anything said of them.
  package init(items: [ItemID], paths: [String]) {
    self.items = items
    self.paths = paths
  }
}

extension Desk {
  /// Attaches evidence (佐证) to items, all files to all items or none.
  ///
  /// Evidence counts from its own day, but not from before the plan was in the ledger. The original
  /// of a stored file that is missing or changed is put back, and not recorded a second time.
  ///
  /// - Parameters:
  ///   - evidence: The files and what is said of them.
  ///   - clerk: Who attaches them.
  ///   - moment: When.
  ///   - dryRun: Whether to decide without writing.
  /// - Returns: What was recorded.
  /// - Throws: ``DeskError`` naming every file that cannot be taken, or the rule that refuses.
  package func attach(
    _ evidence: HandedEvidence, by clerk: Clerk, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> Receipt {
    let store = try store(for: .writing)
    var vault = EvidenceVault(folder: store.folder)
    vault.sizeLimit = try schoolData.settings().evidenceLimit
    var staged: [EvidenceVault.StagedFile] = []
    defer { for file in staged { vault.discard(file) } }
    var failures: [DeskError] = []
    for path in evidence.paths {
      do throws(StoreError) {
        staged.append(try vault.stage(fileAt: path))
      } catch {
        failures.append(DeskError(error))
      }
    }
    if let first = failures.first {
      throw DeskError(failures.flatMap(\.diagnostics), kind: first.kind)
    }
    let new = zip(staged, evidence.paths).map { evidence.recorded($0, at: $1) }
    let ledger = try DeskError.ofStore { () throws(StoreError) in
      try store.folded(asOf: moment.today).ledger
    }
    let lost = Set(staged.map(\.digest)).filter { digest in
      ledger.itemsInOrder.contains { $0.validEvidence.contains { $0.digest == digest } }
        && vault.condition(of: digest) != .sound
    }
    func isKnown(_ file: NewEvidence, of item: ItemID, in ledger: Ledger) -> Bool {
      lost.contains(file.digest) && ledger[item]?.original(file.digest, for: file.measure) != nil
    }
    var receipt = try append(
      { ledger in
        evidence.items.flatMap { item in
          new.filter { !isKnown($0, of: item, in: ledger) }.map { .attach(item, $0) }
        }
      },
      concerning: Set(evidence.items), by: clerk, at: moment,
      effective: try effective(evidence, on: moment.today), dryRun: dryRun,
      placing: staged.filter { file in
        new.contains { new in
          new.digest == file.digest
            && evidence.items.contains { !isKnown(new, of: $0, in: ledger) }
        }
      }, in: store)
    if !dryRun { try restore(staged.filter { lost.contains($0.digest) }, in: vault) }
    receipt.restored = ledger.itemsInOrder.flatMap(\.validEvidence)
      .filter { lost.contains($0.digest) }.map(\.number)
    return receipt
  }

  /// Puts a file that came again back in the place of the stored one, when that is missing or
  /// changed; nothing is recorded.
  ///
  /// - Parameter file: The file, whose content the ledger knows.
  /// - Returns: Whether it was put back.
  /// - Throws: ``DeskError`` when the disk refuses.
  package func restore(_ file: EvidenceVault.StagedFile) throws(DeskError) -> Bool {
    let vault = try evidenceVault()
    return try DeskError.ofStore { () throws(StoreError) in try vault.restore(file) }
  }

  /// Puts files back that no entry placed.
  private func restore(
    _ files: [EvidenceVault.StagedFile], in vault: EvidenceVault
  ) throws(DeskError) {
    for file in files {
      _ = try DeskError.ofStore { () throws(StoreError) in try vault.restore(file) }
    }
  }

  /// The day evidence counts from; nil for today.
  private func effective(
    _ evidence: HandedEvidence, on today: CivilDate
  ) throws(DeskError) -> CivilDate? {
    guard let date = evidence.date else { return nil }
    let ledger = try snapshot(asOf: today).ledger
    let imported = evidence.items.compactMap { ledger[$0]?.importedOn }.max()
    return Evidence.countsFrom(date, imported: imported ?? date, today: today)
  }
}

extension HandedEvidence {
  /// A file as the ledger records it. A PDF may say itself how many pages it has; a
  /// number that somebody counted is preferred.
  package func recorded(_ file: EvidenceVault.StagedFile, at path: String) -> NewEvidence {
    NewEvidence(
      digest: file.digest, fileName: file.fileName, byteCount: file.byteCount,
      mediaType: file.mediaType, measure: measure, caption: caption,
      documentNumber: documentNumber, date: date,
      pages: pages ?? (file.mediaType == "application/pdf" ? PageCount.ofFile(at: path) : nil),
      original: original, group: group, source: source)
  }
}
