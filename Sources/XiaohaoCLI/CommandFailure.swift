package import LedgerStore
package import TaskLedger

/// Why a command ends without success: what to print, and the exit code.
package struct CommandFailure: Error, Sendable, Hashable {
  /// The messages, in order.
  package var diagnostics: [Diagnostic]
  /// The exit code.
  package var status: ProgramStatus

  /// Creates a failure.
  package init(_ diagnostics: [Diagnostic], status: ProgramStatus) {
    self.diagnostics = diagnostics
    self.status = status
  }

  /// A failure of the store.
  package init(_ error: StoreError) {
    diagnostics = [error.diagnostic]
    status =
      switch error {
      case .ledgerMissing, .evidenceUnreadable, .evidenceNotRegular, .evidenceTooLarge,
        .evidenceEmpty, .notALedger, .newerFormat, .entryTypeUnknown:
        .unreadableInput
      case .ledgerExists: .refused
      case .busy, .claimed: .overtaken
      case .diskFull, .permissionDenied, .inputOutput, .interrupted, .locksRefused: .disk
      case .damaged, .entryUnreadable: .integrity
      }
  }

  /// A failed append.
  package init(_ error: AppendError) {
    switch error {
    case .refused(let rejection):
      self.init(
        rejection.diagnostics, status: rejection.isChangeSinceSeen ? .overtaken : .refused)
    case .overtaken(let rejection, let news):
      self.init(
        [.overtaken(by: news)] + rejection.diagnostics, status: .overtaken)
    case .store(let error):
      self.init(error)
    }
  }

  /// Runs a body of the store and turns its error into a failure of the command.
  package static func ofStore<Result>(_ body: () throws(StoreError) -> Result)
    throws(CommandFailure) -> Result
  {
    do throws(StoreError) {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }
}
