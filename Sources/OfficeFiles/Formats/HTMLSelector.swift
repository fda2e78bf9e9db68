/// An element of a page as selectors of style sheets look at it, its names in small letters.
struct HTMLElement {
  let tag: HTMLTag
  let id: String?
  let classes: [Substring]
  let attributes: [String: String]

  /// Takes an element over; names and classes are worth reading when there are rules.
  init(_ tag: HTMLTag, _ attributes: [String: String], isRuled: Bool) {
    self.tag = tag
    self.attributes = attributes
    id = isRuled ? attributes["id"]?.lowercased() : nil
    classes =
      isRuled
      ? attributes["class"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? [] : []
  }
}

/// A selector of a style sheet: elements, classes, names and attributes, inside of each other.
///
/// What depends on the place among neighbours or on other conditions cannot be told here; such a
/// selector says that it may match where the rest of it does.
struct HTMLSelector {
  /// Whether a selector matches an element.
  enum Match: Int { case no, unsure, yes }

  /// How a part stands to the part on its right.
  private enum Combinator { case descendant, child, sibling }

  /// What one element must be.
  private struct Part {
    var tag: HTMLTag?
    var ids: [String] = []
    var classes: [String] = []
    var attributes: [(name: String, value: String?)] = []
    /// Whether there is more to it than can be told.
    var isUnsure = false

    /// Whether it asks for an element alone.
    var isPlain: Bool { ids.isEmpty && classes.isEmpty && attributes.isEmpty }

    func match(_ element: HTMLElement) -> Match {
      if let tag, tag != element.tag { return .no }
      guard ids.allSatisfy({ $0 == element.id }),
        classes.allSatisfy({ name in element.classes.contains { $0 == name } }),
        attributes.allSatisfy({ wanted in
          guard let own = element.attributes[wanted.name] else { return false }
          return wanted.value.map { $0 == own.lowercased() } ?? true
        })
      else { return .no }
      return isUnsure ? .unsure : .yes
    }
  }

  /// The words of the selector.
  let words: String
  /// How much it outweighs: names before classes before elements.
  let weight: Int
  /// The parts from the right to the left, each with how it stands to the one before it here.
  private var parts: [(combinator: Combinator, part: Part)] = []

  /// By what it is found: the name, class or element of its last part; empty for any element.
  var key: String {
    guard let last = parts.first?.part else { return "" }
    return last.ids.first.map { "#" + $0 } ?? last.classes.first.map { "." + $0 }
      ?? last.tag?.rawValue ?? ""
  }

  /// Reads a selector in small letters; nil when it can never match what a page shows at rest.
  init?(_ words: Substring) {
    self.words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var scanner = Scanner(Array(self.words))
    var found: [(Combinator, Part)] = []
    var weight = 0
    var combinator = Combinator.descendant
    while !scanner.isAtEnd {
      guard let part = scanner.part(&weight), found.count < 12 else { return nil }
      found.append((combinator, part))
      combinator = scanner.combinator()
    }
    guard !found.isEmpty else { return nil }
    self.weight = weight
    // From the right, each part carries the combinator between it and the part on its right.
    let behind = found.dropFirst().map(\.0) + [.descendant]
    parts = zip(behind, found).map { ($0, $1.1) }.reversed()
  }

  /// Whether it matches an element below others, the outermost first.
  func match(_ element: HTMLElement, below ancestors: [HTMLElement]) -> Match {
    guard let last = parts.first else { return .no }
    let own = last.part.match(element)
    guard own != .no, parts.count > 1 else { return own }
    // Which ancestors the parts so far may stand at; the element itself stands behind the last one.
    var reach = [Match](repeating: .no, count: ancestors.count + 1)
    reach[ancestors.count] = own
    for (combinator, part) in parts.dropFirst() {
      if combinator == .sibling { return reach.contains { $0 != .no } ? .unsure : .no }
      var next = [Match](repeating: .no, count: ancestors.count + 1)
      var best = Match.no
      for place in ancestors.indices.reversed() {
        let behind = reach[place + 1]
        best = combinator == .child ? behind : best.rawValue < behind.rawValue ? behind : best
        guard best != .no else { continue }
        let here = part.match(ancestors[place])
        next[place] = here.rawValue < best.rawValue ? here : best
        // Pages leave out the body of a table.
        if here == .no, part.tag == .tbody, ancestors[place].tag == .table, part.isPlain {
          next[place] = best
        }
      }
      reach = next
    }
    return reach.max { $0.rawValue < $1.rawValue } ?? .no
  }
}

extension HTMLSelector {
  /// Goes through the signs of a selector.
  private struct Scanner {
    private let signs: [Character]
    private var place = 0

    init(_ signs: [Character]) { self.signs = signs }

    var isAtEnd: Bool { place >= signs.count }

    private var sign: Character? { isAtEnd ? nil : signs[place] }

    /// What stands between two parts.
    mutating func combinator() -> Combinator {
      var result = Combinator.descendant
      while let sign, sign == " " || sign == ">" || sign == "+" || sign == "~" {
        if sign == ">" { result = .child }
        if sign == "+" || sign == "~" { result = .sibling }
        place += 1
      }
      return result
    }

    /// What one element must be; nil for what never holds or is no selector.
    mutating func part(_ weight: inout Int) -> Part? {
      var part = Part()
      let start = place
      while let sign, sign != " ", sign != ">", sign != "+", sign != "~" {
        switch sign {
        case "*": place += 1
        case "#":
          part.ids.append(name(from: 1))
          weight += 10_000
        case ".":
          part.classes.append(name(from: 1))
          weight += 100
        case "[":
          attribute(into: &part)
          weight += 100
        case ":":
          guard pseudo(into: &part) else { return nil }
          weight += 100
        default:
          let word = name(from: 0)
          guard !word.isEmpty, let tag = HTMLTag(rawValue: word) else { return nil }
          part.tag = tag
          weight += 1
        }
      }
      return place > start ? part : nil
    }

    private mutating func name(from offset: Int) -> String {
      place += offset
      let start = place
      while let sign, !" >+~#.[:*".contains(sign) { place += 1 }
      return String(signs[start..<place])
    }

    private mutating func attribute(into part: inout Part) {
      let end = signs[place...].firstIndex(of: "]") ?? signs.count
      let words = String(signs[(place + 1)..<end])
      place = min(end + 1, signs.count)
      let sides = words.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = sides.first, let last = name.last else { return part.isUnsure = true }
      if "~|^$*".contains(last) {
        part.attributes.append((String(name.dropLast()), nil))
        part.isUnsure = true
      } else {
        let value = sides.dropFirst().first?.filter { $0 != "\"" && $0 != "'" }
        part.attributes.append((name, value))
      }
    }

    /// Reads a condition; false when it never holds on a page that nobody touches.
    private mutating func pseudo(into part: inout Part) -> Bool {
      while sign == ":" { place += 1 }
      let word = name(from: 0)
      let base = word.prefix { $0 != "(" }
      if word.contains("("), !word.contains(")") {
        while let sign, sign != ")" { place += 1 }
        place = min(place + 1, signs.count)
      }
      if Self.never.contains(base) || base.hasPrefix("-") { return false }
      if base != "link" && base != "root" { part.isUnsure = true }
      return true
    }

    private static let never: Set<Substring> = [
      "hover", "focus", "focus-within", "focus-visible", "active", "visited", "target", "before",
      "after", "first-line", "first-letter", "selection", "placeholder", "marker", "backdrop",
      "checked", "disabled", "invalid", "valid",
    ]
  }
}
