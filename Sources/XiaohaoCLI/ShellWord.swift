import TaskLedger

/// Words of a command as a message suggests it, so that it can be pasted unchanged.
enum ShellWord {
  /// A word in quotes when the shell would part it or read it otherwise.
  ///
  /// - Parameter word: A path or a name as given; control characters are shown and not repeated.
  /// - Returns: The word itself when it holds nothing but letters, digits and `._-/~+:,=@%`.
  static func quoted(_ word: String) -> String {
    let printable = PrintableText.line(word)
    let isPlain =
      !printable.isEmpty && !printable.hasPrefix("-")
      && printable.allSatisfy { $0.isLetter || $0.isNumber || "._-/~+:,=@%（）〔〕".contains($0) }
    if isPlain { return printable }
    return "'" + printable.replacing("'", with: #"'\''"#) + "'"
  }
}
