package import LedgerStore
package import TaskLedger

/// Why something was not done: what to say, and what kind of reason it is.
package struct DeskError: Error, Sendable, Hashable {
  /// The kinds of reasons; each front end has its own answer to a kind.
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// A rule forbids it, or there are findings.
    case refused
    /// Another writer was faster.
    case overtaken
    /// What was asked for cannot be understood.
    case usage
    /// What was handed in cannot be read.
    case unreadableInput
    /// A fault of the program.
    case internalFault
    /// The disk refused.
    case disk
    /// The ledger or its evidence is damaged.
    case integrity
  }

  /// The messages, in order.
  package var diagnostics: [Diagnostic]
  /// What kind of reason it is.
  package var kind: Kind

  /// Creates an error.
  package init(_ diagnostics: [Diagnostic], kind: Kind) {
    self.diagnostics = diagnostics
    self.kind = kind
  }

  /// A failure of the store.
  package init(_ error: StoreError) {
    diagnostics = [error.diagnostic]
    kind =
      switch error {
      case .ledgerMissing, .evidenceUnreadable, .evidenceNotRegular, .evidenceTooLarge,
        .evidenceEmpty, .notALedger, .newerFormat, .entryTypeUnknown, .notAFile, .tooLarge:
        .unreadableInput
      case .ledgerExists: .refused
      case .busy, .claimed: .overtaken
      case .diskFull, .permissionDenied, .inputOutput, .interrupted, .locksRefused: .disk
      case .damaged, .chainBroken, .entryUnreadable, .journalForged, .writeAhead, .schemaStrange,
        .endless, .entryNotKept:
        .integrity
      }
  }

  /// A failed append.
  package init(_ error: AppendError) {
    switch error {
    case .refused(let rejection):
      self.init(
        rejection.diagnostics, kind: rejection.isChangeSinceSeen ? .overtaken : .refused)
    case .overtaken(let rejection, let news):
      self.init(
        [.overtaken(by: news)] + rejection.diagnostics, kind: .overtaken)
    case .store(let error):
      self.init(error)
    }
  }

  /// Runs a body of the store and turns its error into one of the desk.
  package static func ofStore<Result>(_ body: () throws(StoreError) -> Result)
    throws(DeskError) -> Result
  {
    do throws(StoreError) {
      return try body()
    } catch {
      throw DeskError(error)
    }
  }
}
