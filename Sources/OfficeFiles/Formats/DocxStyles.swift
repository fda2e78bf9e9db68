/// What a style of a Word document says about lists and about text that is not to be read.
struct DocxStyle {
  var basedOn: String?
  var list: Int?
  var level: Int?
  /// Whether a line goes through its text; nil when it says nothing of it.
  var isStruck: Bool?
  /// Whether its text is hidden; nil when it says nothing of it.
  var isHidden: Bool?
  /// Whether it strikes or hides the text of some rows or columns of a table.
  var marksParts = false
}

/// The styles of a Word document by their identifiers.
struct DocxStyles {
  private(set) var styles: [String: DocxStyle] = [:]
  /// Whether any style strikes or hides text.
  private(set) var hasMarks = false

  mutating func add(_ style: DocxStyle, named name: String) {
    styles[name] = style
    if style.isStruck == true || style.isHidden == true { hasMarks = true }
  }

  /// Whether a style of a table strikes or hides the text of some of its rows or columns.
  func marksParts(_ name: String?) -> Bool {
    value(name) { $0.marksParts ? true : nil } ?? false
  }

  /// What a style says, or the nearest of those it is based on.
  func value<Value>(_ name: String?, _ said: (DocxStyle) -> Value?) -> Value? {
    var name = name
    for _ in 0..<20 {
      guard let current = name, let style = styles[current] else { return nil }
      if let value = said(style) { return value }
      name = style.basedOn
    }
    return nil
  }
}

/// Reads `word/styles.xml`.
final class DocxStyleHandler: XMLContentHandler {
  private(set) var styles = DocxStyles()
  private var name: String?
  private var isParagraph = false
  private var style = DocxStyle()
  /// Whether what is read holds for some rows or columns of a table alone.
  private var isOfPart = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    guard name.space == .word else { return }
    switch name.local {
    case .style:
      self.name = attributes["styleId"]
      isParagraph = attributes["type"] == "paragraph"
      style = DocxStyle()
    case .tblStylePr: isOfPart = true
    case .strike where isOfPart, .dstrike where isOfPart, .vanish where isOfPart:
      if attributes.isOn("val", default: true) { style.marksParts = true }
    case .basedOn: style.basedOn = attributes["val"]
    case .numId: if isParagraph { style.list = attributes.int("val") }
    case .ilvl: if isParagraph { style.level = attributes.int("val") }
    case .strike, .dstrike: style.isStruck = attributes.isOn("val", default: true)
    case .vanish: style.isHidden = attributes.isOn("val", default: true)
    default: break
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    if name.space == .word, name.local == .tblStylePr { isOfPart = false }
    if name.space == .word, name.local == .style, let key = self.name {
      styles.add(style, named: key)
      self.name = nil
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {}
}
