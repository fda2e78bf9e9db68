import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Rows that a page break divided.
struct SplitRowTests {
  private let support: PlanSupport
  private let heading = "序号|改革内容|落实措施|责任单位|完成时限"
  private let halves: (first: String, rest: String)

  init() throws {
    support = try PlanSupport()
    let words = try support.words("2.1")
    let middle = words.index(words.startIndex, offsetBy: words.count / 2)
    halves = (String(words[..<middle]), String(words[middle...]))
  }

  private func items(_ rows: [String]) throws -> [Item] {
    try support.imported(
      SourceDocument(name: "方案.docx", blocks: [.table(Sheet.table([heading] + rows))])
    ).items
  }

  private func first() throws -> String { "1|\(try support.words("1.1"))|起草办法。|校团委|2020年7月" }

  @Test(.bug(id: "16", "the rest of a row behind repeated headings became an item of its own"))
  func `a row goes on below headings that are printed again`() throws {
    let items = try items([
      try first(), "2|\(halves.first)|起草办法并|校团委、|2020年", heading,
      "|\(halves.rest)|印发全校。|学工部|8月底前",
    ])
    #expect(items.map(\.id.description) == ["1.1", "2.1"])
    let item = try #require(items.last)
    #expect(item.content == halves.first + halves.rest)
    #expect(item.measures.map(\.text) == ["起草办法并印发全校。"])
    #expect(item.departments.lead == ["校团委", "学工部"])
    #expect(item.deadline.due?.description == "2020-08-31" && item.deadline.text == "2020年8月底前")
  }

  @Test func `a row goes on in the next table, with or without headings`() throws {
    for head in [[heading], []] {
      let document = SourceDocument(
        name: "方案.docx",
        blocks: [
          .table(Sheet.table([heading, try first(), "2|\(halves.first)|起草办法。|校团委|2020年8月"])),
          .table(
            Sheet.table(
              head + ["|\(halves.rest)|||", "3|\(try support.words("2.2"))|宣讲。|校团委|2020年9月"])),
        ])
      let items = try support.imported(document).items
      #expect(items.map(\.id.description) == ["1.1", "2.1", "2.2"])
      #expect(items[1].content == halves.first + halves.rest)
    }
  }

  @Test func `what may be an item of its own stays one`() throws {
    let whole = try support.words("1.2")
    let others = [
      // The content above is whole.
      ("2|\(whole)|宣讲。|校团委|2020年8月", "|\(halves.rest)|||"),
      // The row has a day, departments, a number or a number in its words of its own.
      ("2|\(halves.first)|宣讲。|校团委|2020年8月", "|\(halves.rest)|||2020年9月"),
      ("2|\(halves.first)|宣讲。|校团委|2020年8月", "|\(halves.rest)||学工部|"),
      ("2|\(halves.first)|宣讲。|校团委|2020年8月", "3|\(halves.rest)|||"),
      ("2|\(halves.first)|宣讲。|校团委|2020年8月", "|（2）\(halves.rest)|||"),
      // Neither ends as a sentence: two short titles.
      ("2|制定学生会改革实施方案并报审|宣讲。|校团委|2020年8月", "|召开全校学生会改革动员大会|||"),
      ("2|制定方案|宣讲。|校团委|2020年8月", "|\(halves.rest)|||"),
    ]
    for (above, below) in others {
      let items = try items([try first(), above, below])
      #expect(items.count == 3, "\(below)")
    }
  }
}
