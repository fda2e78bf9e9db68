package import ArgumentParser
import Foundation
package import LedgerDesk

/// The root command.
package struct XiaohaoCommand: ParsableCommand {
  /// The command's name, abstract and subcommands.
  package static let configuration = CommandConfiguration(
    commandName: "xiaohao",
    abstract: "销号：学校工作任务台账",
    discussion: """
      导入学校方案，对照任务列表，逐项认领、佐证、申请、审核、销号，按月自查，到期报送。
      另有说明：xiaohao help exit-codes（退出码）、deadline（时限写法）、licences（许可）。
      """,
    version: "\(programVersion)\n许可与第三方声明见 xiaohao help licences",
    groupedSubcommands: CommandGroups.all)

  /// The program and its version, as backups print it, and `--version` first.
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
    var environment = environment
    environment.wording = RemedyWords(
      ledger: CommonOptions.ledger(in: arguments), arguments: arguments)
    let status = carryOut(arguments, in: environment)
    guard let fault = environment.outputFault() else { return status }
    environment.say([.outputIncomplete(fault)])
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
        environment.say([unknown])
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
      environment.say(error.diagnostics)
      return ProgramStatus(error.kind)
    }
  }

  private static func report(_ error: any Error, in environment: Environment) -> ProgramStatus {
    let text = XiaohaoCommand.fullMessage(for: error, columns: HelpPage.unbroken)
    let columns = environment.terminalColumns ?? 80
    if XiaohaoCommand.exitCode(for: error) == .success {
      let page = HelpPage.text(of: text, columns: columns)
      environment.writeOutput(page + "\n")
      return .fine
    }
    environment.writeError(
      ParserWords.error(text, columns: columns, wording: environment.wording) + "\n")
    return .usage
  }
}
