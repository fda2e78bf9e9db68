import ArgumentParser
import LedgerDesk
import TaskLedger

/// The names of the commands, to tell a mistyped one whose options were taken for the root's.
enum CommandNames {
  /// What to say of the first word that should name a command and names none; nil when all do.
  static func unknown(in arguments: [String]) -> Diagnostic? {
    var group: any ParsableCommand.Type = XiaohaoCommand.self
    var path = ["xiaohao"]
    for word in arguments {
      let known = group.configuration.subcommands
      // A group with a part of its own takes words that are no names.
      guard !known.isEmpty, !(group is any EnvironmentCommand.Type),
        group.configuration.defaultSubcommand == nil,
        !(path.count == 1 && word == "help")
      else { return nil }
      if word.hasPrefix("-") {
        return commonOptions.contains(word)
          ? .commandMissing(
            after: path.joined(separator: " "),
            known: known.compactMap { $0.configuration.commandName })
          : nil
      }
      guard let found = known.first(where: { names(of: $0).contains(word) }) else {
        return .commandUnknown(
          word, after: path.joined(separator: " "),
          nearest: EditDistance.nearest(to: word, among: known.flatMap(names)))
      }
      group = found
      path.append(word)
    }
    return nil
  }

  /// The options of every command, which the groups themselves do not have.
  private static let commonOptions: Set<String> = [
    "--ledger", "--today", "--json", "--as-of", "--actor", "--dry-run",
  ]

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    [command.configuration.commandName ?? command._commandName] + command.configuration.aliases
  }
}
