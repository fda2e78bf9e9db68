/// What an element of a page says of how its content looks: hidden, or with a line through it.
struct HTMLLook {
  let isHidden: Bool
  let isStruck: Bool

  init(_ tag: HTMLTag, _ attributes: [String: String]) {
    let style = (attributes["style"] ?? "").lowercased().filter { !$0.isWhitespace }
    isHidden =
      attributes["hidden"] != nil || (tag == .input && attributes["type"] == "hidden")
      || style.contains("display:none") || style.contains("visibility:hidden")
      || style.contains("mso-hide:all")
    switch tag {
    case .del, .s, .strike: isStruck = true
    default:
      isStruck =
        style.contains("line-through") || style.contains("text-decoration:linethrough")
    }
  }
}
