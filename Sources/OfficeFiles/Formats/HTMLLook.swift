/// What an element of a page says of how its content looks: hidden, or with a line through it.
struct HTMLLook {
  let isHidden: Bool
  let isStruck: Bool

  init(_ tag: HTMLTag, _ attributes: [String: String], _ styles: HTMLStyles) {
    let style =
      styles.declarations(of: attributes) + ";"
      + (attributes["style"] ?? "").lowercased().filter { !$0.isWhitespace }
    isHidden =
      attributes["hidden"] != nil || (tag == .input && attributes["type"] == "hidden")
      || Self.hiding.contains { style.contains($0) }
    switch tag {
    case .del, .s, .strike: isStruck = true
    default:
      isStruck = Self.striking.contains { style.contains($0) }
    }
  }

  /// Whether declarations, folded and without spaces, hide or strike something.
  static func isLook(_ style: some StringProtocol) -> Bool {
    (hiding + striking).contains { style.contains($0) }
  }

  private static let hiding = ["display:none", "visibility:hidden", "mso-hide:all"]
  private static let striking = ["line-through", "text-decoration:linethrough"]
}
