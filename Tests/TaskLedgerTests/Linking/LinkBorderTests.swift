import TaskLedger
import Testing

/// The borders of linking, with texts of signs that stand in no other text: of so many pairs of
/// neighbouring signs so many are shared.
struct LinkBorderTests {
  /// So many signs that follow each other, from a place on.
  private static func signs(_ start: Int, _ count: Int) -> String {
    String(
      String.UnicodeScalarView(
        (start..<start + count).compactMap { Unicode.Scalar(UInt32(0x4E00 + $0)) }))
  }

  /// A text of `pairs` pairs, of which `shared` are the first ones of the clause that begins there.
  private static func sharing(_ shared: Int, of pairs: Int = 20, with clause: Int) -> String {
    shared == 0
      ? signs(clause + 5_000, pairs + 1)
      : signs(clause, shared + 1) + signs(clause + 5_000, pairs - shared)
  }

  /// Tasks of two clauses of 20 pairs; the titles have five pairs.
  private static func list(tasks count: Int = 3, pairs: Int = 20) throws -> TaskList {
    TaskList(
      title: "列表", documentNumber: "",
      tasks: try (1...count).map { task in
        ReformTask(
          number: task, title: signs(2_000 + 20 * task, 6),
          clauses: try (1...2).map { place in
            Clause(
              id: try #require(ClauseID("\(task).\(place)")),
              content: signs(beginning(task, place), pairs + 1), deadline: .blank)
          })
      })
  }

  private static func beginning(_ task: Int, _ place: Int) -> Int {
    100 * (2 * task + place)
  }

  private static func title(_ task: Int) -> String { signs(2_000 + 20 * task, 6) }

  private static func link(_ drafts: ItemDraft..., to list: TaskList? = nil) throws -> [Item] {
    try Linker.link(PlanDraft(items: drafts), to: list ?? self.list())
  }

  // MARK: - How sure a link is

  @Test(
    arguments: zip(
      [2, 3, 4, 5, 7, 8],
      [.doubtful, .likely, .likely, .likely, .likely, .certain] as [Link.Confidence]))
  func `beside a task of the same title words make a link sure`(
    shared: Int, confidence: Link.Confidence
  ) throws {
    let item = try #require(
      Self.link(
        LinkerTests.draft(
          Self.sharing(shared, with: Self.beginning(2, 1)), task: Self.title(2))
      ).first)
    #expect(item.clause?.description == "2.1")
    #expect(item.link.confidence == confidence)
    #expect(item.link.reasons.contains(.text) == (shared >= 5))
    #expect(item.link.reasons.contains(.task))
  }

  @Test func `without task and number words alone are likely at most`() throws {
    for (shared, isLinked) in [(7, false), (8, false), (9, true), (20, true)] {
      let item = try #require(
        Self.link(LinkerTests.draft(Self.sharing(shared, with: Self.beginning(2, 1)))).first)
      // 0.65 of 9 of 20 is more than 0.28, and 8 of 20 link by themselves.
      #expect((item.clause != nil) == (isLinked || shared == 8), "\(shared)")
      if item.clause != nil { #expect(item.link.confidence == .likely) }
    }
  }

  @Test func `the number of a task without a title counts as its task`() throws {
    let item = try #require(
      Self.link(
        LinkerTests.draft(Self.sharing(8, with: Self.beginning(2, 1)), number: 2)
      ).first)
    #expect(item.link.confidence == .certain)
    #expect(item.link.reasons.contains(.task))
  }

  @Test(
    arguments: [
      // The running number, the place within the task, and both with another task.
      ("3", 2, true), ("1", 2, true), ("2", 2, false), ("4", 2, false), ("1", 3, false),
      ("2.1", 3, true), ("2.2", 2, false),
    ] as [(String, Int, Bool)])
  func `a printed number is that of the list, of the task or of the clause`(
    ordinal: String, task: Int, fits: Bool
  ) throws {
    let item = try #require(
      Self.link(
        LinkerTests.draft(
          Self.sharing(12, with: Self.beginning(2, 1)), number: task, ordinal: ordinal)
      ).first)
    #expect(item.clause?.description == "2.1")
    #expect(item.link.reasons.contains(.ordinal) == fits)
  }

  // MARK: - Words

  @Test(arguments: [(11, Link.Confidence.likely), (12, .certain)])
  func `a text of twelve pairs within a longer one is nearly as good as a like one`(
    pairs: Int, confidence: Link.Confidence
  ) throws {
    let item = try #require(
      Self.link(
        LinkerTests.draft(
          Self.signs(Self.beginning(2, 1), pairs + 1), task: Self.title(2)),
        to: Self.list(pairs: 60)
      ).first)
    #expect(item.clause?.description == "2.1")
    #expect(item.link.confidence == confidence)
  }

  @Test(arguments: [(19, true), (20, false)])
  func `measures help a content of less than twenty signs`(count: Int, isLinked: Bool) throws {
    var draft = LinkerTests.draft(Self.signs(9_000, count))
    draft.measures = [Measure(number: 1, text: Self.signs(Self.beginning(2, 1), 21))]
    let item = try #require(Self.link(draft).first)
    #expect((item.clause?.description == "2.1") == isLinked)
  }

  // MARK: - Titles

  @Test(arguments: [(2, false), (3, true), (5, true)])
  func `three signs of a title are its task`(count: Int, fits: Bool) throws {
    let words = Self.sharing(12, with: Self.beginning(2, 1))
    let inside = String(Self.title(2).dropFirst().prefix(count))
    let item = try #require(Self.link(LinkerTests.draft(words, task: inside)).first)
    #expect(item.link.reasons.contains(.task) == fits)
    let around = Self.signs(8_000, 4) + Self.title(2) + Self.signs(8_100, 4)
    let longer = try #require(Self.link(LinkerTests.draft(words, task: around)).first)
    #expect(longer.link.reasons.contains(.task))
  }

  @Test(arguments: [(2, false), (3, true)])
  func `half of the pairs of a title help to link and are no ground`(
    shared: Int, isLinked: Bool
  ) throws {
    // Six pairs in both titles: of 0.65 · 0.25 + 0.25 · fit 0.28 is wanted.
    let list = TaskList(
      title: "列表", documentNumber: "",
      tasks: [
        ReformTask(
          number: 1, title: Self.signs(2_000, 7),
          clauses: [
            Clause(
              id: "1.1", content: Self.signs(100, 21), deadline: .blank)
          ])
      ])
    let title = Self.signs(2_000, shared + 1) + Self.signs(8_000, 6 - shared)
    let item = try #require(
      Self.link(LinkerTests.draft(Self.sharing(5, with: 100), task: title), to: list).first)
    #expect((item.clause != nil) == isLinked)
    #expect(!item.link.reasons.contains(.task))
  }

  // MARK: - Flags

  @Test(arguments: [(3, [7, 8, 9]), (4, [])])
  func `a number is another task's where seven of ten are the list's`(
    wrong: Int, rows: [Int]
  ) throws {
    let places = (1...5).flatMap { task in [(task, 1), (task, 2)] }
    let drafts = places.enumerated().map { index, place in
      LinkerTests.draft(
        Self.signs(Self.beginning(place.0, place.1), 21),
        number: index < 10 - wrong ? place.0 : place.0 % 5 + 1)
    }
    let items = try Linker.link(PlanDraft(items: drafts), to: Self.list(tasks: 5))
    #expect(items.compactMap(\.clause).count == 10)
    #expect(items.indices.filter { items[$0].flags.contains(.rowMisplaced) } == rows)
  }

  @Test func `a title that stands in another task's marks the row as misplaced`() throws {
    let words = Self.sharing(16, with: Self.beginning(2, 1))
    let inside = String(Self.title(3).dropFirst().prefix(3))
    let item = try #require(Self.link(LinkerTests.draft(words, task: inside)).first)
    #expect(item.clause?.description == "2.1")
    #expect(item.flags.contains(.rowMisplaced))
    // What holds the title of another and fits its own with three of five pairs is not misplaced.
    let both = Self.signs(2_040, 4) + inside
    let titles = [1: Self.title(1), 2: Self.signs(2_040, 5), 3: inside]
    let list = TaskList(
      title: "列表", documentNumber: "",
      tasks: try Self.list().tasks.map { task in
        ReformTask(
          number: task.number, title: titles[task.number] ?? "", clauses: task.clauses)
      })
    let own = try #require(Self.link(LinkerTests.draft(words, task: both), to: list).first)
    #expect(own.clause?.description == "2.1")
    #expect(!own.flags.contains(.rowMisplaced))
  }

  @Test(arguments: [(["1", "2", "2", "3"], [1, 2]), (["1", "2", "1", "2"], [])])
  func `numbers begin again where more than half of the tasks begin with 1`(
    ordinals: [String], rows: [Int]
  ) throws {
    let places = [(1, 1), (1, 2), (2, 1), (2, 2)]
    let drafts = zip(places, ordinals).map { place, ordinal in
      LinkerTests.draft(
        Self.signs(Self.beginning(place.0, place.1), 21), task: Self.title(place.0),
        ordinal: ordinal)
    }
    let items = try Linker.link(PlanDraft(items: drafts), to: Self.list())
    #expect(items.indices.filter { items[$0].flags.contains(.ordinalDuplicate) } == rows)
  }
}
