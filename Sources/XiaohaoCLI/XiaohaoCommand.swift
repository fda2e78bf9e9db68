package import ArgumentParser
import Foundation
package import LedgerDesk

/// The root command.
package struct XiaohaoCommand: ParsableCommand {
  /// The command's name, abstract and subcommands.
  package static let configuration = CommandConfiguration(
    commandName: "xiaohao",
    abstract: "销号：高校学生会深化改革任务台账",
    discussion: """
      导入学校方案，对照省任务列表，逐项认领、佐证、申请、审核、销号，按月自查，十月自评。
      退出码见 xiaohao help exit-codes。
      """,
    version: programVersion,
    subcommands: [
      InitCommand.self, ImportCommand.self, CheckCommand.self, ListCommand.self,
      ShowCommand.self, StartCommand.self, NoteCommand.self, AttachCommand.self,
      SubmitCommand.self, CloseCommand.self, ReturnCommand.self, ReopenCommand.self,
      SustainCommand.self, WithdrawCommand.self, ExtendCommand.self, ReviseCommand.self,
      FactCommand.self, GapCommand.self, MeetingCommand.self, ReportCommand.self,
      BundleCommand.self, ReviewerCommand.self, HistoryCommand.self, UndoCommand.self,
      VoidCommand.self, VerifyCommand.self,
      DoctorCommand.self, BackupCommand.self, RestoreCommand.self, ExportCommand.self,
      TemplatesCommand.self, ServeCommand.self,
      RollupCommand.self, DeadlineCommand.self,
    ])

  /// The program and its version, as `--version` and backups print it.
  static let programVersion = "xiaohao 0.1.0"

  /// Creates the command for the parser.
  package init() {}
}

/// A command that runs in an environment.
package protocol EnvironmentCommand: ParsableCommand {
  /// Carries the command out.
  ///
  /// - Throws: ``DeskError``.
  func run(in environment: Environment) throws(DeskError)
}

/// The program: parses arguments, runs a command and tells the exit code.
public enum XiaohaoProgram {
  /// Runs the program with the process's own clock, folder and streams, and ends the process with
  /// the exit code.
  ///
  /// - Parameters:
  ///   - arguments: The arguments after the program's name.
  ///   - serve: Serves the page until the program is told to stop.
  package static func runAndExit(
    _ arguments: [String], serve: @escaping (PageRequest) throws(DeskError) -> Void
  ) -> Never {
    var environment = Environment.process
    environment.serve = serve
    let status = run(arguments, in: environment)
    exit(status.rawValue)
  }

  /// Runs the program in an environment.
  package static func run(_ arguments: [String], in environment: Environment) -> ProgramStatus {
    let status = carryOut(arguments, in: environment)
    guard let fault = environment.outputFault() else { return status }
    environment.writeError(DiagnosticPrinter.text([.outputIncomplete(fault)]))
    // What the command itself found weighs more, such as damage.
    return status == .fine ? .disk : status
  }

  private static func carryOut(
    _ arguments: [String], in environment: Environment
  ) -> ProgramStatus {
    if let topic = HelpTopic.requested(by: arguments) {
      environment.writeOutput(topic.text)
      return .fine
    }
    let command: any ParsableCommand
    do {
      command = try XiaohaoCommand.parseAsRoot(arguments)
    } catch {
      if let unknown = CommandNames.unknown(in: arguments) {
        environment.writeError(DiagnosticPrinter.text([unknown]))
        return .usage
      }
      return report(error, in: environment)
    }
    return carryOut(command, in: environment)
  }

  /// Runs a command as what it is: asked of the existential, each start would search all types for
  /// one more conformance.
  private static func carryOut(
    _ command: some ParsableCommand, in environment: Environment
  ) -> ProgramStatus {
    guard let runnable = command as? any EnvironmentCommand else {
      // Help, and groups without a part of their own: they end by asking for the help of a command.
      do {
        var asking = command
        try asking.run()
        return .fine
      } catch {
        return report(error, in: environment)
      }
    }
    do throws(DeskError) {
      try runnable.run(in: environment)
      return .fine
    } catch {
      environment.writeError(DiagnosticPrinter.text(error.diagnostics))
      return ProgramStatus(error.kind)
    }
  }

  private static func report(_ error: any Error, in environment: Environment) -> ProgramStatus {
    let text = XiaohaoCommand.fullMessage(for: error)
    if XiaohaoCommand.exitCode(for: error) == .success {
      environment.writeOutput(text + "\n")
      return .fine
    }
    environment.writeError(UsageErrors.translated(text) + "\n")
    return .usage
  }
}
