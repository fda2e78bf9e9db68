import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Ticks below stages of the work take the end that the plan's own text gives the stage.
struct StageColumnTests {
  let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func imported(
    _ headings: String, _ cells: [String] = ["√|", "|√", "√|√"], before: [String]
  ) throws -> PlanSupport.Imported {
    let rows = try cells.enumerated().map { place, cells in
      "\(place + 1)|明确职能定位|\(try support.words("1.\(place + 1)"))|校团委|\(cells)"
    }
    return try support.imported(
      SourceDocument(
        name: "方案.docx",
        blocks: (["青禾学院学生会深化改革实施方案", "2020年3月1日"] + before).enumerated().map {
          .paragraph(
            SourceParagraph(
              text: $0.element, location: .paragraph(file: "方案.docx", index: $0.offset + 1)))
        } + [.table(Sheet.table(["序号|任务|改革内容|责任部门|\(headings)"] + rows))]))
  }

  private func dues(_ plan: PlanSupport.Imported) -> [String?] {
    plan.items.map { $0.deadline.due?.description }
  }

  @Test(arguments: [
    ["第一阶段（2020年6月底前）", "第二阶段（2020年9月底前）"],
    ["（一）第一阶段：动员部署（2020年6月底前）", "（二）第二阶段：组织实施（2020年7月至9月）"],
    ["第一阶段（动员部署）：2020年6月底前完成摸底。", "第二阶段：2020年9月底前，全面落实。"],
    ["改革分两步走：第1阶段（2020年6月底前）摸底，第2阶段（2020年9月底前）落实。"],
    ["1．第一阶段为2020年4月至6月；第二阶段为2020年7月至9月。"],
  ])
  func `a tick below a stage is due when the text says that the stage ends`(
    text: [String]
  ) throws {
    let plan = try imported("第一阶段|第二阶段", before: text)
    #expect(dues(plan) == ["2020-06-30", "2020-09-30", "2020-09-30"])
    #expect(plan.items.allSatisfy { $0.flags.contains(.readFromSentence) })
    #expect(plan.items[0].deadline.text.contains("第一阶段"))
    #expect(
      plan.items.allSatisfy { item in
        DeadlineLanguage.read(item.deadline.text, year: 2020).due == item.deadline.due
      })
  }

  @Test func `a year that the text leaves out is that of the plan and said`() throws {
    let plan = try imported("第一阶段|第二阶段", before: ["第一阶段（6月底前）", "第二阶段（9月底前）"])
    #expect(dues(plan) == ["2020-06-30", "2020-09-30", "2020-09-30"])
    #expect(plan.items.allSatisfy { $0.flags.contains(.yearAssumed) })
  }

  @Test func `a heading that names its stage and its end needs no text`() throws {
    let plan = try imported("第一阶段（2020年6月底前）|第二阶段（2020年9月底前）", before: [])
    #expect(dues(plan) == ["2020-06-30", "2020-09-30", "2020-09-30"])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.readFromSentence) })
  }

  @Test(arguments: [
    [], ["第一阶段（2020年6月底前）"], ["第一阶段：2020年4月启动", "第二阶段（2020年9月底前）"],
    ["第一阶段（2020年6月底前）", "第二阶段（2020年9月底前）", "第二阶段（2020年10月底前）"],
    ["第一阶段（2020年5月、6月各一次，2020年6月底前）", "第二阶段适时开展"],
    ["摸底在第一阶段，2020年6月底前完成", "落实在第二阶段，2020年9月底前完成"],
  ])
  func `stages without one end each are left unread and said`(text: [String]) throws {
    let plan = try imported("第一阶段|第二阶段", before: text)
    #expect(dues(plan) == [nil, nil, nil])
    #expect(plan.notes.contains { $0.code == "column-unread" && $0.message.contains("第一阶段") })
    #expect(plan.notes.contains { $0.code == "column-missing" && $0.message.contains("完成时限") })
  }

  @Test func `a column of days counts before ticks`() throws {
    let plan = try imported(
      "完成时限|第一阶段|第二阶段", ["2020年5月|√|", "2020年8月||√"],
      before: ["第一阶段（2020年6月底前）", "第二阶段（2020年9月底前）"])
    #expect(dues(plan) == ["2020-05-31", "2020-08-31"])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.readFromSentence) })
  }
}
