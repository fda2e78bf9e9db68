import TaskLedger

/// One rate with its two denominators: the days first planned, and those granted.
package struct RateLine: Sendable, Hashable {
  /// What is measured.
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// 完成率.
    case completion
    /// 按期完成率.
    case inTime
    /// 逾期率.
    case overdue
  }

  /// What is measured.
  package var kind: Kind
  /// Against the days first planned.
  package var original: Ratio
  /// Against the days after granted extensions.
  package var granted: Ratio

  /// The three rates of a set of items.
  static func all(original: Tally, granted: Tally) -> [RateLine] {
    Kind.allCases.map {
      RateLine(kind: $0, original: ratio($0, original), granted: ratio($0, granted))
    }
  }

  private static func ratio(_ kind: Kind, _ tally: Tally) -> Ratio {
    switch kind {
    case .completion: Ratio(tally.closed, of: tally.mustClose)
    case .inTime: Ratio(tally.closedInTime, of: tally.dueByDay)
    case .overdue: Ratio(tally.overdue, of: tally.dueByDay)
    }
  }
}

extension RateLine {
  static let keys = KeyTable<RateLine>([
    .text("name") { ReportPhrases.name(of: $0.kind) },
    .text("definition") { ReportPhrases.definition(of: $0.kind) },
    .optional("original") { $0.original.percent },
    .text("originalCount") { "\($0.original.part)/\($0.original.whole)" },
    .optional("granted") { $0.granted.percent },
    .text("grantedCount") { "\($0.granted.part)/\($0.granted.whole)" },
  ])
}
