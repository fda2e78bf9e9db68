import LedgerReports

/// A help page of the parser, laid out for Chinese: its own words translated, its columns counted
/// as the terminal counts them.
enum HelpPage {
  /// The columns that ArgumentParser is given, so that it breaks no line.
  static let unbroken = 100_000

  /// The column at which it starts explanations.
  private static let explanationColumn = 26

  /// The page for a terminal.
  ///
  /// - Parameters:
  ///   - rendered: The page as ArgumentParser writes it at ``unbroken`` columns.
  ///   - columns: The columns to fit it into.
  /// - Returns: The page, in Chinese; what is no help page, such as the version, as it is.
  static func text(of rendered: String, columns: Int) -> String {
    guard ParserWords.openings.contains(where: { rendered.hasPrefix($0.0) }) else {
      return rendered
    }
    var lines = rendered.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var page: [String] = []
    var prose = ""
    // Indented lines of the words at the top are no entries.
    var isListing = false
    while let line = lines.popFirst() {
      // Our own texts break their lines anywhere; a sentence is laid out as a whole.
      if !isListing, isUnfinished(line, before: lines.first) {
        prose += line
        continue
      }
      defer { prose = "" }
      if let words = ParserWords.heading(line) ?? ParserWords.closing(line) {
        page.append(words)
        isListing = true
      } else if let (english, chinese) = ParserWords.openings.first(where: { line.hasPrefix($0.0) })
      {
        page += broken(ParserWords.usage(chinese + line.dropFirst(english.count)), to: columns)
      } else if isListing, line.hasPrefix("  "), line.dropFirst(2).first.map({ $0 != " " }) ?? false
      {
        let indent = String(repeating: " ", count: explanationColumn)
        let isBelow = lines.first?.hasPrefix(indent) ?? false
        let label =
          isBelow || line.prefix(explanationColumn).last != " "
          ? line : line.prefix(explanationColumn)
        let explanation =
          isBelow
          ? lines.removeFirst().dropFirst(explanationColumn) : line.dropFirst(label.count)
        page += entry(String(label), String(explanation), columns: columns)
      } else if line.hasPrefix(ParserWords.example) {
        page += example(line, columns: columns)
      } else {
        page += broken(prose + line, to: columns)
      }
    }
    return page.joined(separator: "\n")
  }

  /// A command or option with its explanation beside it, or below where its name is long.
  private static func entry(_ label: String, _ explanation: String, columns: Int) -> [String] {
    let name = "  " + ParserWords.label(label.filterEnds())
    guard !explanation.isEmpty else { return [name] }
    let indent = String(repeating: " ", count: explanationColumn)
    let words = broken(
      ParserWords.explanation(explanation), to: max(columns - explanationColumn, 20))
    if DisplayWidth.of(name) < explanationColumn {
      return [DisplayWidth.padded(name, to: explanationColumn) + words[0]]
        + words.dropFirst().map { indent + $0 }
    }
    return [name] + words.map { indent + $0 }
  }

  /// Whether a sentence of our own goes on in the next line.
  private static func isUnfinished(_ line: Substring, before next: Substring?) -> Bool {
    let starts = [ParserWords.example, " "] + ParserWords.openings.map(\.0)
    guard let next, !next.isEmpty, let last = line.last, !sentenceEnds.contains(last),
      // A command at the end stands for itself.
      !last.isASCII, DisplayWidth.of(line) >= fullLine, !isRow(line), !isRow(next)
    else { return false }
    return !starts.contains { line.hasPrefix($0) || next.hasPrefix($0) }
  }

  /// Whether a line has columns of its own.
  private static func isRow(_ line: Substring) -> Bool { line.contains("  ") }

  /// The width from which a line of ours may have been broken for its length.
  private static let fullLine = 60

  /// An example in one line, whatever its width, so that it can be copied; what it does stands below
  /// where it does not fit beside.
  private static func example(_ line: Substring, columns: Int) -> [String] {
    guard DisplayWidth.of(line) > columns, let gap = line.firstRange(of: "  ") else {
      return [String(line)]
    }
    let words = line[gap.lowerBound...].drop { $0 == " " }
    return [String(line[..<gap.lowerBound])]
      + broken(String(words), to: columns - 4).map { "    " + $0 }
  }

  /// A line broken to a width: between Chinese characters and at spaces, never inside a word and
  /// never before a closing mark.
  private static func broken(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(of: text) {
      if DisplayWidth.of(line) + DisplayWidth.of(word.trimmedEnd) > width, !line.isEmpty {
        lines.append(line.trimmedEnd)
        line = ""
      }
      line += word
    }
    return lines + [line.trimmedEnd]
  }

  /// The pieces between which a line may be broken.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var last: Character?
    var isBlank = false
    for character in text {
      let isGlued =
        isBlank || character == " " || closing.contains(character)
        || (last.map { opening.contains($0) || ($0.isASCII && $0 != " " && character.isASCII) }
          ?? false)
      if isGlued, !words.isEmpty {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      last = character
      // A blank such as <日期> stays on one line.
      if character == "<" { isBlank = true } else if character == ">" { isBlank = false }
    }
    return words
  }

  private static let closing: Set<Character> = [
    "，", "。", "；", "：", "、", "）", "」", "》", "？", "”", ">", "]", ")", ".",
  ]
  private static let sentenceEnds: Set<Character> = ["。", "：", "；", "？"]
  private static let opening: Set<Character> = ["（", "「", "《", "“", "<", "[", "("]
}

extension String {
  fileprivate var trimmedEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }

  fileprivate func filterEnds() -> String { String(trimmedEnd.drop { $0 == " " }) }
}
