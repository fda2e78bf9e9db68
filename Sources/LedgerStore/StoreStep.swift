/// The steps of attaching and appending, named so that tests can stop a writer at each of them.
///
/// The program itself never looks at them.
package enum StoreStep: String, Sendable, Hashable, CaseIterable {
  /// The staged file is there and empty.
  case stagingBegun = "staging-begun"
  /// A piece of the staged file is written.
  case pieceStaged = "piece-staged"
  /// The staged file is whole and synced.
  case staged = "staged"
  /// The transaction holds the write lock.
  case transactionBegun = "transaction-begun"
  /// The command was accepted.
  case decided = "decided"
  /// The evidence stands in its place; the folders are not synced yet.
  case moved = "moved"
  /// The evidence stands in its place for good.
  case placed = "placed"
  /// An entry is written inside of the transaction.
  case entryWritten = "entry-written"
  /// Everything is written, the transaction is about to be committed.
  case committing = "committing"
  /// The transaction is committed.
  case committed = "committed"
}

/// What is told of each step.
package typealias StepObserver = @Sendable (StoreStep) -> Void
