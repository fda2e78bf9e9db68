/// What the style sheets of a page say that hides or strikes elements, or shows them again.
struct HTMLStyles {
  /// A rule that decides how elements look.
  private struct Rule {
    var selector: HTMLSelector
    var place: Int
    var declarations: [HTMLDeclaration]
    /// Whether it holds under a condition that cannot be told, such as a width.
    var isConditional: Bool
  }

  /// The values that hold for an element.
  struct Values {
    var properties: [String: String] = [:]
    /// A selector that may hide or strike the element, or show it, which cannot be told.
    var undecided: String?
  }

  /// The rules by what their last part asks for.
  private var rules: [String: [Rule]] = [:]
  private var count = 0
  /// Whether a rule hides or strikes something.
  private var conceals = false
  /// How many comparisons of rules with elements may still be made.
  private var steps: Int
  /// Whether rules were passed over because there are too many, or they stand too deep.
  private var isCut = false
  /// The first style sheet in another file that a rule names.
  private(set) var imported: String?
  /// The elements around all others that the page leaves out, as browsers give them.
  let implied: [HTMLElement]

  /// Reads the style sheets of a page.
  init(_ page: [UInt8], _ limits: ReadLimits) {
    steps = limits.styleSteps
    implied =
      Self.find("<body", in: page[...]) == nil
      ? [HTMLElement(.html, isRuled: true), HTMLElement(.body, isRuled: true)] : []
    var rest = page[...]
    var budget = limits.styleBytes
    while let start = Self.find("<style", in: rest) {
      let sheet = rest[(start + 6)...]
      let end = Self.find("</style", in: sheet) ?? sheet.endIndex
      if let open = sheet[..<end].firstIndex(of: UInt8(ascii: ">")) {
        let body = sheet[(open + 1)..<end]
        if body.count > budget { isCut = true }
        read(Self.plain(String(decoding: body.prefix(budget), as: UTF8.self).lowercased())[...])
        budget -= min(body.count, budget)
      }
      rest = page[end...]
    }
  }

  /// Whether a page has rules, so that the elements around one are worth keeping.
  var hasRules: Bool { !rules.isEmpty }

  /// Whether some rules were not followed and something may be hidden or struck by them.
  var isUnfollowed: Bool { isCut || steps <= 0 && conceals }

  /// The value of each property that holds for an element: what is important before all, then its
  /// own style, then the rule of more weight, then the later one.
  mutating func values(_ element: HTMLElement, below ancestors: [HTMLElement]) -> Values {
    var own: [HTMLDeclaration] = []
    if let style = element.attributes["style"] {
      own = HTMLDeclaration.all(in: style.lowercased()).filter(\.isAppearance)
    }
    var candidates = Candidates(element)
    let matching = hasRules && steps > 0 ? matching(element, below: ancestors) : []
    for isImportant in [false, true] {
      for (rule, match) in matching {
        let isSure = match == .yes && !rule.isConditional
        for declaration in rule.declarations where declaration.isImportant == isImportant {
          candidates.add(declaration, unlessUnsure: isSure ? nil : rule.selector.words)
        }
      }
      for declaration in own where declaration.isImportant == isImportant {
        candidates.add(declaration, unlessUnsure: nil)
      }
    }
    return candidates.values
  }

  /// The rules that match an element or may, the one that counts most last.
  private mutating func matching(
    _ element: HTMLElement, below ancestors: [HTMLElement]
  ) -> [(rule: Rule, match: HTMLSelector.Match)] {
    var matching: [(rule: Rule, match: HTMLSelector.Match)] = []
    var keys = Set(element.classes.map { "." + $0 })
    keys.formUnion([element.tag.rawValue, ""])
    if let id = element.id { keys.insert("#" + id) }
    for key in keys {
      for rule in rules[key] ?? [] {
        let match = rule.selector.match(element, below: ancestors[...], &steps)
        // What was compared with the last steps says nothing.
        guard steps > 0 else { return [] }
        if match != .no { matching.append((rule, match)) }
      }
    }
    // Putting them in order is work too.
    steps -= matching.count * (Int.bitWidth - matching.count.leadingZeroBitCount)
    return matching.sorted {
      ($0.rule.selector.weight, $0.rule.place) < ($1.rule.selector.weight, $1.rule.place)
    }
  }

  /// What the properties of an element may be, from the rule that counts least to the one that
  /// counts most.
  private struct Candidates {
    /// The values of a property, each with the selector that may not match.
    private var found: [String: [(declaration: HTMLDeclaration?, unsure: String?)]] = [:]

    /// Begins with what browsers do by themselves.
    init(_ element: HTMLElement) {
      if element.attributes["hidden"] != nil {
        found["display"] = [(HTMLDeclaration(property: "display", value: "none"), nil)]
      }
    }

    mutating func add(_ declaration: HTMLDeclaration, unlessUnsure selector: String?) {
      if selector == nil {
        found[declaration.property] = [(declaration, nil)]
      } else {
        found[declaration.property, default: [(nil, nil)]].append((declaration, selector))
      }
    }

    var values: Values {
      var result = Values()
      for (property, values) in found.sorted(by: { $0.key < $1.key }) {
        let hidden = values.filter { $0.declaration?.conceals ?? false }.count
        if hidden == 0 || hidden == values.count {
          result.properties[property] = values.last?.declaration?.value
        } else {
          result.undecided = result.undecided ?? values.lazy.compactMap(\.unsure).first
        }
      }
      return result
    }
  }

  /// How deep blocks may stand in each other.
  private static let deepest = 8

  /// Takes over the rules that hold on a screen, or may; what holds for print or small
  /// screens alone is passed over.
  private mutating func read(
    _ sheet: Substring, within level: Int = 0, isConditional: Bool = false
  ) {
    guard level < Self.deepest else {
      isCut = true
      return
    }
    var depth = 0
    var start = sheet.startIndex
    var selectors: Substring = ""
    for place in sheet.indices {
      switch sheet[place] {
      case "{":
        depth += 1
        if depth == 1 {
          selectors = sheet[start..<place]
          start = sheet.index(after: place)
        }
      case "}":
        if depth == 1 {
          add(selectors, sheet[start..<place], within: level, isConditional: isConditional)
        }
        depth = max(0, depth - 1)
        if depth == 0 { start = sheet.index(after: place) }
      case ";" where depth == 0:
        note(sheet[start..<place])
        start = sheet.index(after: place)
      default: break
      }
    }
  }

  private mutating func add(
    _ selectors: Substring, _ words: Substring, within level: Int, isConditional: Bool
  ) {
    if let mark = selectors.firstIndex(of: "@") {
      let condition = selectors[mark...].split(whereSeparator: \.isWhitespace)
      let always: Set<[Substring]> = [["@media", "screen"], ["@media", "all"], ["@media"]]
      let kinds: Set<Substring> = ["@media", "@supports", "@container", "@layer"]
      let isElsewhere =
        condition.contains("print") && !condition.contains("screen")
        || selectors[mark...].contains("max-width")
      guard let kind = condition.first, kinds.contains(kind), !isElsewhere else { return }
      read(
        words, within: level + 1, isConditional: isConditional || !always.contains(condition))
      return
    }
    let declarations = HTMLDeclaration.lasting(in: words)
    guard !declarations.isEmpty else { return }
    conceals = conceals || declarations.contains(where: \.conceals)
    for words in HTMLSelector.list(selectors) {
      guard case .selector(let selector) = HTMLSelector.read(words) else { continue }
      rules[selector.key, default: []].append(
        Rule(
          selector: selector, place: count, declarations: declarations,
          isConditional: isConditional))
      count += 1
    }
  }

  /// Keeps the name of a style sheet elsewhere: @import url(plan.css).
  private mutating func note(_ statement: Substring) {
    let words = statement.split(whereSeparator: \.isWhitespace)
    guard imported == nil, words.first == "@import", words.count > 1 else { return }
    imported = String(words[1].replacing("url(", with: "").filter { !"\"'()".contains($0) })
  }

  /// A style sheet without its comments and the marks that hide it from old browsers.
  private static func plain(_ sheet: String) -> String {
    var result = ""
    var rest = sheet[...]
    while let open = rest.firstRange(of: "/*") {
      result += rest[..<open.lowerBound] + " "
      guard let close = rest[open.upperBound...].firstRange(of: "*/") else {
        rest = ""
        break
      }
      rest = rest[close.upperBound...]
    }
    return (result + rest).replacing("<!--", with: " ").replacing("-->", with: " ")
  }

  /// Where a tag begins, in any case.
  private static func find(_ tag: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    tag.withUTF8Buffer { wanted in
      var place = bytes.startIndex
      while let start = bytes[place...].firstIndex(of: wanted[0]) {
        let tail = bytes[start...]
        if tail.count >= wanted.count,
          zip(tail, wanted).allSatisfy({ $0 == $1 || ($0 | 0x20) == $1 })
        {
          return start
        }
        place = start + 1
      }
      return nil
    }
  }
}

/// One declaration of a style: a property and its value.
struct HTMLDeclaration {
  let property: String
  let value: String
  var isImportant = false

  /// The declarations of a block in lower case.
  static func all(in words: some StringProtocol) -> [HTMLDeclaration] {
    words.split(separator: ";").compactMap { part -> HTMLDeclaration? in
      let compact = String(part.filter { !$0.isWhitespace })
      guard let colon = compact.firstIndex(of: ":") else { return nil }
      var value = compact[compact.index(after: colon)...]
      let isImportant = value.hasSuffix("!important")
      if isImportant { value = value.dropLast("!important".count) }
      var property = String(compact[..<colon])
      // The longer name sets the same.
      if property == "text-decoration-line" { property = "text-decoration" }
      return HTMLDeclaration(property: property, value: String(value), isImportant: isImportant)
    }
  }

  /// The declarations of a block that decide how something looks, the last of each property.
  static func lasting(in words: some StringProtocol) -> [HTMLDeclaration] {
    var kept: [HTMLDeclaration] = []
    for declaration in all(in: words) where declaration.isAppearance {
      kept.removeAll {
        $0.property == declaration.property && $0.isImportant == declaration.isImportant
      }
      kept.append(declaration)
    }
    return kept
  }

  /// Whether it decides whether something is seen or struck.
  var isAppearance: Bool {
    switch property {
    case "display", "visibility", "mso-hide", "white-space": true
    default: isLine
    }
  }

  /// Whether it hides or strikes what it holds for.
  var conceals: Bool { hides || strikes }

  /// Whether it hides.
  var hides: Bool {
    switch property {
    case "display": value == "none"
    case "visibility": value == "hidden" || value == "collapse"
    case "mso-hide": value == "all"
    default: false
    }
  }

  /// Whether it draws a line through text.
  var strikes: Bool {
    if property == "text-line-through" { return value != "none" }
    return isLine && (value.contains("line-through") || value.contains("linethrough"))
  }

  /// Whether it draws lines at text.
  private var isLine: Bool {
    property == "text-decoration" || property == "text-line-through"
  }
}
