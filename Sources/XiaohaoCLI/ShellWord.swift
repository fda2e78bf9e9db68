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
      !printable.isEmpty && printable.utf8.first != UInt8(ascii: "-")
      && printable.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || marks.contains($0)
      }
    if isPlain { return printable }
    return "'" + ScalarText.replacing(["'"], in: printable, with: #"'\''"#) + "'"
  }

  private static let marks = Set("._-/~+:,=@%（）〔〕".unicodeScalars)
}
