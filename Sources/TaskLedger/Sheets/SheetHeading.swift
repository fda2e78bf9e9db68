/// A column that is known by its heading, however it is spaced.
public protocol SheetHeading: RawRepresentable, CaseIterable, Hashable
where RawValue == String {}

extension SheetHeading {
  /// The column of a heading as it comes back; nil when it is none of ours.
  public init?(heading: String) {
    let folded = TextFolding.compact(heading)
    guard let column = Self.allCases.first(where: { $0.rawValue == folded }) else { return nil }
    self = column
  }
}
