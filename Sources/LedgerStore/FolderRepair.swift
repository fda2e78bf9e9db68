import Foundation
package import TaskLedger

/// What mends a ledger's folder without losing anything: nothing is deleted, the log is not
/// changed, and what does not belong is moved aside.
package struct FolderRepair: Sendable {
  /// One thing to do.
  package enum Step: Sendable, Hashable {
    /// Take back what a stopped writer had not committed.
    case replayJournal
    /// Leave a file or folder to its owner, by its path in the folder.
    case restrict(String)
    /// Move a file aside, by its path in the folder.
    case moveAside(String)
  }

  /// A file that may still be in use, because it is younger than this many seconds, is left alone.
  static let age = 3600

  private let folder: LedgerFolder
  /// Where files are moved, by its name in the folder.
  package let aside: String
  /// What is to be done, in order.
  package let steps: [Step]
  /// Files left alone because somebody may be at them, by their paths in the folder.
  package let leftAlone: [String]

  /// Plans what mends the findings of an examination; nothing is touched.
  ///
  /// - Parameters:
  ///   - examination: What was found.
  ///   - today: The day after which the folder for things moved aside is named.
  ///   - now: The moment of the clock.
  package init(of examination: FolderExamination, today: CivilDate, now: Instant) {
    folder = examination.folder
    aside = "移出-\(today)"
    var steps: [Step] = []
    var leftAlone: [String] = []
    var files: [String] = []
    // An entry that cannot be read may name the file that looks unlisted.
    let isLogWhole =
      examination.integrity.map { report in
        !report.findings.contains { $0.isDamage && !$0.isAboutEvidence }
      } ?? false
    // A folder without a ledger is somebody's own, named by mistake.
    let isLedger = !examination.findings.contains { $0 == .ledgerMissing || $0 == .folderMissing }
    for finding in isLedger ? examination.findings : [] {
      switch finding {
      case .interrupted: steps.append(.replayJournal)
      case .openToOthers(let paths): steps += paths.map(Step.restrict)
      case .makingLeftover(let name): files.append(name)
      case .integrity(.stagingLeftover(let name)): files.append("evidence/.staging/" + name)
      case .integrity(.evidenceExtra(let name)) where isLogWhole:
        files.append("evidence/" + name)
      case .keptFold: steps.append(.moveAside(LedgerFolder.keptFold))
      case .draftLeftover, .integrity, .folderMissing, .ledgerMissing, .unreadable, .readOnly,
        .copy,
        .locksRefused, .locksWithoutEffect, .littleSpace, .clockBehind:
        break
      }
    }
    for file in files {
      var status = stat()
      guard lstat(folder.path + "/" + file, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      #if canImport(Darwin)
        let written = Int(status.st_mtimespec.tv_sec)
      #else
        let written = Int(status.st_mtim.tv_sec)
      #endif
      if written + Self.age < now.seconds {
        steps.append(.moveAside(file))
      } else {
        leftAlone.append(file)
      }
    }
    self.steps = steps
    self.leftAlone = leftAlone
  }

  /// Does what was planned.
  ///
  /// - Throws: ``StoreError`` at the first thing that cannot be done; what was done stays done.
  package func perform() throws(StoreError) {
    for step in steps where step == .replayJournal {
      try LedgerStore.translated(folder.database) { try LedgerStore.replayJournal(of: folder) }
    }
    for case .restrict(let path) in steps { try restrict(path) }
    let files = steps.compactMap { if case .moveAside(let path) = $0 { path } else { nil } }
    guard !files.isEmpty else { return }
    guard folder.hasLedger else {
      for file in files { try moveAside(file) }
      return
    }
    // Writers move evidence into its place while they hold the lock, so none is on its way now.
    let store = try LedgerStore(opening: folder, for: .writing)
    try store.holdingLock { (named) throws(StoreError) in
      for file in files where !named.contains((file as NSString).lastPathComponent) {
        try moveAside(file)
      }
    }
  }

  private func restrict(_ relative: String) throws(StoreError) {
    let path = relative == "." ? folder.path : folder.path + "/" + relative
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { return }
    let mode: mode_t = status.st_mode & S_IFMT == S_IFDIR ? 0o700 : 0o600
    try FileSystem.check(at: path) { chmod(path, mode) }
  }

  private func moveAside(_ relative: String) throws(StoreError) {
    let target = folder.path + "/" + aside
    try FileSystem.makeFolder(target)
    let name = (relative as NSString).lastPathComponent
    for number in 1...1000 {
      let place = target + "/" + (number == 1 ? name : "\(name)-\(number)")
      var status = stat()
      if lstat(place, &status) == 0 { continue }
      let source = folder.path + "/" + relative
      try FileSystem.check(at: place) { rename(source, place) }
      return try FileSystem.syncFolder(target)
    }
    throw FileSystem.error(at: target, number: EEXIST)
  }
}

extension IntegrityFinding {
  /// Whether it is about an evidence file and not about the log.
  var isAboutEvidence: Bool {
    switch self {
    case .evidenceMissing, .evidenceChanged, .evidenceExtra, .evidenceLinked, .stagingLeftover,
      .paperMissing, .paperChanged:
      true
    case .databaseDamaged, .protectionMissing, .schemaStrange, .sequenceBroken, .chainBroken,
      .entryChanged, .entryUnreadable, .entryUnplaced, .reviewNotBound, .ruleBroken,
      .anchorMissing,
      .writeAheadMode,
      .clockWentBack:
      false
    }
  }
}

extension LedgerStore {
  /// Keeps other writers away for the time of a body, which is told what evidence the log names.
  func holdingLock(_ body: (Set<String>) throws(StoreError) -> Void) throws(StoreError) {
    try Self.translated(folder.database) {
      try queue.inTransactionReturning { db in
        let files = try Self.entries(.whole, in: db).compactMap(\.event.storedFile)
        try body(Set(files.map(\.description)))
      }
    }
  }
}
