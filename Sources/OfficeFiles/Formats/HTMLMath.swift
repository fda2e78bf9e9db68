/// The open elements of a formula (MathML) on a page.
struct HTMLMath {
  private struct Frame {
    var tag: HTMLTag
    /// The byte of the text where it begins.
    var start: Int
    var part = MathText.Part.plain
    var children = 0
  }

  private var frames: [Frame] = []
  var writer = MathWriter()

  /// Whether a formula is open.
  var isOpen: Bool { !frames.isEmpty }

  /// An element begins.
  mutating func begin(_ tag: HTMLTag, in text: inout CleanText) {
    guard tag.isMath else { return }
    var part = MathText.Part.plain
    if let last = frames.indices.last {
      let before = frames[last].children
      frames[last].children += 1
      part = Self.part(before, of: frames[last].tag)
      if before > 0, tag == .mtd || tag == .mtr || frames[last].tag == .mfenced {
        text.append(tag == .mtr ? "; " : tag == .mtd ? " " : ",")
      }
    }
    if tag == .mfrac { writer.separate(&text) }
    frames.append(Frame(tag: tag, start: text.utf8.count, part: part))
    if tag == .msqrt || tag == .mroot { text.append("√(") }
    if tag == .mfenced { text.append("(") }
  }

  /// An element ends.
  mutating func end(_ tag: HTMLTag, in text: inout CleanText) {
    guard frames.last?.tag == tag, let frame = frames.popLast() else { return }
    if tag == .msqrt || tag == .mfenced || tag == .mroot { text.append(")") }
    if frame.part != .plain { writer.finish(frame.part, from: frame.start, in: &text) }
    switch tag {
    case .math, .mfrac, .msup, .msub, .msubsup, .msqrt, .mroot: writer.close(text)
    default: break
    }
  }

  /// What a child is by its place.
  private static func part(_ place: Int, of tag: HTMLTag) -> MathText.Part {
    switch (tag, place) {
    case (.mfrac, 0): .numerator
    case (.mfrac, 1): .denominator
    case (.msup, 1), (.mover, 1), (.msubsup, 2), (.munderover, 2): .raised
    case (.msub, 1), (.munder, 1), (.msubsup, 1), (.munderover, 1), (.mroot, 1): .lowered
    default: .plain
    }
  }
}
