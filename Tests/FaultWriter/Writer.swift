import Foundation
import LedgerStore
import TaskLedger

// The writer of the fault tests: appends entries to a ledger, acknowledges each on standard output
// and, when asked, kills itself at a named step.
//
//   fault-writer LEDGER NAME COUNT note|attach|both [STEP OCCURRENCE]

/// Kills the program without any chance to tidy up when a step comes the given time.
final class Trap: @unchecked Sendable {
  // One thread only: the program has no other.
  private let step: StoreStep
  private var remaining: Int

  init(_ step: StoreStep, occurrence: Int) {
    self.step = step
    remaining = occurrence
  }

  func reach(_ reached: StoreStep) {
    guard reached == step else { return }
    remaining -= 1
    if remaining == 0 { kill(getpid(), SIGKILL) }
  }
}

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

func fail(_ text: String) -> Never {
  FileHandle.standardError.write(Data((text + "\n").utf8))
  exit(1)
}

/// One writer of a ledger.
struct Writer {
  /// Where the ledger is.
  let folder: LedgerFolder
  /// The writer's name.
  let name: String
  /// `note`, `attach` or `both`.
  let kinds: String
  /// The day on which it writes.
  let day: CivilDate
  /// The item it writes about.
  let item: ItemID
  /// Is told of each step.
  let onStep: StepObserver

  private var occasion: Occasion { Occasion(actor: name, today: day) }

  /// Appends one entry and acknowledges it.
  func append(_ number: Int) throws {
    var store = try LedgerStore(opening: folder, for: .writing)
    store.onStep = onStep
    guard kinds == "attach" || (kinds == "both" && number % 2 == 1) else {
      let receipt = try store.append(
        scope: .items([item]), recordedAt: Instant(startOf: day), occasion: occasion
      ) { (ledger) throws(LedgerRejection) in
        try decide(.note(item, text: "\(name) \(number)"), in: ledger, on: occasion)
      }
      return say("ack \(receipt.head.sequence) -")
    }
    let source = folder.path + "-\(name)-\(ProcessInfo.processInfo.processIdentifier).txt"
    try Data("\(name) \(UUID()) \(String(repeating: "佐证", count: 2000))".utf8)
      .write(to: URL(fileURLWithPath: source))
    defer { unlink(source) }
    let vault = EvidenceVault(folder: folder, onStep: onStep)
    let staged = try vault.stage(fileAt: source)
    defer { vault.discard(staged) }
    let receipt = try store.append(
      scope: .items([item]), recordedAt: Instant(startOf: day), occasion: occasion,
      placing: [staged]
    ) { (ledger) throws(LedgerRejection) in
      try decide(
        .attach(
          item,
          NewEvidence(
            digest: staged.digest, fileName: staged.fileName, byteCount: staged.byteCount,
            mediaType: staged.mediaType)), in: ledger, on: occasion)
    }
    say("ack \(receipt.head.sequence) \(staged.digest)")
  }
}
