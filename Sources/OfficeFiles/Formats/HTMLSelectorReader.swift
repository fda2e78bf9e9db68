/// Reads the selectors of a style sheet in small letters.
extension HTMLSelector {
  /// What words are among selectors.
  enum Reading {
    /// A selector that may match.
    case selector(HTMLSelector)
    /// One that matches nothing a page shows at rest: an element unknown here, a state of the mouse.
    case never
    /// No selector, a part of an element that is not in the page, or what is not known here.
    case unknown
  }

  /// Reads one selector.
  static func read(_ words: Substring) -> Reading { read(words, within: 0) }

  fileprivate static func read(_ words: Substring, within level: Int) -> Reading {
    let words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var scanner = SelectorScanner(Array(words), level: level)
    var found: [(Combinator, Part)] = []
    var combinator = Combinator.descendant
    while !scanner.isAtEnd {
      guard let part = scanner.part() else { return scanner.isNever ? .never : .unknown }
      found.append((combinator, part))
      combinator = scanner.combinator()
    }
    guard !found.isEmpty else { return .unknown }
    // From the right, each part carries the combinator between it and the part on its right.
    let behind = found.dropFirst().map(\.0) + [.descendant]
    return .selector(
      HTMLSelector(
        words: words, weight: scanner.weight,
        parts: zip(behind, found).map { ($0, $1.1) }.reversed()))
  }

  /// The selectors of a list; a comma in brackets parts none.
  static func list(_ words: Substring) -> [Substring] {
    var depth = 0
    return words.split { sign in
      if sign == "(" || sign == "[" { depth += 1 }
      if sign == ")" || sign == "]" { depth -= 1 }
      return sign == "," && depth == 0
    }
  }
}

/// Goes through the signs of a selector.
private struct SelectorScanner {
  private let signs: [Character]
  /// In how many brackets of `:is` and `:not` the selector stands.
  private let level: Int
  private var place = 0
  /// How much the selector outweighs.
  private(set) var weight = 0
  /// Whether the part that was not read is one that never matches.
  private(set) var isNever = false

  /// How deep selectors may stand in the brackets of others.
  private static let deepest = 8

  init(_ signs: [Character], level: Int) {
    self.signs = signs
    self.level = level
  }

  var isAtEnd: Bool { place >= signs.count }

  private var sign: Character? { isAtEnd ? nil : signs[place] }

  /// What stands between two parts.
  mutating func combinator() -> HTMLSelector.Combinator {
    var result = HTMLSelector.Combinator.descendant
    while let sign, " >+~".contains(sign) {
      if sign == ">" { result = .child }
      if sign == "+" || sign == "~" { result = .sibling }
      place += 1
    }
    return result
  }

  /// What one element must be; nil for what never holds or is no selector.
  mutating func part() -> HTMLSelector.Part? {
    var part = HTMLSelector.Part()
    let start = place
    while let sign, !" >+~".contains(sign) {
      switch sign {
      case "*": place += 1
      case "#":
        place += 1
        part.ids.append(name())
        weight += 10_000
      case ".":
        place += 1
        part.classes.append(name())
        weight += 100
      case "[":
        attribute(into: &part)
        weight += 100
      case ":":
        guard pseudo(into: &part) else { return nil }
      default:
        let word = name()
        guard !word.isEmpty, word.allSatisfy(Self.isOfName) else { return nil }
        guard let tag = HTMLTag(rawValue: word) else {
          isNever = true
          return nil
        }
        part.tag = tag
        weight += 1
      }
    }
    return place > start ? part : nil
  }

  private static func isOfName(_ sign: Character) -> Bool {
    sign.isLetter || sign.isNumber || sign == "-" || sign == "_" || sign == ":"
  }

  /// A name; a backslash takes the sign behind it, or the number of one, into it.
  private mutating func name() -> String {
    var name = ""
    while let sign, !" >+~#.[:*()".contains(sign) {
      place += 1
      guard sign == "\\" else {
        name.append(sign)
        continue
      }
      let digits = signs[place...].prefix(6).prefix(while: \.isHexDigit)
      if let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) {
        place += digits.count
        if self.sign == " " { place += 1 }
        name += String(Character(scalar)).lowercased()
      } else if let next = self.sign {
        name.append(next)
        place += 1
      }
    }
    return name
  }

  private mutating func attribute(into part: inout HTMLSelector.Part) {
    let end = signs[place...].firstIndex(of: "]") ?? signs.count
    let words = String(signs[(place + 1)..<end])
    place = min(end + 1, signs.count)
    let sides = words.split(separator: "=", maxSplits: 1).map(Self.trimmed)
    guard var name = sides.first, let last = name.last else {
      part.isUnsure = true
      return
    }
    guard sides.count > 1, var value = sides.last else {
      part.attributes.append(HTMLSelector.Attribute(name: name))
      return
    }
    let hasSign = "~|^$*".contains(last)
    if hasSign { name = Self.trimmed(name.dropLast()) }
    // [type="a" i]: everything is in small letters here.
    if value.hasSuffix(" i") || value.hasSuffix(" s") {
      value = Self.trimmed(value.dropLast(2))
    }
    part.attributes.append(
      HTMLSelector.Attribute(
        name: name, comparison: hasSign ? last : "=",
        value: value.filter { $0 != "\"" && $0 != "'" }))
  }

  private static func trimmed(_ words: some StringProtocol) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Reads a condition; false when it never holds on a page that nobody touches, or speaks of what
  /// is no element.
  private mutating func pseudo(into part: inout HTMLSelector.Part) -> Bool {
    let colons = signs[place...].prefix { $0 == ":" }.count
    place += colons
    let word = name()
    let inside = brackets()
    if colons > 1 || Self.partsOfElements.contains(word) || word.hasPrefix("-") { return false }
    if let inside, ["is", "where", "matches", "not"].contains(word) {
      return condition(word, inside, into: &part)
    }
    weight += 100
    if Self.never.contains(word) {
      isNever = true
      return false
    }
    switch word {
    case "link", "any-link": part.attributes.append(HTMLSelector.Attribute(name: "href"))
    case "root": break
    default: part.isUnsure = true
    }
    return true
  }

  /// What stands in the brackets that open here, to the one that closes them.
  private mutating func brackets() -> Substring? {
    guard sign == "(" else { return nil }
    let start = place + 1
    var depth = 0
    while let sign {
      if sign == "(" { depth += 1 }
      if sign == ")" { depth -= 1 }
      if depth == 0 { break }
      place += 1
    }
    let inside = signs[start..<max(start, place)]
    place = min(place + 1, signs.count)
    return String(inside)[...]
  }

  /// Reads `:is(…)`, `:where(…)` and `:not(…)`; false when nothing can be what is asked for.
  private mutating func condition(
    _ word: String, _ inside: Substring, into part: inout HTMLSelector.Part
  ) -> Bool {
    var selectors: [HTMLSelector] = []
    guard level < Self.deepest else {
      part.isUnsure = true
      return true
    }
    let list = HTMLSelector.list(inside)
    var isUnsure = list.isEmpty
    for words in list {
      switch HTMLSelector.read(words, within: level + 1) {
      case .selector(let selector): selectors.append(selector)
      case .never: break
      case .unknown: isUnsure = true
      }
    }
    // The list weighs as much as what weighs most in it.
    if word != "where" { weight += selectors.map(\.weight).max() ?? 0 }
    if isUnsure { part.isUnsure = true }
    if word == "not" {
      if !selectors.isEmpty {
        part.conditions.append(HTMLSelector.Condition(isNegated: true, selectors: selectors))
      }
      return true
    }
    if isUnsure { return true }
    guard !selectors.isEmpty else {
      isNever = true
      return false
    }
    part.conditions.append(HTMLSelector.Condition(isNegated: false, selectors: selectors))
    return true
  }

  /// States that a page has only under somebody's hand.
  private static let never: Set<String> = [
    "hover", "focus", "focus-within", "focus-visible", "active", "visited", "target",
  ]

  /// Parts of elements, which hold no words of the page alone.
  private static let partsOfElements: Set<String> = [
    "before", "after", "first-line", "first-letter",
  ]
}
