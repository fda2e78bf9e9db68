/// What the style sheets of a page say of classes and names that hides or strikes them, or shows them
/// again.
///
/// Only selectors of one class or name are known, with or without an element: `.old`, `td.old`,
/// `#old`.
struct HTMLStyles {
  /// The declarations of a selector in the order of the page, each with its place.
  private var rules: [String: [(place: Int, declaration: HTMLDeclaration)]] = [:]
  private var count = 0

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
        read(Self.plain(String(decoding: body, as: UTF8.self).lowercased()))
      }
      rest = page[end...]
    }
  }

  /// The value of each property that holds for an element: of its own style, else of its name, of its
  /// class with the element, of its class, the later before the earlier; what is important before all.
  func values(_ tag: HTMLTag, of attributes: [String: String]) -> [String: String] {
    var cascade: [HTMLDeclaration] = []
    if !rules.isEmpty {
      let classes = (attributes["class"] ?? "").split(whereSeparator: \.isWhitespace)
        .map { "." + $0.lowercased() }
      let names = attributes["id"].map { ["#" + $0.lowercased()] } ?? []
      for keys in [classes, names] {
        for element in ["", tag.rawValue] {
          cascade += keys.flatMap { rules[element + $0] ?? [] }.sorted { $0.place < $1.place }
            .map(\.declaration)
        }
      }
    }
    if let style = attributes["style"] { cascade += HTMLDeclaration.all(in: style.lowercased()) }
    var values: [String: String] = [:]
    for isImportant in [false, true] {
      for declaration in cascade where declaration.isImportant == isImportant {
        values[declaration.property] = declaration.value
      }
    }
    return values
  }

  /// Takes over the rules that hold always; what holds for print or a width alone is passed over.
  private mutating func read(_ sheet: String) {
    var depth = 0
    var start = sheet.startIndex
    var selectors: Substring = ""
    for place in sheet.indices {
      switch sheet[place] {
      case "{":
        depth += 1
        if depth == 1 { selectors = sheet[start..<place] }
        start = sheet.index(after: place)
      case "}":
        if depth == 1 { add(selectors, sheet[start..<place]) }
        depth = max(0, depth - 1)
        start = sheet.index(after: place)
      default: break
      }
    }
  }

  private mutating func add(_ selectors: Substring, _ words: Substring) {
    let declarations = HTMLDeclaration.all(in: words).filter(\.isLook)
    guard !declarations.isEmpty, !selectors.contains("@") else { return }
    for selector in selectors.split(separator: ",") {
      guard let key = Self.key(selector) else { continue }
      for declaration in declarations {
        rules[key, default: []].append((count, declaration))
        count += 1
      }
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

  /// The class or name of a selector that has nothing else but an element.
  private static func key(_ selector: Substring) -> String? {
    let words = selector.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let last = words.last,
      let mark = last.firstIndex(where: { $0 == "." || $0 == "#" })
    else { return nil }
    let name = last[last.index(after: mark)...]
    guard !name.isEmpty, !name.contains(where: { ".#:[>+~".contains($0) }) else { return nil }
    return String(last.first == "*" ? last[mark...] : last)
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
  let isImportant: Bool

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
  var isLook: Bool {
    switch property {
    case "display", "visibility", "mso-hide": true
    default: isLine
    }
  }

  /// Whether it draws lines at text.
  private var isLine: Bool {
    property.hasPrefix("text-decoration") || property == "text-line-through"
  }
}
