import TaskLedger

/// One tag of a template with its place.
struct TemplateTag: Sendable, Hashable {
  /// What a tag does.
  enum Kind: Sendable, Hashable {
    /// Prints a value.
    case variable
    /// Prints a value without escaping.
    case raw
    /// Opens a section that is printed once a row, or when something is known or so.
    case section
    /// Opens a section that is printed when there is nothing.
    case inverted
    /// Closes a section.
    case close
    /// Puts in another template.
    case partial
    /// A remark for those who edit the template.
    case comment
    /// The kind of text, such as `CONTENT_TYPE:TEXT`.
    case setting
    /// A tag that templates here may not use.
    case other
  }

  var kind: Kind
  var name: String
  var line: Int
  var column: Int
}

/// Finds the tags of a template with their places, which Mustache itself does not tell.
struct TemplateScanner {
  private var rest: Substring
  private var line = 1
  private var column = 1
  private(set) var tags: [TemplateTag] = []
  /// Where a tag begins that never ends.
  private(set) var unfinished: (line: Int, column: Int)?

  init(_ text: String) {
    rest = text[...]
    scan()
  }

  private mutating func scan() {
    while !rest.isEmpty {
      guard rest.hasPrefix("{{") else {
        skip(1)
        continue
      }
      let start = (line: line, column: column)
      let isTriple = rest.hasPrefix("{{{")
      let end = isTriple ? "}}}" : "}}"
      skip(isTriple ? 3 : 2)
      guard let length = distance(to: end) else {
        unfinished = start
        return
      }
      let body = rest.prefix(length)
      skip(length + end.count)
      add(String(body), isTriple: isTriple, at: start)
    }
  }

  private mutating func add(_ body: String, isTriple: Bool, at place: (line: Int, column: Int)) {
    let mark = body.first.map(String.init) ?? ""
    let kind = isTriple ? .raw : Self.kinds[mark] ?? .variable
    let isMarked = !isTriple && Self.kinds[mark] != nil
    let name = (isMarked ? String(body.dropFirst()) : body)
    tags.append(
      TemplateTag(
        kind: kind, name: Self.trimmed(name), line: place.line, column: place.column))
  }

  private static let kinds: [String: TemplateTag.Kind] = [
    "#": .section, "^": .inverted, "/": .close, ">": .partial, "!": .comment, "%": .setting,
    "&": .raw, "=": .other, "<": .other, "$": .other,
  ]

  private static func trimmed(_ text: String) -> String {
    ScalarText.trimmed(text) { $0.properties.isWhitespace }
  }

  private func distance(to end: String) -> Int? {
    var index = rest.startIndex
    var count = 0
    while index < rest.endIndex {
      if rest[index...].hasPrefix(end) { return count }
      index = rest.index(after: index)
      count += 1
    }
    return nil
  }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count {
      guard let character = rest.popFirst() else { return }
      if character.isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
  }
}
