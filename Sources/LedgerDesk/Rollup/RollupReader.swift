import Foundation
import LedgerReports
import LedgerStore
import OfficeFiles
import PlanImport
import TaskLedger

/// Reads many ledgers side by side; of each only its summary is kept.
struct RollupReader: Sendable {
  /// The day.
  let asOf: CivilDate
  /// The indicators every school is judged by, by the name of the set.
  let indicators: [String: IndicatorTable]
  /// Whether evidence files are read and compared.
  let readsEvidence: Bool

  /// The largest exported log that is read.
  private static let eventsLimit = 256 << 20

  /// What became of one source.
  private typealias Outcome = Result<SchoolSummary, Rollup.Fault>

  /// Reads all sources.
  ///
  /// - Parameters:
  ///   - sources: Where the ledgers are.
  ///   - progress: Called now and then, on the caller's thread, with how many have been read.
  /// - Returns: The province's view, the same in whatever order they were read.
  func rollup(of sources: [RollupSource], progress: (Int) -> Void) -> Rollup {
    let queue = WorkQueue<Outcome>(count: sources.count)
    let group = DispatchGroup()
    for _ in 0..<min(sources.count, max(1, ProcessInfo.processInfo.activeProcessorCount)) {
      DispatchQueue.global().async(group: group) {
        while let index = queue.take() { queue.put(read(sources[index]), at: index) }
      }
    }
    while group.wait(timeout: .now() + .milliseconds(250)) == .timedOut {
      progress(queue.finished)
    }
    var summaries: [SchoolSummary] = []
    var faults: [Rollup.Fault] = []
    for outcome in queue.results {
      switch outcome {
      case .success(let summary): summaries.append(summary)
      case .failure(let fault): faults.append(fault)
      case nil: break
      }
    }
    return Rollup(summaries, faults: faults, asOf: asOf, hasReadEvidence: readsEvidence)
  }

  private func read(_ source: RollupSource) -> Outcome {
    do throws(DeskError) {
      switch source.kind {
      case .ledger: return .success(try summary(ofLedgerAt: source.path, source))
      case .bundleFolder:
        let path = source.path + "/" + RollupSource.events
        let figures = OwnFile.bytes(
          at: source.path + "/" + RollupSource.figures, limit: Self.eventsLimit)
        guard let bytes = OwnFile.bytes(at: path, limit: Self.eventsLimit) else {
          if let figures { return .success(try summary(ofFigures: figures, source)) }
          throw DeskError(
            StoreError.permissionDenied(path: source.name + "/" + RollupSource.events))
        }
        return .success(try summary(ofEvents: bytes, figures, source))
      case .container: return .success(try summary(ofContainer: source))
      case .link:
        throw DeskError([.rollupSourceIsLink(source.name)], kind: .unreadableInput)
      case .closed:
        throw DeskError(StoreError.permissionDenied(path: source.name))
      case .missing:
        throw DeskError([.rollupSourceMissing(source.name)], kind: .unreadableInput)
      }
    } catch {
      let first = error.diagnostics.first
      return .failure(
        Rollup.Fault(
          source: source.name,
          reason: .unreadable(code: first?.code ?? "", message: first?.message ?? "")))
    }
  }

  private func summary(ofLedgerAt path: String, _ source: RollupSource) throws(DeskError)
    -> SchoolSummary
  {
    do throws(StoreError) {
      let store = try LedgerStore(opening: LedgerFolder(path: path), for: .inspecting)
      let fold = try store.checkedFold(asOf: asOf)
      return summary(
        fold, source, damaged: readsEvidence ? store.damagedEvidence(in: fold.ledger) : [],
        own: OwnParts(of: store.folder).data(list: fold.ledger.list))
    } catch {
      throw DeskError(error)
    }
  }

  /// A log is counted anew; what of its own the school uses stands in the figures beside it.
  private func summary(
    ofEvents bytes: [UInt8], _ figures: [UInt8]?, _ source: RollupSource
  ) throws(DeskError) -> SchoolSummary {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DeskError(
        StoreError.damaged(file: source.name + "/" + RollupSource.events, detail: "UTF-8"))
    }
    let own = try figures.map { bytes throws(DeskError) in try summary(ofFigures: bytes, source).own
    }
    do throws(StoreError) {
      return summary(
        try LedgerStore.checkedFold(
          ofLines: text.unicodeScalars.split(separator: "\n").map { Substring($0) },
          file: RollupSource.events, asOf: asOf),
        source, damaged: [], own: own ?? OwnData())
    } catch {
      throw DeskError(error)
    }
  }

  /// The figures that a school hands in without its log: declared, not recomputed.
  private func summary(ofFigures bytes: [UInt8], _ source: RollupSource) throws(DeskError)
    -> SchoolSummary
  {
    guard let figures = try? JSONDecoder().decode(DeclaredFigures.self, from: Data(bytes)),
      figures.contradictions.isEmpty
    else {
      throw DeskError(
        StoreError.damaged(file: source.name + "/" + RollupSource.figures, detail: "JSON"))
    }
    return SchoolSummary(declared: figures, source: source.name)
  }

  /// A backup's database is taken out beside nothing else and removed again; the container itself
  /// is only read.
  private func summary(ofContainer source: RollupSource) throws(DeskError) -> SchoolSummary {
    try BackupReader.withArchive(at: source.path) { (archive) throws(DeskError) in
      if let name = archive.names.first(where: { Self.isNamed($0, RollupSource.events) }) {
        let figures = archive.names.first { Self.isNamed($0, RollupSource.figures) }
        return try summary(
          ofEvents: try bytes(of: name, in: archive),
          try figures.map { name throws(DeskError) in try bytes(of: name, in: archive) }, source)
      }
      if let name = archive.names.first(where: { Self.isNamed($0, RollupSource.figures) }) {
        return try summary(ofFigures: try bytes(of: name, in: archive), source)
      }
      guard let name = archive.names.first(where: { Self.isNamed($0, "ledger.sqlite") }) else {
        throw DeskError([.notABackup(source.name)], kind: .unreadableInput)
      }
      let folder = FileManager.default.temporaryDirectory.path + "/xiaohao-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
        try Data(try bytes(of: name, in: archive)).write(
          to: URL(fileURLWithPath: LedgerFolder(path: folder).database))
      } catch let failure as DeskError {
        throw failure
      } catch {
        throw DeskError(StoreError.inputOutput(path: "tmp", reason: "\(error)"))
      }
      var summary = try summary(ofLedgerAt: folder, source)
      let own = try OwnParts(files: ownFiles(in: archive)).data(list: nil)
      summary.own.codes.merge(own.codes) { _, own in own }
      return summary
    }
  }

  /// What a backup brings of the school's own, by its path in the ledger's folder.
  private func ownFiles(in archive: ZipArchive) throws(DeskError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in archive.names {
      guard case .own(let folder, let file) = BackupPath(name),
        OwnParts.isOwn(folder + "/" + file)
      else { continue }
      files[folder + "/" + file] = try bytes(of: name, in: archive, limit: OwnFile.limit)
    }
    return files
  }

  private static func isNamed(_ path: String, _ name: String) -> Bool {
    ScalarText.split(path, at: "/").last == name
  }

  private func bytes(
    of name: String, in archive: ZipArchive, limit: Int = .max
  ) throws(DeskError) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(DocumentReadError) {
      _ = try archive.withPieces(of: name) { (piece) throws(DocumentReadError) in
        bytes += piece
        if bytes.count > limit {
          throw DocumentReadError.damaged(file: name, part: name, detail: "EFBIG")
        }
      }
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
    return bytes
  }

  private func summary(
    _ fold: CheckedFold, _ source: RollupSource, damaged: Set<EvidenceNumber>, own: OwnData
  ) -> SchoolSummary {
    SchoolSummary(
      ReportInput(
        ledger: fold.ledger, asOf: asOf, headCode: fold.head.code, damagedEvidence: damaged,
        // Nobody is judged by the indicators of a set that this program does not know.
        indicators: ReformSet.named(fold.ledger.list?.set).flatMap { indicators[$0.name] },
        own: own),
      source: source.name, origin: fold.origin,
      head: (sequence: fold.head.sequence, digest: fold.head.digest), later: fold.later)
  }
}

/// Work taken piece by piece by several threads.
///
/// Sendable because everything that changes is read and written under the lock.
private final class WorkQueue<Outcome: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var next = 0
  private var outcomes: [Outcome?]
  private var done = 0

  init(count: Int) { outcomes = Array(repeating: nil, count: count) }

  func take() -> Int? {
    lock.withLock {
      guard next < outcomes.count else { return nil }
      next += 1
      return next - 1
    }
  }

  func put(_ outcome: Outcome, at index: Int) {
    lock.withLock {
      outcomes[index] = outcome
      done += 1
    }
  }

  var finished: Int { lock.withLock { done } }
  var results: [Outcome?] { lock.withLock { outcomes } }
}
