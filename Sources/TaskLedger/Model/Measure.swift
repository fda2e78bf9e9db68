/// One measure by which a school carries out an item (落实措施).
///
/// Invariant: numbers run from 1 within an item.
public struct Measure: Sendable, Hashable {
  /// The place within the item, from 1; `attach --measure N` names it.
  public var number: Int
  /// The words without their printed number.
  public var text: String

  /// Creates a measure.
  public init(number: Int, text: String) {
    self.number = number
    self.text = text
  }
}
