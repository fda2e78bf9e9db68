import TaskLedger
import Testing

/// A note of progress that is sent once more is one note.
///
/// Source: product description, Who uses it (enter once), and The closing machine (signs of life).
struct RepeatedNoteTests {
  private static let words = "召开推进会"
  private static let day: CivilDate = "2020-07-24"

  private static func events(
    after happenings: Happening..., text: String = words, by actor: String = SampleSchool.owner,
    on day: CivilDate = day
  ) throws -> Int {
    var history = History(Happening.imported + happenings)
    return try history.run(.note("1.1", text: text), by: actor, on: day).count
  }

  @Test(.bug(id: "newcomer", "loading a receipt again recorded the progress once more"))
  func `the same words of the same person for the same day are recorded once`() throws {
    let noted = Happening.noted("1.1", Self.day)
    #expect(try Self.events() == 1)
    #expect(try Self.events(after: noted) == 0)
    #expect(try Self.events(after: noted, text: "召开 推进会") == 0)
    // What came with it in one form lies after it.
    let attached = Happening.attached("证-1.1-01", Self.day)
    #expect(try Self.events(after: noted, attached) == 0)
  }

  @Test func `other words, another person, another day or something between is another note`()
    throws
  {
    let noted = Happening.noted("1.1", Self.day)
    #expect(try Self.events(after: noted, text: "再开推进会") == 1)
    #expect(try Self.events(after: noted, by: SampleSchool.other) == 1)
    #expect(try Self.events(after: noted, on: "2020-07-25") == 1)
    let between = Happening.noted("1.1", Self.day, text: "印发通知")
    #expect(try Self.events(after: noted, between) == 1)
    #expect(try Self.events(after: noted, .started("1.1", Self.day)) == 1)
    #expect(try Self.events(after: .noted("1.2", Self.day)) == 1)
  }

  @Test(.bug(id: "newcomer", "a colleague's entry between two presses made one note two"))
  func `what others enter meanwhile makes it no other note, a step of the item does`() throws {
    let noted = Happening.noted("1.1", Self.day)
    let theirs = Happening(
      .item("1.1", .progressNoted(text: "印发通知")), on: Self.day, by: SampleSchool.other)
    #expect(try Self.events(after: noted, theirs) == 0)
    #expect(try Self.events(after: noted, .attached("证-1.1-01", "2020-07-25")) == 0)
    #expect(try Self.events(after: noted, .asked("1.1", until: "2020-08-31")) == 0)
    // The other's words are hers to write once more, and not the owner's.
    #expect(try Self.events(after: noted, theirs, text: "印发通知", by: SampleSchool.other) == 0)
    #expect(try Self.events(after: noted, theirs, text: "印发通知") == 1)
    let proof = Happening.attached("证-1.1-01", Self.day)
    let steps: [[Happening]] = [
      [proof, .voided("证-1.1-01", Self.day)],
      [proof, .submitted("1.1", Self.day), .returned("1.1", Self.day)],
      [proof, .submitted("1.1", Self.day), .closed("1.1", Self.day)],
      [.revised("1.1", Self.day, .content("改写"))],
    ]
    for step in steps {
      var history = History(Happening.imported + [Happening.started("1.1"), noted] + step)
      let events = try history.run(
        .note("1.1", text: Self.words), by: SampleSchool.owner, on: Self.day)
      #expect(events.count == 1, "\(step.map(\.event.name))")
    }
  }

  @Test func `a note that was taken back can be written again`() throws {
    var history = History(Happening.imported + [Happening.noted("1.1", Self.day)])
    let last = try #require(history.entries.last)
    try history.run(.undo(last, reason: "写错"), by: SampleSchool.owner, on: Self.day)
    let again = try history.run(
      .note("1.1", text: Self.words), by: SampleSchool.owner, on: Self.day)
    #expect(again.count == 1)
  }
}
