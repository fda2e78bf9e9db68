/// The words of the table of a reform's own words.
enum ReformWords {
  /// What a row of a paper's title begins with.
  static let title = "标题"
  /// What a row of a paper's name begins with.
  static let paper = "材料"
  /// The words by which a list is known to belong to the work.
  static let signs = "识别"
  /// Words of works that are easily taken for this one.
  static let neighbours = "易混"
  /// Whether every school has a list of its own, with who does what.
  static let ownList = "清单自带分工"
  /// What a row of an area begins with.
  static let area = "方面"
  /// What stands in the heading of an entry for what the item is about.
  static let subject = "{条目}"
  /// What a list puts its clauses together in where its table does not say.
  static let usualGroup = "项任务"
}
