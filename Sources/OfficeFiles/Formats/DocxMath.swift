/// The open parts of a formula (OMML) in a Word document.
struct DocxMath {
  /// An element that is open.
  private struct Frame {
    var name: XMLName.Local
    /// The byte of the text where it begins.
    var start: Int
    /// What stands before its first part, and behind its last.
    var opening = ""
    var closing = ""
    var parts = 0
  }

  private var frames: [Frame] = []
  var writer = MathWriter()

  /// An element begins.
  mutating func begin(
    _ name: XMLName.Local, _ attributes: XMLAttributes, in text: inout CleanText
  ) {
    switch name {
    case .begChr: mark(.d) { $0.opening = attributes["val"] ?? "" }
    case .endChr: mark(.d) { $0.closing = attributes["val"] ?? "" }
    case .chr: mark(.nary) { $0.opening = attributes["val"] ?? "" }
    case .num, .den, .e, .sup, .sub, .deg, .lim, .fName, .mr:
      beginPart(name, in: &text)
      frames.append(Frame(name: name, start: text.utf8.count))
    case .f, .sSup, .sSub, .sSubSup, .sPre, .d, .rad, .nary, .m, .eqArr, .func, .limLow, .limUpp:
      if name == .f { writer.separate(&text) }
      var frame = Frame(name: name, start: text.utf8.count)
      if name == .d { (frame.opening, frame.closing) = ("(", ")") }
      if name == .nary { frame.opening = "∫" }
      frames.append(frame)
    default: break
    }
  }

  /// An element ends.
  mutating func end(_ name: XMLName.Local, in text: inout CleanText) {
    guard frames.last?.name == name, let frame = frames.popLast() else { return }
    switch name {
    case .num: writer.finish(.numerator, from: frame.start, in: &text)
    case .den: writer.finish(.denominator, from: frame.start, in: &text)
    case .sup, .deg: writer.finish(.raised, from: frame.start, in: &text)
    case .sub, .lim: writer.finish(.lowered, from: frame.start, in: &text)
    case .e, .fName, .mr: break
    default:
      text.append(frame.closing)
      writer.close(text)
    }
  }

  private mutating func mark(_ name: XMLName.Local, _ change: (inout Frame) -> Void) {
    guard let last = frames.indices.last, frames[last].name == name else { return }
    change(&frames[last])
  }

  /// Writes what stands between a part and those before it.
  private mutating func beginPart(_ name: XMLName.Local, in text: inout CleanText) {
    guard let last = frames.indices.last else { return }
    let isFirst = frames[last].parts == 0
    frames[last].parts += 1
    if isFirst { text.append(frames[last].opening) }
    switch (frames[last].name, name) {
    case (.rad, .e):
      text.append("√(")
      frames[last].closing = ")"
    case (.d, .e): if !isFirst { text.append("|") }
    case (.mr, .e), (.nary, .e), (.func, .e): if !isFirst { text.append(" ") }
    case (.eqArr, .e), (.m, .mr): if !isFirst { text.append("; ") }
    default: break
    }
  }
}
