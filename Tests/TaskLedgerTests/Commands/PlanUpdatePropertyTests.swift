import TaskLedger
import Testing

/// An update of the plan tells what differs and takes it over, for any two plans.
///
/// Source: product description, The closing machine (nothing is ever deleted; more time is kept with
/// its reason) and Who uses it (enter once).
struct PlanUpdatePropertyTests {
  private static let words = [
    "2020年7月31日前", "2020年10月31日前", "2020年12月", "", "长期坚持", "每月25日前", "2020年8月底前，并长期坚持",
  ]

  /// A plan that differs from the sample school's by chance.
  private static func plan(_ random: inout Randomness) -> [Item] {
    var items = SampleSchool.items
    if random.isTrue(oneIn: 2) {
      items.append(SampleSchool.item("1.3", deadline: SampleSchool.deadline("2020-09-30")))
    }
    if random.isTrue(oneIn: 3) { items.remove(at: random.int(in: 0...items.count - 1)) }
    for place in items.indices where random.isTrue(oneIn: 2) {
      switch random.int(in: 0...6) {
      case 0: items[place].content = "第\(random.int(in: 1...3))稿"
      case 1: items[place].measures.append(Measure(number: 3, text: "新的措施"))
      case 2: items[place].departments.lead = ["校团委"]
      case 3: items[place].responsiblePerson = "李老师"
      case 4: items[place].remark = "见附件"
      case 5: items[place].ordinal = "9"
      default:
        items[place].deadline = DeadlineLanguage.read(random.element(words), year: 2020)
      }
    }
    return items
  }

  /// Two plans one after the other, the second over some corrections.
  private static func updated(_ seed: Int) throws -> (before: Ledger, items: [Item], History) {
    var random = Randomness(seed: seed)
    var history = History.imported
    func update(_ items: [Item], _ digest: Character, on day: CivilDate) throws {
      try history.run(
        .importPlan(SampleSchool.header(digest), items: items, update: true),
        by: SampleSchool.office, on: day)
    }
    try update(plan(&random), "a", on: "2020-07-22")
    for id in history.ledger.liveItems.map(\.id) where random.isTrue(oneIn: 3) {
      history.record(.revised(id, "2020-07-23", .remark("已更正"), .content("更正的内容")))
    }
    let (before, items) = (history.ledger, plan(&random))
    try update(items, "b", on: "2020-07-24")
    return (before, items, history)
  }

  @Test(arguments: 0..<80)
  func `a difference tells each item once, and none is left after the update`(seed: Int) throws {
    let (before, items, history) = try Self.updated(seed)
    let difference = PlanDifference(from: before, to: items)
    #expect(
      difference.added.count + difference.changed.count + difference.untouched == items.count,
      "seed \(seed)")
    let kept = before.itemsInOrder.filter { $0.droppedReason == nil }.map(\.id)
    #expect(Set(difference.gone) == Set(kept).subtracting(items.map(\.id)), "seed \(seed)")
    #expect(Set(difference.added) == Set(items.map(\.id)).subtracting(kept), "seed \(seed)")
    let after = history.ledger
    #expect(PlanDifference(from: after, to: items).isEmpty, "seed \(seed)")
    #expect(after.liveItems.map(\.id) == items.map(\.id).sorted(), "seed \(seed)")
    #expect(after.unplaced == [], "seed \(seed)")
    for item in items {
      let state = try #require(after[item.id])
      #expect(state.item.deadline == item.deadline && state.item.content == item.content)
      #expect(state.item.remark == item.remark && state.item.measures == item.measures)
    }
  }

  @Test(arguments: 0..<80)
  func `a later day, or none, is kept as more time, and the first day for ever`(seed: Int) throws {
    let (before, items, history) = try Self.updated(seed)
    for item in items {
      let state = try #require(history.ledger[item.id])
      let known = before[item.id].flatMap { $0.droppedReason == nil ? $0 : nil }
      let isLater = known?.due.map { due in state.due.map { $0 > due } ?? true } ?? false
      let count = before[item.id]?.deferrals.count ?? 0
      #expect(state.deferrals.count == count + (isLater ? 1 : 0), "seed \(seed), \(item.id)")
      if isLater, let last = state.deferrals.last {
        #expect(last.from == known?.due && last.until == state.due && last.superior == nil)
        #expect(last.on == "2020-07-24" && last.actor == SampleSchool.office)
      }
      // A day that was doubted is no first day yet.
      guard let earlier = before[item.id], earlier.item.flags.isEmpty else { continue }
      if let first = earlier.originalDue {
        #expect(state.originalDue == first, "seed \(seed), \(item.id)")
      }
    }
  }

  @Test(arguments: 0..<80)
  func `what a person decided is kept in the new plan, once and for ever`(seed: Int) throws {
    let (before, items, _) = try Self.updated(seed)
    let kept = before.keepingDecisions(in: items)
    #expect(before.keepingDecisions(in: kept) == kept, "seed \(seed)")
    #expect(kept.map(\.id) == items.map(\.id))
    for change in before.corrections(keptIn: items) {
      let item = try #require(kept.first { $0.id == change.item })
      let corrected = try #require(before[change.item]?.item)
      for field in change.fields {
        switch field {
        case .remark: #expect(item.remark == corrected.remark, "seed \(seed)")
        case .content: #expect(item.content == corrected.content, "seed \(seed)")
        default: Issue.record("seed \(seed): \(field) was not corrected")
        }
      }
    }
  }
}
