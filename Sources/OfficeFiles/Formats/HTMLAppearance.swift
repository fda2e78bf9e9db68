/// What an element of a page says of how its content looks: hidden, with a line through it, in
/// another font.
struct HTMLAppearance {
  /// Whether neither it nor its place is there.
  let isHidden: Bool
  let isStruck: Bool
  /// Whether its words are not seen and its place is kept; nil leaves it to the elements around it.
  let isInvisible: Bool?
  /// Whether it keeps the line breaks of the source; nil leaves it to the elements around it.
  let keepsLines: Bool?
  /// The first font of its letters; nil leaves it to the elements around it.
  let font: String?
  /// A selector that may hide or strike it, which cannot be told; what is written is read then.
  let undecided: String?

  /// Looks at an element.
  ///
  /// - Parameters:
  ///   - element: The element.
  ///   - ancestors: The elements around it.
  ///   - isInSymbols: Whether it stands in a symbol font, which another font ends.
  ///   - styles: The style sheets.
  init(
    _ element: HTMLElement, below ancestors: [HTMLElement], isInSymbols: Bool,
    _ styles: inout HTMLStyles
  ) {
    let values = styles.values(element, below: ancestors)
    let declarations = values.properties.map { HTMLDeclaration(property: $0, value: $1) }
    let attributes = element.attributes
    let visibility = values.properties["visibility"]
    // A row that collapses is gone; anything else that does is only not seen.
    let collapses = visibility == "collapse" && element.tag.collapses
    isHidden =
      (element.tag == .input && attributes["type"]?.lowercased() == "hidden") || collapses
      || declarations.contains { $0.hides && $0.property != "visibility" }
    isInvisible = visibility.map { $0 == "hidden" || $0 == "collapse" }
    switch element.tag {
    case .del, .s, .strike: isStruck = true
    default: isStruck = declarations.contains(where: \.strikes)
    }
    keepsLines =
      values.properties["white-space"].map { $0.hasPrefix("pre") || $0 == "break-spaces" }
      ?? (element.tag == .pre || element.tag == .textarea ? true : nil)
    font = isInSymbols || Self.namesSymbols(element) ? Self.font(element) : nil
    undecided = isHidden || isStruck || isInvisible == true ? nil : values.undecided
  }

  /// The font that an element sets itself; the short form sets one as well.
  private static func font(_ element: HTMLElement) -> String? {
    if element.tag == .font, let face = element.attributes["face"] { return first(face) }
    guard let style = element.attributes["style"] else { return nil }
    var found: String?
    for declaration in HTMLDeclaration.all(in: style.lowercased()) {
      switch declaration.property {
      case "font-family", "font": found = first(declaration.value)
      // Word names the font of a sign here.
      case "mso-symbol-font-family": return first(declaration.value)
      default: break
      }
    }
    return found
  }

  /// Whether the font or the style of an element holds a part of the name of a symbol font.
  private static func namesSymbols(_ element: HTMLElement) -> Bool {
    for words in [element.attributes["style"], element.attributes["face"]] {
      guard let bytes = words?.utf8 else { continue }
      var rest = bytes[...]
      while let place = rest.firstIndex(where: { $0 | 0x20 == 0x64 || $0 | 0x20 == 0x79 }) {
        let part = rest[place...].prefix(5).map { $0 | 0x20 }
        if part.elementsEqual("dings".utf8) || part.elementsEqual("ymbol".utf8) { return true }
        rest = rest[rest.index(after: place)...]
      }
    }
    return false
  }

  private static func first(_ fonts: String) -> String {
    String(fonts.prefix { $0 != "," })
  }
}
