import TaskLedger
import Testing

/// A corrected plan in which rows moved: what was done belongs to the words, not to their number.
///
/// Source: product description, The closing machine (history shows both), and Who uses it (the tool
/// says exactly what is missing and never fills it in).
struct MovedWordsTests {
  private static func item(_ id: ItemID, _ words: String) -> Item {
    var item = SampleSchool.item(id, deadline: SampleSchool.deadline("2020-10-31"))
    item.content = words
    return item
  }

  /// A ledger with items of these words.
  private static func history(_ items: [Item]) -> History {
    History(
      Happening.opened
        + items.map {
          Happening(.imported($0), on: SampleSchool.importDay, by: SampleSchool.office)
        })
  }

  private static let sports = "加强体育、美育、劳动教育评价"
  private static let study = "严格学业标准，严把毕业关"

  private static let worked = history([item("1.1", "完善综合素质评价"), item("1.2", sports)])
    .after(.started("1.2"), .attached("证-1.2-01"), .noted("1.2", "2020-07-23"))

  private static func doubtful(_ items: [Item], in history: History) -> [ItemID] {
    history.ledger.keepingDecisions(in: items)
      .filter { $0.flags.contains(.historyDoubtful) }.map(\.id)
  }

  @Test(.bug(id: "newcomer", "a row put in gave one item's evidence to another, without a word"))
  func `words under another number leave the work doubtful at both`() throws {
    let plan = [
      Self.item("1.1", "完善综合素质评价"), Self.item("1.2", Self.study), Self.item("1.3", Self.sports),
    ]
    let ledger = Self.worked.ledger
    #expect(
      ledger.movedWords(in: plan) == [MovedWords(item: "1.2", words: Self.sports, now: "1.3")])
    #expect(Self.doubtful(plan, in: Self.worked) == ["1.2", "1.3"])
    var history = Self.worked
    try history.run(
      .importPlan(
        SampleSchool.header("e"), items: ledger.keepingDecisions(in: plan), update: true),
      by: SampleSchool.office, on: "2020-07-25")
    let context = try #require(history.ledger.checkContext)
    #expect(CheckRegistry.run([.historyDoubtful], in: context).map(\.item) == ["1.2", "1.3"])
    // A further correction of something else leaves the doubt; confirmed, it is gone for good.
    var later = plan
    later[1].remark = "见附件"
    #expect(Self.doubtful(later, in: history) == ["1.2", "1.3"])
    for id in ["1.2", "1.3"] as [ItemID] {
      try history.run(
        .confirm(id, codes: [.historyDoubtful], reason: "已核对"), by: SampleSchool.office,
        on: "2020-07-26")
    }
    #expect(Self.doubtful(later, in: history) == [])
  }

  @Test func `other words in the place of what was worked on are doubtful, better words are not`() {
    let other = [Self.item("1.1", "完善综合素质评价"), Self.item("1.2", Self.study)]
    #expect(Self.doubtful(other, in: Self.worked) == ["1.2"])
    #expect(
      Self.worked.ledger.movedWords(in: other)
        == [MovedWords(item: "1.2", words: Self.sports, now: nil)])
    let better = [
      Self.item("1.1", "完善综合素质评价"), Self.item("1.2", "加强和改进体育、美育、劳动教育评价工作"),
    ]
    #expect(Self.doubtful(better, in: Self.worked) == [])
    #expect(
      Self.doubtful([better[0], Self.item("1.2", "加强体育、美育，劳动教育 评价")], in: Self.worked) == [])
  }

  @Test func `a row taken out moves the words up, and the work stays behind`() {
    let plan = [Self.item("1.1", Self.sports)]
    #expect(Self.doubtful(plan, in: Self.worked) == ["1.1"])
  }

  @Test func `what nobody worked on moves freely, and so do equal words`() {
    let fresh = Self.history([Self.item("1.1", Self.sports), Self.item("1.2", Self.study)])
    let turned = [Self.item("1.1", Self.study), Self.item("1.2", Self.sports)]
    #expect(Self.doubtful(turned, in: fresh) == [])
    let twice = Self.history([Self.item("1.1", Self.sports), Self.item("1.2", Self.sports)])
      .after(.started("1.1"))
    let reworded = [Self.item("1.1", Self.sports + "工作"), Self.item("1.2", Self.sports)]
    #expect(Self.doubtful(reworded, in: twice) == [])
  }

  @Test func `a number that comes back with other words does not bring its old work along unsaid`()
  {
    let left = Self.worked.after(.dropped("1.2"))
    #expect(Self.doubtful([Self.item("1.2", Self.study)], in: left) == ["1.2"])
    #expect(Self.doubtful([Self.item("1.2", Self.sports)], in: left) == [])
  }

  // MARK: - The school's own items

  private static let own = history([
    item("S1", "建立督查台账"), item("S2", "开展专题培训"), item("S3", "公开办事流程"),
  ])

  private static func numbers(_ words: [String], in history: History) -> [String] {
    let items = words.enumerated().map { item(.own($0 + 1), $1) }
    return history.ledger.numberingOwn(items).map { $0.id.description }
  }

  @Test func `own items keep the numbers of their words`() {
    let words = ["建立督查台账", "开展专题培训", "公开办事流程"]
    #expect(Self.numbers(words, in: Self.own) == ["S1", "S2", "S3"])
    #expect(Self.numbers(["新的一条"] + words, in: Self.own) == ["S4", "S1", "S2", "S3"])
    #expect(Self.numbers([words[0], "新的一条", words[1]], in: Self.own) == ["S1", "S4", "S2"])
    #expect(Self.numbers(Array(words.dropFirst()), in: Self.own) == ["S2", "S3"])
    #expect(Self.numbers(words.reversed(), in: Self.own) == ["S3", "S2", "S1"])
    // Reworded in its place.
    #expect(Self.numbers([words[0], "开展全员专题培训", words[2]], in: Self.own) == ["S1", "S2", "S3"])
    #expect(Self.numbers(words, in: History(Happening.opened)) == ["S1", "S2", "S3"])
  }

  @Test func `a number that left the plan comes back with its words alone`() {
    let left = Self.own.after(.dropped("S2"), .dropped("S3"))
    #expect(Self.numbers(["建立督查台账", "别的事"], in: left) == ["S1", "S4"])
    #expect(Self.numbers(["建立督查台账", "公开办事流程"], in: left) == ["S1", "S3"])
  }
}
