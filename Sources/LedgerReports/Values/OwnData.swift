/// What a school uses in place of what is built in (本校数据): part of what its papers vouch for.
///
/// Invariant: a kind is there exactly when the school's own differs from the built-in one.
package struct OwnData: Sendable, Hashable {
  /// The kinds, in the order in which papers name them. Stored names are a public contract.
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    /// The acceptance indicators.
    case indicators = "indicators"
    /// The task list from above.
    case list = "list"
    /// The words of the reform.
    case profile = "profile"
    /// The departments and their other names.
    case departments = "departments"
    /// The templates of papers.
    case templates = "templates"
    /// The style documents.
    case styles = "styles"
  }

  /// The short digest of each kind.
  package var codes: [Kind: String]

  /// Whether the list is the made-up one of a set, which no superior ever issued.
  package var isListMadeUp: Bool

  /// Creates the value; without codes everything is built in.
  package init(_ codes: [Kind: String] = [:], isListMadeUp: Bool = false) {
    self.codes = codes
    self.isListMadeUp = isListMadeUp
  }

  /// The kinds that are the school's own, in order.
  package var kinds: [Kind] { Kind.allCases.filter { codes[$0] != nil } }

  /// What the foot of a paper says; nil when everything is built in.
  var sentence: String? {
    kinds.isEmpty
      ? nil : kinds.map { ReportPhrases.ownData($0, code: codes[$0] ?? "") }.joined(separator: "、")
  }
}
