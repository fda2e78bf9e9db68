/// Recognises the printed numbering of items and measures (编号) and splits running text at it.
///
/// A label is only accepted where one can stand, so that decimals, dates, percentages, references
/// such as 第(1)项 and numbers in sentences are left alone.
public enum Numbering {
  /// The form in which a number is printed.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// `1.`, `1．`.
    case dotted
    /// `1、`.
    case comma
    /// `1)`, `1）`.
    case closing
    /// `(1)`, `（1）`.
    case bracketed
    /// `①`.
    case circled
    /// `1.1`, `1.1.2`; the value is the last number.
    case decimal
    /// `一、`, `一.`.
    case chinese
    /// `（一）`, `(一)`.
    case chineseBracketed = "chinese-bracketed"
    /// `第一，`, `第一、`, `第一条`.
    case ordinal
    /// `一是`.
    case point
    /// `一要`.
    case must
    /// `A.`, `a)`, `(b)`.
    case letter
    /// `Ⅰ.`, `Ⅱ、`.
    case roman
    /// `第一步`.
    case step
    /// `首先，`, `其次，`, `再次，`, `最后，`.
    case sequence

    /// Whether it numbers within a sentence or a text, and is no number of an item.
    public var isWithinText: Bool {
      switch self {
      case .point, .must, .step, .sequence: true
      case .dotted, .comma, .closing, .bracketed, .circled, .decimal, .chinese, .chineseBracketed,
        .ordinal, .letter, .roman:
        false
      }
    }
  }

  /// One printed number.
  ///
  /// Invariant: `value` is at least 1 and `text` is the label as written, without white space at
  /// its ends.
  public struct Label: Sendable, Hashable {
    /// The form.
    public var style: Style
    /// The number; of `1.2` the last one.
    public var value: Int
    /// The numbers before the last one of `1.2`; empty in other styles.
    public var prefix: [Int]
    /// The label as written.
    public var text: String

    /// Creates a label.
    public init(style: Style, value: Int, prefix: [Int] = [], text: String) {
      self.style = style
      self.value = value
      self.prefix = prefix
      self.text = text
    }
  }

  /// The label at the start of a text and what stands behind it.
  ///
  /// - Parameter text: A cell or a paragraph; white space and export marks before the label are
  ///   passed over.
  /// - Returns: The label and the rest without white space at its ends, or nil when the text does
  ///   not begin with a label; `1.5倍` and `2020.6` do not.
  public static func leading(_ text: some StringProtocol) -> (label: Label, rest: String)? {
    let source = UTF8Text(text)
    let start = skippingArtefacts(in: source, from: 0)
    guard let found = label(in: source, at: start) else { return nil }
    return (found.label, source.trimmed(found.end, source.count))
  }

  /// The offset of the first word, behind white space and export marks.
  static func skippingArtefacts(in text: UTF8Text, from offset: Int) -> Int {
    var place = text.skippingSpace(from: offset)
    while let end = TextFolding.endOfArtefact(in: text, at: place) {
      place = text.skippingSpace(from: end)
    }
    return place
  }
}
