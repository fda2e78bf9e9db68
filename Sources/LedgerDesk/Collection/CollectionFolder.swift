import Foundation
import LedgerStore
import OfficeFiles
import TaskLedger

/// A folder in which a province keeps what schools hand in: a container by school and head for each
/// submission, and the list of what was received when.
///
/// Invariant: nothing in it is changed or removed; the list only grows.
final class CollectionFolder {
  /// Where it is.
  let path: String
  /// What was received so far.
  private(set) var records: [CollectionRecord]
  private let draft: String
  private let lock: Int32

  /// Opens a collection, or makes a new one, for this run alone.
  ///
  /// - Throws: ``DeskError`` when it is a ledger, another run is at it, or it cannot be written.
  init(at path: String) throws(DeskError) {
    self.path = path
    try OutputFile.requireNoRecord(path)
    guard !LedgerFolder(path: path).hasLedger else {
      throw DeskError([.outputIsLedger((path as NSString).lastPathComponent)], kind: .refused)
    }
    try DeskError.ofStore { () throws(StoreError) in try FileSystem.makeFolder(path) }
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    draft = path + "/.draft-\(UUID().uuidString)"
    // What is thrown from here on runs `deinit`, which gives the lock back.
    records = []
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw DeskError([.collectionBusy((path as NSString).lastPathComponent)], kind: .overtaken)
    }
    records = try CollectionRecord.all(in: path)
    try DeskError.ofStore { () throws(StoreError) in try DraftFolder.make(draft) }
  }

  deinit {
    DraftFolder.remove(draft)
    close(lock)
  }

  /// The last that was received of a school.
  func last(of school: String) -> CollectionRecord? {
    let key = TextFolding.compact(school)
    return records.last { TextFolding.compact($0.school) == key }
  }

  /// What a log of a school must continue: the last that was received with its log, whose entries are
  /// known, and what came after it without one.
  func chain(of school: String) -> [CollectionRecord] {
    let key = TextFolding.compact(school)
    let own = records.filter { TextFolding.compact($0.school) == key }
    return Array(own[(own.lastIndex(where: \.hasLog) ?? own.startIndex)...])
  }

  /// What was received before of the same school and head, in that order; files that cannot be read any
  /// more are left out.
  func editions(of submission: Submission) -> [Submission.Edition] {
    let key = TextFolding.compact(submission.school)
    return records.filter {
      $0.headDigest == submission.head.digest && TextFolding.compact($0.school) == key
    }.compactMap { try? Submission.Edition(ofContainerAt: path + "/" + $0.file) }
  }

  /// Copies a source into one container, which is verified before it counts.
  ///
  /// - Returns: The path of the copy.
  func copy(_ source: RollupSource, at place: Int, on day: CivilDate, by desk: Desk)
    throws(DeskError) -> String
  {
    // Under its own name, which messages about it give.
    let folder = draft + "/\(place)"
    try DeskError.ofStore { () throws(StoreError) in try FileSystem.makeFolder(folder) }
    let name = BundleName.part((source.name as NSString).lastPathComponent)
    let target = folder + "/" + (name.lowercased().hasSuffix(".zip") ? name : name + ".zip")
    switch source.kind {
    case .container:
      try DeskError.ofStore { () throws(StoreError) in
        let file = try NewFile(at: target)
        try FileSystem.readPieces(ofFileAt: source.path) { (piece) throws(StoreError) in
          try file.write(piece)
        }
        _ = try file.finish()
      }
    case .bundleFolder:
      let bundle = try BundleSource.with(source.path) { bundle in bundle }
      if let strange = bundle.strange.first {
        throw DeskError([.bundleFileExtra(strange)], kind: .integrity)
      }
      do throws(ZipWriteError) {
        try ZipWriter.write(
          bundle.names.map { ZipEntry(name: $0, content: .file(source.path + "/" + $0)) },
          to: target)
      } catch {
        throw DeskError([error.diagnostic], kind: .disk)
      }
    case .ledger:
      let owner = Desk(
        folder: source.path, searchPath: nil, programVersion: desk.programVersion,
        clock: desk.clock)
      _ = try owner.backUp(
        to: target, allowsDamage: false, at: try owner.moment(on: day), dryRun: false)
    case .link: throw DeskError([.rollupSourceIsLink(source.name)], kind: .unreadableInput)
    case .closed: throw DeskError(StoreError.permissionDenied(path: source.name))
    case .deep: throw DeskError([.rollupFolderDeep(source.name)], kind: .unreadableInput)
    case .missing, .other, .damagedList:
      throw DeskError([.rollupSourceMissing(source.name)], kind: .unreadableInput)
    }
    return target
  }

  /// Gives a copy its place by school and head, and notes it.
  func keep(_ copy: String, of submission: Submission, from source: String, on day: CivilDate)
    throws(DeskError)
  {
    let head = submission.head
    let folder = BundleName.part(submission.school)
    let file = unused("\(folder)/\(head.code)")
    let digest = try DeskError.ofStore { () throws(StoreError) in
      try FileSystem.makeFolder(path + "/" + folder)
      // What a stopped run left there was never noted: it is replaced by what was verified now.
      try FileSystem.check(at: file) { rename(copy, path + "/" + file) }
      try FileSystem.syncFolder(path + "/" + folder)
      return try FileSystem.digest(ofFileAt: path + "/" + file).digest
    }
    records.append(
      CollectionRecord(
        school: submission.school, origin: submission.origin, entries: head.sequence,
        headDigest: head.digest, head: head.code, hasLog: submission.hasLog,
        receivedOn: day.description, source: source, file: file, sha256: digest.description))
  }

  /// A name that no line of the list has: a head may come with papers of several days.
  private func unused(_ stem: String) -> String {
    let numbered = records.lazy.map(\.file).filter { $0.hasPrefix(stem) }
    let taken = Set(numbered)
    var file = stem + ".zip"
    var number = 2
    while taken.contains(file) {
      file = "\(stem)-\(number).zip"
      number += 1
    }
    return file
  }

  /// Writes the list whole.
  func writeList() throws(DeskError) {
    var text = ""
    for record in records { text += try record.line() }
    let bytes = Array(text.utf8)
    let place = draft + "/list"
    try DeskError.ofStore { () throws(StoreError) in
      let file = try NewFile(at: place)
      try file.write(bytes)
      _ = try file.finish()
      try FileSystem.check(at: CollectionRecord.list) {
        rename(place, path + "/" + CollectionRecord.list)
      }
      try FileSystem.syncFolder(path)
    }
  }
}
