/// What the style sheets of a page say of classes and names: which are hidden, which are struck.
///
/// Only selectors of one class or name are known, with or without an element: `.old`, `td.old`,
/// `#old`.
struct HTMLStyles {
  /// The declarations of hidden and struck classes (`.old`) and names (`#old`).
  private var rules: [String: String] = [:]

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
        read(String(decoding: body, as: UTF8.self).lowercased())
      }
      rest = page[end...]
    }
  }

  /// The declarations that hold for an element by its classes and its name.
  func declarations(of attributes: [String: String]) -> String {
    guard !rules.isEmpty else { return "" }
    let classes = (attributes["class"] ?? "").split(whereSeparator: \.isWhitespace)
    let keys =
      classes.map { "." + $0.lowercased() }
      + (attributes["id"].map { ["#" + $0.lowercased()] } ?? [])
    return keys.compactMap { rules[$0] }.joined(separator: ";")
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
    let declarations = words.filter { !$0.isWhitespace }
    guard HTMLLook.isLook(declarations), !selectors.contains("@") else { return }
    for selector in selectors.split(separator: ",") {
      guard let key = Self.key(selector) else { continue }
      rules[key, default: ""] += ";" + declarations
    }
  }

  /// The class or name of a selector that has nothing else but an element.
  private static func key(_ selector: Substring) -> String? {
    // A comment or an earlier rule may stand before it.
    let words = selector.split(whereSeparator: \.isWhitespace)
    guard let last = words.last,
      words.count == 1 || words.dropLast().last?.hasSuffix("*/") ?? false,
      let mark = last.firstIndex(where: { $0 == "." || $0 == "#" })
    else { return nil }
    let name = last[last.index(after: mark)...]
    guard !name.isEmpty, !name.contains(where: { ".#:[>+~".contains($0) }) else { return nil }
    return String(last[mark...])
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
