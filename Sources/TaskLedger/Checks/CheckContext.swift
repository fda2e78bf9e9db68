/// What a check looks at: the plan's items held against the provincial list.
public struct CheckContext: Sendable {
  /// The items in order.
  public var items: [Item]
  /// The provincial list.
  public var list: TaskList
  /// What the plan says about itself; nil when no plan has been imported.
  public var plan: PlanHeader?

  /// Creates a context.
  public init(items: [Item], list: TaskList, plan: PlanHeader?) {
    self.items = items
    self.list = list
    self.plan = plan
  }
}
