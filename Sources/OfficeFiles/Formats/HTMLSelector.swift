/// An element of a page as selectors of style sheets look at it, its names in small letters.
struct HTMLElement {
  let tag: HTMLTag
  let id: String?
  let classes: [Substring]
  let attributes: [String: String]

  /// Takes an element over; names and classes are worth reading when there are rules.
  init(_ tag: HTMLTag, _ attributes: [String: String] = [:], isRuled: Bool) {
    self.tag = tag
    self.attributes = attributes
    id = isRuled ? attributes["id"]?.lowercased() : nil
    classes =
      isRuled
      ? attributes["class"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? [] : []
  }
}

/// A selector of a style sheet: elements, classes, names, attributes and what `:is` and `:not` say
/// of them, inside of each other.
///
/// What depends on the place among neighbours or on other conditions cannot be told here; such a
/// selector says that it may match where the rest of it does.
struct HTMLSelector {
  /// Whether a selector matches an element.
  enum Match: Int, Comparable {
    case no, unsure, yes

    static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }

    /// Whether the opposite holds.
    var negated: Match {
      switch self {
      case .no: .yes
      case .unsure: .unsure
      case .yes: .no
      }
    }
  }

  /// How a part stands to the part on its right.
  enum Combinator { case descendant, child, sibling }

  /// What one attribute must be.
  struct Attribute {
    var name: String
    /// How the value is compared: `=`, or the sign before it in `^=`, `$=`, `*=`, `~=`, `|=`.
    var comparison: Character?
    var value = ""

    func holds(for element: HTMLElement) -> Bool {
      guard let own = element.attributes[name]?.lowercased() else { return false }
      return switch comparison {
      case nil: true
      case "^": !value.isEmpty && own.hasPrefix(value)
      case "$": !value.isEmpty && own.hasSuffix(value)
      case "*": !value.isEmpty && own.contains(value)
      case "~": own.split(whereSeparator: \.isWhitespace).contains { $0 == value }
      case "|": own == value || own.hasPrefix(value + "-")
      default: own == value
      }
    }
  }

  /// What `:is(…)` asks for, or `:not(…)` rules out.
  struct Condition {
    var isNegated: Bool
    var selectors: [HTMLSelector]
  }

  /// What one element must be.
  struct Part {
    var tag: HTMLTag?
    var ids: [String] = []
    var classes: [String] = []
    var attributes: [Attribute] = []
    var conditions: [Condition] = []
    /// Whether there is more to it than can be told.
    var isUnsure = false

    func match(
      _ element: HTMLElement, below ancestors: ArraySlice<HTMLElement>, _ steps: inout Int
    ) -> Match {
      steps -= 1 + ids.count + classes.count * max(1, element.classes.count)
      // A value is read whole for each rule that asks for it.
      for attribute in attributes {
        steps -= 1 + (element.attributes[attribute.name]?.utf8.count ?? 0) / 4
      }
      if let tag, tag != element.tag { return .no }
      guard steps > 0, ids.allSatisfy({ $0 == element.id }),
        classes.allSatisfy({ name in element.classes.contains { $0 == name } }),
        attributes.allSatisfy({ $0.holds(for: element) })
      else { return .no }
      var result = isUnsure ? Match.unsure : .yes
      for condition in conditions {
        var found = Match.no
        for selector in condition.selectors {
          found = max(found, selector.match(element, below: ancestors, &steps))
          if found == .yes || steps <= 0 { break }
        }
        result = min(result, condition.isNegated ? found.negated : found)
        if result == .no { return .no }
      }
      return result
    }
  }

  /// The words of the selector.
  let words: String
  /// How much it outweighs: names before classes before elements.
  let weight: Int
  /// The parts from the right to the left, each with how it stands to the one before it here.
  let parts: [(combinator: Combinator, part: Part)]

  /// By what it is found: the name, class or element of its last part; empty for any element.
  var key: String {
    guard let last = parts.first?.part else { return "" }
    return last.ids.first.map { "#" + $0 } ?? last.classes.first.map { "." + $0 }
      ?? last.tag?.rawValue ?? ""
  }

  /// Whether it matches an element below others, the outermost first.
  ///
  /// - Parameters:
  ///   - element: The element.
  ///   - ancestors: Those around it; the slice begins at 0.
  ///   - steps: How many comparisons may still be made; when none is left, what is said does not
  ///     count.
  /// - Returns: Whether it matches, as far as can be told.
  func match(
    _ element: HTMLElement, below ancestors: ArraySlice<HTMLElement>, _ steps: inout Int
  ) -> Match {
    guard let own = parts.first?.part.match(element, below: ancestors, &steps), own != .no else {
      return .no
    }
    if parts.count == 1 { return own }
    // How well the parts so far match with the last of them at each of the elements.
    var reach = [Match](repeating: .no, count: ancestors.count + 1)
    reach[ancestors.count] = own
    for (combinator, part) in parts.dropFirst() {
      if combinator == .sibling { return reach.contains { $0 != .no } ? .unsure : .no }
      steps -= ancestors.count
      var next = [Match](repeating: .no, count: ancestors.count + 1)
      var best = Match.no
      var isReached = false
      for place in ancestors.indices.reversed() {
        let behind = reach[place + 1]
        best = combinator == .child ? behind : max(best, behind)
        guard best != .no, steps > 0 else { continue }
        next[place] = min(best, part.match(ancestors[place], below: ancestors[..<place], &steps))
        isReached = isReached || next[place] != .no
      }
      guard isReached, steps > 0 else { return .no }
      reach = next
    }
    return reach.max() ?? .no
  }
}
