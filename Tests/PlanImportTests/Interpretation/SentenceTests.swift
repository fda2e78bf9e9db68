import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// What the sentences of an item state: until when, by whom, and what goes on afterwards.
struct SentenceTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  /// The items of a plan in running text, one a line.
  private func items(_ lines: [String]) throws -> [Item] {
    let words =
      ["青禾学院学生会深化改革实施方案（2020年）", "2020年6月1日", "一、重点任务"]
      + lines.enumerated().map { "\($0.offset + 1).\($0.element)" }
    return try support.imported(
      SourceDocument(
        name: "方案.docx",
        blocks: words.enumerated().map {
          .paragraph(
            SourceParagraph(
              text: $0.element, location: .paragraph(file: "方案.docx", index: $0.offset + 1)))
        })
    ).items
  }

  /// An item between two that are plain.
  private func item(_ sentence: String) throws -> Item {
    let found = try items([
      "\(try support.words("1.1"))。", sentence, "\(try support.words("1.3"))。",
    ])
    return try #require(found.count == 3 ? found[1] : nil)
  }

  @Test(
    .bug(id: "16", "a day at the front of a sentence was left, a verb was part of a department"),
    arguments: [
      ("2020年6月底前修订学生会章程。", "2020-06-30", []), ("在2020年7月底前起草骨干遴选办法。", "2020-07-31", []),
      ("校团委于2020年8月15日前制定经费管理办法。", "2020-08-15", ["校团委"]),
      ("9月底前召开学生代表大会。", "2020-09-30", []),
      ("由校学生会在2020年9月底前完成机构精简。", "2020-09-30", []),
      ("精简机构，由校学生会在2020年9月底前完成。", "2020-09-30", ["校学生会"]),
      ("精简机构，2020年9月底前由校学生会完成。", "2020-09-30", ["校学生会"]),
      ("请校团委牵头，2020年9月底前完成遴选办法修订。", "2020-09-30", ["校团委"]),
      ("责成财务处负责，2020年12月底前完成经费审计。", "2020-12-31", ["财务处"]),
      ("交学工部负责，2020年12月底前完成考核。", "2020-12-31", ["学工部"]),
      ("交通学院负责，2020年12月底前完成考核。", "2020-12-31", ["交通学院"]),
    ] as [(String, String, [String])])
  func `a day and a name are read from a sentence`(
    sentence: String, due: String, lead: [String]
  ) throws {
    let item = try item(sentence)
    #expect(item.deadline.due?.description == due, "\(item.deadline.text)")
    #expect(item.departments.lead == lead)
    #expect(item.flags.contains(.readFromSentence))
  }

  @Test func `who takes part is kept beside who does the work`() throws {
    let item = try item("校团委于2020年8月15日前制定经费管理办法，学工部配合。")
    #expect(item.departments.lead == ["校团委"] && item.departments.supporting == ["学工部"])
  }

  @Test(
    .bug(id: "16", "what goes on after its day was read as due and done"),
    arguments: [
      "2020年11月30日前完成考核制度建设，并长期坚持。", "2020年11月30日前，修订考核制度，长期坚持。",
      "完善考核制度，2020年11月30日前落实到位并长期坚持。", "2020年11月30日前修订考核制度，并长期坚持。",
    ])
  func `what goes on after its day does so`(sentence: String) throws {
    let deadline = try item(sentence).deadline
    #expect(deadline.due?.description == "2020-11-30", "\(deadline.text)")
    #expect(deadline.isOngoing, "\(deadline.text)")
  }

  @Test(arguments: [
    "2020年9月底前出台办法，推动工作常态化。", "2020年9月底前出台办法，不断完善制度。", "2020年9月底前出台办法，持续推进改革。",
  ])
  func `further work behind a day is no going on`(sentence: String) throws {
    let deadline = try item(sentence).deadline
    #expect(deadline.due?.description == "2020-09-30" && !deadline.isOngoing, "\(deadline.text)")
  }

  @Test(arguments: [
    "2020年6月底前印发的通知要求修订学生会章程。", "按照2020年6月底前的会议精神修订学生会章程。",
    "2020年6月底前起草学生会章程，2020年9月底前征求意见。", "修订学生会章程，长期坚持。",
    "在2020年5月底前试点的基础上修订学生会章程。",
  ])
  func `a day of something else, or one of several, is none of the item`(sentence: String) throws {
    #expect(try item(sentence).deadline.due == nil)
  }
}
