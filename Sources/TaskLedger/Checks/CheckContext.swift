/// What a check looks at: the plan's items held against the provincial list.
public struct CheckContext: Sendable {
  /// The items in order.
  public var items: [Item]
  /// The provincial list.
  public var list: TaskList
  /// What the plan says about itself; nil when no plan has been imported.
  public var plan: PlanHeader?

  /// The doubts of the import that a person confirmed and that still stand so.
  public var confirmed: [ItemID: Set<FindingCode>]
  /// The clauses whose item was withdrawn on a superior document.
  public var withdrawn: Set<ClauseID>

  /// Creates a context.
  public init(
    items: [Item], list: TaskList, plan: PlanHeader?,
    confirmed: [ItemID: Set<FindingCode>] = [:], withdrawn: Set<ClauseID> = []
  ) {
    self.withdrawn = withdrawn
    self.items = items
    self.list = list
    self.plan = plan
    self.confirmed = confirmed
  }

  /// Whether a finding is one that a person confirmed.
  func isConfirmed(_ finding: Diagnostic, _ code: FindingCode) -> Bool {
    finding.item.flatMap { confirmed[$0]?.contains(code) } ?? false
  }
}
