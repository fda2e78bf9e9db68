import BundledAssets

/// A set of data that belongs to one work from above (成套数据): its words, and where it has them its
/// list and its indicators, as `tasks/` holds them.
///
/// Invariant: names are stored in ledgers and never used again for something else.
package struct ReformSet: Sendable {
  /// A file of `tasks/` with what it was when the program was built.
  package struct File: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  /// The name that a ledger's list stores.
  package let name: String
  /// The table of words, and of headings where they differ from `headings.md`.
  let wordTable: File
  /// The list that is taken when a ledger is opened without one; nil when every school has its own.
  package let list: File?
  /// Whether that list is made up, to show what one looks like: no superior ever issued it.
  var isListMadeUp = false
  /// The acceptance indicators; nil when there are none.
  let indicators: File?
  /// The indicators of a department's union; nil when there are none.
  let unionIndicators: File?

  /// The reform of 2020.
  package static let reform2020 = ReformSet(
    name: "reform-2020",
    wordTable: File(name: "reform-2020.md", bytes: BundledAssets.reform2020),
    list: File(name: "guangdong-2020.md", bytes: BundledAssets.guangdong2020),
    indicators: File(name: "acceptance-2020.md", bytes: BundledAssets.acceptance2020),
    unionIndicators: File(
      name: "acceptance-union-2021.md", bytes: BundledAssets.acceptanceUnion2021))

  /// Rectification after an inspection (巡视巡察整改): every school has a list of problems of its own.
  static let rectification = ReformSet(
    name: "rectification",
    wordTable: File(name: "rectification.md", bytes: BundledAssets.rectification),
    list: nil, indicators: nil, unionIndicators: nil)

  /// The yearly evaluation of later years (改革自评).
  static let yearly = ReformSet(
    name: "reform-yearly",
    wordTable: File(name: "reform-yearly.md", bytes: BundledAssets.reformYearly),
    list: File(name: "yearly-list.md", bytes: BundledAssets.yearlyList), isListMadeUp: true,
    indicators: File(name: "acceptance-yearly.md", bytes: BundledAssets.acceptanceYearly),
    unionIndicators: File(
      name: "acceptance-union-yearly.md", bytes: BundledAssets.acceptanceUnionYearly))

  /// Any other list from above.
  static let general = ReformSet(
    name: "general", wordTable: File(name: "general.md", bytes: BundledAssets.generalWords),
    list: nil, indicators: nil, unionIndicators: nil)

  /// All sets, in the order in which a list is compared with their signs.
  package static let all = [reform2020, yearly, rectification, general]

  /// The set of a stored name; lists of earlier programs store none and are of the reform of 2020.
  package static func named(_ name: String?) -> ReformSet? {
    guard let name else { return reform2020 }
    return all.first { $0.name == name }
  }

  /// What a list of the set stores: nothing for the reform of 2020.
  var storedName: String? { name == Self.reform2020.name ? nil : name }

  /// The files that a school may replace.
  var files: [File] { [wordTable, list, indicators, unionIndicators].compactMap(\.self) }
}
