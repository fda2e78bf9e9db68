/// What elements of a page pass on to those inside of them.
struct HTMLInherited {
  /// What holds where the page is read.
  struct State: Equatable {
    /// Whether the place is kept and nothing of its words is seen.
    var isInvisible = false
    /// The symbol font that letters are signs of.
    var symbolFont: String?
    /// Whether line breaks of the source are line breaks of the page.
    var keepsLines = false
  }

  var state = State()
  /// The states around the open elements that changed one, with their depths.
  private var outer: [(depth: Int, state: State)] = []
  private var depth = 0

  /// An element begins.
  mutating func begin(_ appearance: HTMLAppearance) {
    depth += 1
    var inner = state
    if let isInvisible = appearance.isInvisible { inner.isInvisible = isInvisible }
    if let keepsLines = appearance.keepsLines { inner.keepsLines = keepsLines }
    if let font = appearance.font { inner.symbolFont = SymbolFont.name(font) }
    guard inner != state else { return }
    outer.append((depth, state))
    state = inner
  }

  /// An element ends.
  mutating func end() {
    if outer.last?.depth == depth, let last = outer.popLast() { state = last.state }
    depth -= 1
  }
}
