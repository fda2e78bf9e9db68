import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// The office's own words, read by heading.
struct OfficeTextTests {
  private let list = TaskList(
    title: "任务列表", documentNumber: "",
    tasks: [
      ReformTask(number: 1, title: "明确职能定位", basis: "", clauses: []),
      ReformTask(number: 2, title: "改革运行机制", basis: "", clauses: []),
      ReformTask(number: 3, title: "", basis: "", clauses: []),
    ])

  private func draft(
    _ lines: String..., list: TaskList? = nil, profile: ReformProfile = ReformProfile()
  ) -> OfficeTextDraft {
    OfficeTextDraft(
      Sheet.lines(lines.joined(separator: "\n"), name: "文稿.docx"), list: list ?? self.list,
      profile: profile)
  }

  @Test(.bug(id: "newcomer", "the heading that the set's own report prints was no heading"))
  func `headings of the papers of a work are headings of its texts`() {
    let rows = TableRows.of("| 项目 | 内容 |\n|---|---|\n| 成效 | 整改成效 |\n| 落实情况 | 反馈问题整改落实情况 |\n")
    let profile = ReformProfile.read(rows: rows).profile
    let draft = draft(
      "一、反馈问题整改落实情况", "不属于哪一部分。", "二、整改成效", "群众满意。", profile: profile)
    #expect(draft.passages.map(\.part) == [.results])
    #expect(draft.passages.first?.paragraphs == ["群众满意。"])
    #expect(draft.strays.map(\.text) == ["不属于哪一部分。"])
    // The common names are headings in every work, and blank words are none.
    #expect(self.draft("成效", "好。", profile: profile).passages.map(\.part) == [.results])
    #expect(self.draft("整改成效", "好。").passages.isEmpty)
  }

  @Test(arguments: [
    "明确职能定位", "一、明确职能定位", "（一）明确职能定位", "1. 明确职能定位", "明 确 职 能 定 位", "　明确职能定位",
  ])
  func `the title of a task is its heading, with any number`(heading: String) {
    let draft = draft(heading, "修订了章程。", "", "印发了办法。")
    #expect(draft.passages.map(\.part) == [.task(1)])
    #expect(draft.passages.first?.paragraphs == ["修订了章程。", "印发了办法。"])
    #expect(draft.strays.isEmpty && draft.unknownHeadings.isEmpty)
  }

  @Test(arguments: [
    ("二、主要成效", OfficeText.Part.results), ("存在的问题", .problems), ("（三）下一步工作打算", .nextSteps),
    ("领导重视", .guidance), ("第3项任务", .task(3)),
  ])
  func `other parts are known by the names people give them`(heading: String, part: OfficeText.Part)
  {
    #expect(draft(heading, "内容。").passages.map(\.part) == [part])
  }

  @Test func `a part that comes twice is one, in the order of its first place`() {
    let draft = draft("存在问题", "甲。", "明确职能定位", "乙。", "主要问题", "丙。")
    #expect(draft.passages.map(\.part) == [.problems, .task(1)])
    #expect(draft.passages.first?.paragraphs == ["甲。", "丙。"])
  }

  @Test func `what stands under no heading or under one of the paper's own is a stray`() {
    let draft = draft("自评报告", "前言。", "明确职能定位", "甲。", "自评结论", "乙。", "改革运行机制", "丙。")
    #expect(draft.strays.map(\.text) == ["自评报告", "前言。", "乙。"])
    #expect(draft.passages.map(\.paragraphs) == [["甲。"], ["丙。"]])
  }

  @Test func `a place kept for words is none, and takes nothing from the part around it`() {
    let draft = draft("明确职能定位", "【待写】写明职能。", "甲。", "改革运行机制", "【待写】写明机制。")
    #expect(draft.passages.map(\.paragraphs) == [["甲。"]])
    #expect(draft.strays.isEmpty)
  }

  @Test(arguments: [
    ("队员素质", true), ("工作队伍", true), ("统一思想", true), ("2020年", false), ("工作队伍建设成果汇总说明表", false),
    ("修订章程。", false), ("甲、乙两项", false),
  ])
  func `a short line that may be another heading is named and kept`(line: String, isNamed: Bool) {
    let draft = draft("明确职能定位", "甲。", line)
    #expect(draft.passages.first?.paragraphs == ["甲。", line])
    #expect(draft.unknownHeadings.map(\.paragraphs) == (isNamed ? [[line]] : []))
  }

  @Test func `a title within a sentence is no heading`() {
    let draft = draft("明确职能定位", "改革运行机制进展顺利。", "（一）明确职能定位工作进展：已完成。")
    #expect(draft.passages.map(\.part) == [.task(1)])
    #expect(draft.passages.first?.paragraphs.count == 2)
  }

  @Test func `tables are counted and passed over`() {
    let draft = draft("明确职能定位", "甲。", "序号|数量", "1|2", "", "乙。")
    #expect(draft.tableCount == 1)
    #expect(draft.passages.first?.paragraphs == ["甲。", "乙。"])
  }

  @Test func `without a list the other parts are read all the same`() {
    let draft = OfficeTextDraft(
      Sheet.lines("成效\n甲。\n明确职能定位\n乙。"), list: nil, profile: ReformProfile())
    #expect(draft.passages.map(\.part) == [.results])
    #expect(draft.passages.first?.paragraphs.count == 3 || draft.unknownHeadings.count == 1)
  }
}
