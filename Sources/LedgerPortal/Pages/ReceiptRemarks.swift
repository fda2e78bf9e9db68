import Synchronization

/// What is said on a receipt of what was not recorded with it: the browser is sent on to the receipt,
/// so that loading it again sends nothing twice. In memory alone.
final class ReceiptRemarks: Sendable {
  /// What was said of one act.
  struct Remarks: Sendable {
    /// The files that were not taken, and the words that were there already.
    var refused: [FormFault] = []
    /// Whether an application was held back because of them.
    var isUnapplied = false
  }

  private static let limit = 256
  private let kept = Mutex<[(place: String, remarks: Remarks)]>([])

  /// Keeps remarks for the one who acted; of many the oldest go.
  func keep(_ remarks: Remarks, for account: Int, at path: String) {
    kept.withLock { kept in
      kept.append((Self.place(account, path), remarks))
      if kept.count > Self.limit { kept.removeFirst() }
    }
  }

  /// The remarks on a receipt; none when there are none, or no longer.
  func remarks(for account: Int, at path: String) -> Remarks {
    let place = Self.place(account, path)
    return kept.withLock { kept in kept.last { $0.place == place }?.remarks } ?? Remarks()
  }

  private static func place(_ account: Int, _ path: String) -> String { "\(account) \(path)" }
}
