import TaskLedger
import Testing

/// What linking shows of a plan: rows under another task, numbers printed twice.
///
/// Source: product description, The plan against the list (a row printed under another task's number,
/// the printed number 4 used twice).
struct LinkFlagTests {
  /// The plan without titles, its tasks numbered as given.
  private static func numbered(_ numbers: [Int]) -> [ItemDraft] {
    zip(LinkerTests.all, numbers).map { draft, number in
      var draft = draft
      draft.taskTitle = nil
      draft.taskNumber = number
      return draft
    }
  }

  private static func flagged(_ drafts: [ItemDraft], _ code: FindingCode) throws -> [Int] {
    let items = try Linker.link(PlanDraft(items: drafts), to: LinkerTests.list())
    #expect(items.map(\.id.description) == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"])
    return items.indices.filter { items[$0].flags.contains(code) }
  }

  @Test(arguments: [
    ([1, 1, 2, 2, 3, 3], []), ([1, 1, 2, 3, 3, 3], [3]), ([1, 1, 2, 2, 3, 1], [5]),
    // Four of six: the plan counts its tasks its own way.
    ([1, 1, 2, 3, 3, 4], []), ([2, 2, 3, 3, 4, 4], []),
  ])
  func `a number is another task's where the plan counts as the list does`(
    numbers: [Int], rows: [Int]
  ) throws {
    #expect(try Self.flagged(Self.numbered(numbers), .rowMisplaced) == rows)
  }

  @Test func `a misplaced row takes the basis of its own task, or none`() throws {
    var drafts = LinkerTests.all
    drafts[3].taskTitle = "明确遴选条件"
    drafts[3].basis = "遴选"
    drafts[2].basis = ""
    let items = try Linker.link(PlanDraft(items: drafts), to: LinkerTests.list())
    #expect(items.map(\.basis) == ["", "", "", "", "遴选", ""])
    #expect(items.map(\.task) == [1, 1, 2, 2, 3, 3])
  }

  private static func ordinals(_ ordinals: [String?], groups: [Int] = [0, 0, 0, 0, 0, 0])
    -> [ItemDraft]
  {
    LinkerTests.all.indices.map { index in
      var draft = LinkerTests.all[index]
      draft.ordinal = ordinals[index]
      draft.group = groups[index]
      return draft
    }
  }

  @Test(
    arguments: [
      (["1", "2", "3", "4", "5", "6"], [0, 0, 0, 0, 0, 0], []),
      (["1", "2", "4", "4", "5", "4"], [0, 0, 0, 0, 0, 0], [2, 3, 5]),
      ([nil, nil, "", "", "5", "5"], [0, 0, 0, 0, 0, 0], [4, 5]),
      // Each table begins anew.
      (["1", "2", "3", "1", "2", "3"], [0, 0, 0, 1, 1, 1], []),
      (["1", "2", "2", "1", "2", "3"], [0, 0, 0, 1, 1, 1], [1, 2]),
      // Only one of two tables begins at 1: they count on.
      (["1", "2", "3", "4", "3", "6"], [0, 0, 0, 1, 1, 1], [2, 4]),
    ] as [([String?], [Int], [Int])])
  func `a number printed twice is flagged unless numbers begin again`(
    ordinals: [String?], groups: [Int], rows: [Int]
  ) throws {
    #expect(try Self.flagged(Self.ordinals(ordinals, groups: groups), .ordinalDuplicate) == rows)
  }

  @Test func `numbers that begin again in every task are told apart by the task`() throws {
    #expect(
      try Self.flagged(Self.ordinals(["1", "2", "1", "1", "1", "2"]), .ordinalDuplicate) == [2, 3])
  }

  @Test func `a duplicate names the others with its number`() throws {
    let drafts = Self.ordinals(["7", "7", "4", "4", "5", "4"])
    let items = try Linker.link(PlanDraft(items: drafts), to: LinkerTests.list())
    let context = CheckContext(items: items, list: try LinkerTests.list(), plan: nil)
    let found = CheckRegistry.run([.ordinalDuplicate], in: context)
    #expect(found.map(\.item) == ["1.1", "1.2", "2.1", "2.2", "3.2"])
    #expect(found[0].message.contains("1.2") && !found[0].message.contains("2.1"))
    #expect(found[2].message.contains("2.2") && found[2].message.contains("3.2"))
    #expect(!found[2].message.contains("1.1") && !found[2].message.contains("3.1"))
  }
}
