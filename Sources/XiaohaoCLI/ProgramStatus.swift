import LedgerDesk

/// The exit codes of the program, a contract with the scripts of the offices.
package enum ProgramStatus: Int32, Sendable, Hashable, CaseIterable {
  /// Everything went well.
  case fine = 0
  /// There are findings, or a rule refused the command.
  case refused = 1
  /// Another writer was faster.
  case overtaken = 2
  /// The command line cannot be understood.
  case usage = 64
  /// The input cannot be read.
  case unreadableInput = 65
  /// A fault of the program.
  case internalFault = 70
  /// The disk refused.
  case disk = 74
  /// The ledger or its evidence is damaged.
  case integrity = 76
}

extension ProgramStatus {
  /// The exit code for what kept the desk from doing something.
  init(_ kind: DeskError.Kind) {
    self =
      switch kind {
      case .refused: .refused
      case .overtaken: .overtaken
      case .usage: .usage
      case .unreadableInput: .unreadableInput
      case .internalFault: .internalFault
      case .disk: .disk
      case .integrity: .integrity
      }
  }
}
