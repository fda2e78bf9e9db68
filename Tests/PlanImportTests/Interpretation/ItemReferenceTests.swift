import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// 同第1项 takes the words of the item that it names, as 同上 takes those above.
struct ItemReferenceTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  @Test(
    arguments: zip(
      [
        "同第1项", "同1.1", "同第一项", "（同第3项）", "与第2项相同", "见序号4", "同序号12。", "详见第2条落实措施", "同 1—1", "同任务2",
        "同第10项措施", "同上", "同2020年", "与3个部门会商", "按第2次会议要求整改", "同学1人", "见附件1", "同第1项，并报送省团委", "与学工部相同",
        "按第2条执行", "见第3款", "见第3项",
      ],
      [
        "1", "1.1", "1", "3", "2", "4", "12", "2", "1.1", "2", "10", nil, nil, nil, nil, nil, nil,
        nil, nil, nil, nil, "3",
      ] as [String?]))
  func `words that name another item by its number are told`(words: String, number: String?) {
    #expect(ItemReference.number(in: words) == number)
  }

  private let heading = "序号|改革内容|落实措施|完成时限|实施部门"

  @Test(.bug(id: "desk", "同第1项 was registered as a measure"))
  func `measures, deadline and departments of the named item are taken over and flagged`() throws {
    let plan = try support.imported(
      Sheet.document(
        heading, "1|压缩机构规模|（1）起草名单；（2）征求意见。|2020年6月|校团委、学工部", "2|撤并部门人员|同第1项|同第1项|同第1项",
        "3|修订评议办法|同第2项|同上|同1"))
    let items = plan.draft.items
    #expect(items.map(\.measures.count) == [2, 2, 2])
    #expect(items.map { $0.deadline.due?.description } == Array(repeating: "2020-06-30", count: 3))
    #expect(items.map(\.departments.lead) == Array(repeating: ["校团委", "学工部"], count: 3))
    for item in items.dropFirst() {
      #expect(
        item.flags.isSuperset(of: [.measureInherited, .deadlineInherited, .departmentInherited]))
      #expect(!item.flags.contains(.departmentDoubtful))
    }
  }

  @Test(.bug(id: "desk", "the words 同第1项 were gone once they had been followed"))
  func `the words that named the item are said beside what was taken`() throws {
    let plan = try support.imported(
      Sheet.document(
        heading, "1|压缩机构规模|（1）起草名单；（2）征求意见。|2020年6月|校团委、学工部", "2|撤并部门人员|同第1项|（同第1项）|见序号1",
        "3|修订评议办法|同第2项|2020年7月|同第9项"))
    let said = plan.notes.filter { $0.code == "reference-taken" }
    #expect(
      said.map(\.message) == [
        "「撤并部门人员」的措施写作「同第1项」，按所指的条目取「起草名单； 征求意见。」",
        "「撤并部门人员」的时限写作「（同第1项）」，按所指的条目取「2020年6月」",
        "「撤并部门人员」的部门写作「见序号1」，按所指的条目取「校团委、学工部」",
        "「修订评议办法」的措施写作「同第2项」，按所指的条目取「起草名单； 征求意见。」",
      ])
    #expect(said.allSatisfy { $0.location != nil && $0.remedy?.parts.isEmpty == false })
  }

  @Test(.bug(id: "16", "同第1项，并组织宣讲 stayed a measure without a flag"))
  func `what is said beside a named item stays behind what is taken over`() throws {
    let plan = try support.imported(
      Sheet.document(
        heading + "|备注", "1|压缩机构规模|（1）起草名单；（2）征求意见。|2020年6月|校团委、学工部|每月报送",
        "2|撤并部门人员|同第1项，并组织宣讲|2020年7月|同第1项牵头，教务处配合|同第1项",
        "3|修订评议办法|1.制定方案/2.同第1项|2020年7月|校团委|见第1项"))
    let items = plan.draft.items
    #expect(items[1].measures.map(\.text) == ["起草名单；", "征求意见。", "并组织宣讲"])
    #expect(items[1].measures.map(\.number) == [1, 2, 3])
    #expect(items[1].departments.lead == ["校团委", "学工部"])
    #expect(items[1].departments.supporting == ["教务处"])
    #expect(items[1].remark == "每月报送")
    #expect(
      items[1].flags.isSuperset(of: [.measureInherited, .departmentInherited, .remarkInherited]))
    #expect(items[2].measures.map(\.text) == ["制定方案", "起草名单；", "征求意见。"])
    #expect(items[2].flags.contains(.measureInherited))
    // 见 sends the reader there and takes nothing over.
    #expect(items[2].remark == "见第1项" && !items[2].flags.contains(.remarkInherited))
    let said = plan.notes.filter { $0.code == "reference-taken" }.map(\.message)
    #expect(said.count == 4)
    #expect(said.contains { $0.contains("同第1项，并组织宣讲") && $0.contains("起草名单") })
    #expect(said.contains { $0.contains("备注写作「同第1项」，按所指的条目取「每月报送」") })
  }

  @Test func `a named item that has nothing gives nothing`() throws {
    let plan = try support.imported(
      Sheet.document(
        heading + "|备注", "1|压缩机构规模||2020年6月|校团委|", "2|撤并部门人员|同第1项，并组织宣讲|2020年7月|校团委|同第1项"))
    let item = try #require(plan.draft.items.last)
    #expect(item.measures.map(\.text) == ["同第1项，并组织宣讲"])
    #expect(item.remark == "同第1项")
    #expect(item.flags.isSuperset(of: [.measureInherited, .remarkInherited]))
  }

  @Test func `what names no item stays as it is written and is said`() throws {
    let plan = try support.imported(
      Sheet.document(
        heading, "1|压缩机构规模|起草名单|2020年6月|校团委", "2|撤并部门人员|同第9项|同第9项|同第9项",
        "3|修订评议办法|同第3项|2020年7月|校团委"))
    #expect(plan.draft.items[1].measures.map(\.text) == ["同第9项"])
    #expect(plan.draft.items[1].deadline.meaning == .unreadable)
    #expect(plan.draft.items[1].flags.contains(.departmentDoubtful))
    let said = plan.findings.filter { $0.code == "measure-inherited" }.map(\.message)
    #expect(said.count == 2)
    #expect(said.allSatisfy { $0.contains("没有找到所指的条目") })
  }

  @Test func `a number that begins again in each task is that of the same task`() throws {
    let plan = try support.imported(
      Sheet.document(
        "任务|改革内容|落实措施|完成时限|实施部门", "精简机构|1. 压缩机构规模|起草名单|2020年6月|校团委",
        "^|2. 撤并部门人员|同第1项|2020年6月|校团委", "从严治会|1. 修订评议办法|制定评议办法|2020年7月|校团委",
        "^|2. 完善公示制度|同第1项|2020年7月|校团委"))
    #expect(
      plan.draft.items.map { $0.measures.map(\.text) } == [
        ["起草名单"], ["起草名单"], ["制定评议办法"], ["制定评议办法"],
      ])
  }
}
