/// What an element of a page says of how its content looks: hidden, or with a line through it.
struct HTMLLook {
  let isHidden: Bool
  let isStruck: Bool

  init(_ tag: HTMLTag, _ attributes: [String: String], _ styles: HTMLStyles) {
    let values = styles.values(tag, of: attributes)
    let display = values["display"] ?? (attributes["hidden"] != nil ? "none" : nil)
    isHidden =
      (tag == .input && attributes["type"] == "hidden") || display == "none"
      || values["visibility"] == "hidden" || values["mso-hide"] == "all"
    switch tag {
    case .del, .s, .strike: isStruck = true
    default:
      isStruck = values.contains { property, value in
        if property == "text-line-through" { return value != "none" }
        return property.hasPrefix("text-decoration")
          && (value.contains("line-through") || value.contains("linethrough"))
      }
    }
  }
}
