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
    /// A selector that may hide or strike the element, which cannot be told.
    var undecided: String?
  }

  /// The rules by what their last part asks for.
  private var rules: [String: [Rule]] = [:]
  private var count = 0
  /// The first selector that hides or strikes something.
  private var concealing: String?
  /// How many rules may still be looked at.
  private var steps = 20_000_000

  /// The most bytes of rules that are read.
  private static let limit = 1 << 20

  /// Reads the style sheets of a page.
  init(_ page: [UInt8]) {
    var rest = page[...]
    var budget = Self.limit
    while budget > 0, let start = Self.find("<style", in: rest) {
      let sheet = rest[(start + 6)...]
      let end = Self.find("</style", in: sheet) ?? sheet.endIndex
      if let open = sheet[..<end].firstIndex(of: UInt8(ascii: ">")) {
        let body = sheet[(open + 1)..<end].prefix(budget)
        budget -= body.count
        read(Self.plain(String(decoding: body, as: UTF8.self).lowercased())[...])
      }
      rest = page[end...]
    }
  }

  /// Whether a page has rules, so that the elements around one are worth keeping.
  var hasRules: Bool { !rules.isEmpty }

  /// The value of each property that holds for an element: what is important before all, then its
  /// own style, then the rule of more weight, then the later one.
  mutating func values(_ element: HTMLElement, below ancestors: [HTMLElement]) -> Values {
    var result = Values()
    var cascade: [HTMLDeclaration] = []
    if hasRules {
      var matching: [Rule] = []
      var keys = element.classes.map { "." + $0 } + [element.tag.rawValue, ""]
      if let id = element.id { keys.append("#" + id) }
      for key in keys {
        for rule in rules[key] ?? [] {
          guard steps > 0 else {
            result.undecided = concealing
            break
          }
          // Each part may be compared with every class of every element around.
          steps -= (ancestors.count + 1) * max(1, element.classes.count)
          switch rule.selector.match(element, below: ancestors) {
          case .yes where !rule.isConditional: matching.append(rule)
          case .yes, .unsure:
            if rule.declarations.contains(where: \.conceals) {
              result.undecided = rule.selector.words
            }
          case .no: break
          }
        }
      }
      matching.sort { ($0.selector.weight, $0.place) < ($1.selector.weight, $1.place) }
      cascade = matching.flatMap(\.declarations)
    }
    if let style = element.attributes["style"] {
      cascade += HTMLDeclaration.all(in: style.lowercased())
    }
    for isImportant in [false, true] {
      for declaration in cascade where declaration.isImportant == isImportant {
        result.properties[declaration.property] = declaration.value
      }
    }
    return result
  }

  /// How deep blocks may stand in each other.
  private static let deepest = 8

  /// Takes over the rules that hold on a screen, or may; what holds for print or small
  /// screens alone is passed over.
  private mutating func read(
    _ sheet: Substring, within level: Int = 0, isConditional: Bool = false
  ) {
    guard level < Self.deepest else { return }
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
      case ";" where depth == 0: start = sheet.index(after: place)
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
    let declarations = HTMLDeclaration.all(in: words).filter(\.isAppearance)
    guard !declarations.isEmpty else { return }
    for words in Self.list(selectors) {
      guard let selector = HTMLSelector(words) else { continue }
      if concealing == nil, declarations.contains(where: \.conceals) {
        concealing = selector.words
      }
      rules[selector.key, default: []].append(
        Rule(
          selector: selector, place: count, declarations: declarations,
          isConditional: isConditional))
      count += 1
    }
  }

  /// The selectors of a list; a comma in brackets parts none.
  private static func list(_ selectors: Substring) -> [Substring] {
    var depth = 0
    return selectors.split { sign in
      if sign == "(" || sign == "[" { depth += 1 }
      if sign == ")" || sign == "]" { depth -= 1 }
      return sign == "," && depth == 0
    }
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
      return HTMLDeclaration(
        property: String(compact[..<colon]), value: String(value), isImportant: isImportant)
    }
  }

  /// Whether it decides whether something is seen or struck.
  var isAppearance: Bool {
    switch property {
    case "display", "visibility", "mso-hide": true
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
    property.hasPrefix("text-decoration") || property == "text-line-through"
  }
}
