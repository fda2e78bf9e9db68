/// What an element of a page says of how its content looks: hidden, or with a line through it.
struct HTMLAppearance {
  let isHidden: Bool
  let isStruck: Bool
  /// A selector that may hide or strike it, which cannot be told; what is written is read then.
  let undecided: String?

  init(_ element: HTMLElement, below ancestors: [HTMLElement], _ styles: inout HTMLStyles) {
    let values = styles.values(element, below: ancestors)
    let declarations = values.properties.map { HTMLDeclaration(property: $0, value: $1) }
    let attributes = element.attributes
    isHidden =
      (element.tag == .input && attributes["type"] == "hidden")
      || declarations.contains(where: \.hides)
    switch element.tag {
    case .del, .s, .strike: isStruck = true
    default: isStruck = declarations.contains(where: \.strikes)
    }
    undecided = isHidden || isStruck ? nil : values.undecided
  }
}
