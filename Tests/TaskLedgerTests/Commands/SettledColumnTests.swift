import TaskLedger
import Testing

/// Columns that were taken by what they hold are asked about once, until a person says what they are.
///
/// Source: product description, Who uses it (the tool says exactly what is missing and never fills it
/// in); the import asks and a person answers.
struct SettledColumnTests {
  private static func header(
    _ ground: ColumnReading.Ground, _ digest: Character = "f"
  ) throws -> PlanHeader {
    var header = SampleSchool.header(digest)
    header.columns = [
      ColumnReading(
        column: "D", role: try #require(ColumnRole(code: "deadline")), ground: ground),
      ColumnReading(
        column: "E", role: try #require(ColumnRole(code: "remark")), ground: .person),
    ]
    return header
  }

  private static func items(flagged: Bool) -> [Item] {
    SampleSchool.items.map { item in
      var item = item
      if flagged, item.id != "S1" { item.flags.insert(.columnInferred) }
      return item
    }
  }

  private static func history(_ ground: ColumnReading.Ground = .content) throws -> History {
    History(
      Happening.opened
        + [
          Happening(
            .ledger(.planImported(try header(ground))), on: SampleSchool.importDay,
            by: SampleSchool.office)
        ]
        + items(flagged: true).map {
          Happening(.imported($0), on: SampleSchool.importDay, by: SampleSchool.office)
        })
  }

  private static func findings(_ history: History) throws -> [Diagnostic] {
    CheckRegistry.run([.columnInferred], in: try #require(history.ledger.checkContext))
  }

  @Test func `a column taken by what it holds is reported once, with how many items it concerns`()
    throws
  {
    let found = try Self.findings(Self.history())
    #expect(found.map(\.code) == ["column-inferred"])
    #expect(found.first?.message.contains("「D」") == true)
    #expect(found.first?.message.contains("4 条") == true)
    #expect(try Self.findings(Self.history(.person)) == [])
  }

  @Test func `what was confirmed item by item is no longer counted`() throws {
    var history = try Self.history()
    for (place, id) in (["1.1", "1.2", "2.1", "2.2"] as [ItemID]).enumerated() {
      #expect(try Self.findings(history).count == 1)
      #expect(try Self.findings(history).first?.message.contains("\(4 - place) 条") == true)
      try history.run(
        .confirm(id, codes: [.columnInferred], reason: "已核对"), by: SampleSchool.office,
        on: "2020-07-21")
    }
    #expect(try Self.findings(history) == [])
  }

  @Test func `the same file with columns that a person settled confirms what was asked`() throws {
    var history = try Self.history()
    let events = try history.run(
      .importPlan(try Self.header(.person), items: Self.items(flagged: false), update: false),
      by: SampleSchool.office, on: "2020-07-21")
    #expect(events.map(\.name) == [.planImported] + Array(repeating: .itemConfirmed, count: 4))
    #expect(events.map(\.item) == [nil, "1.1", "1.2", "2.1", "2.2"])
    #expect(history.ledger["1.1"]?.item.flags == [])
    #expect(try Self.findings(history) == [])
    #expect(
      try history.run(
        .importPlan(try Self.header(.person), items: Self.items(flagged: false), update: false),
        by: SampleSchool.office, on: "2020-07-22") == [])
  }

  @Test func `an item that changes with the columns is imported and not confirmed besides`() throws
  {
    var history = try Self.history()
    var items = Self.items(flagged: false)
    items[0].remark = "见附件"
    items[1].flags.insert(.columnInferred)
    let events = try history.run(
      .importPlan(try Self.header(.person), items: items, update: true), by: SampleSchool.office,
      on: "2020-07-21")
    #expect(events.map(\.name) == [.planImported, .itemImported, .itemConfirmed, .itemConfirmed])
    #expect(events.map(\.item) == [nil, "1.1", "2.1", "2.2"])
  }
}
