/// The words of the table of a reform's own words.
enum ReformWords {
  /// What a row of a paper's title begins with.
  static let title = "标题"
  /// What a row of an area begins with.
  static let area = "方面"
}
