import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Items told in lines of labels, and labels above the words of their item.
struct LabelledCardsTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func imported(_ body: [String], _ name: String = "方案.txt") throws -> PlanSupport.Imported
  {
    let lines = ["青禾学院学生会深化改革实施方案", "2020年6月1日"] + body
    let text = lines.joined(separator: "\n") + "\n"
    return try support.imported(PlanReader.read(bytes: Array(text.utf8), name: name))
  }

  private func card(
    _ clause: String, _ department: String, _ deadline: String,
    measures: [String] = ["落实措施：起草办法"]
  ) throws -> [String] {
    ["", "改革内容：\(try support.words(clause))"] + measures
      + ["责任单位：\(department)", "完成时限：\(deadline)"]
  }

  @Test(
    .bug(id: "16", "the last numbered line before the cards took the first card's day"),
    arguments: ["方案.txt", "方案.md"])
  func `cards in lines of text are items`(name: String) throws {
    let measures = ["落实措施：", "1. 起草办法", "2. 印发全校"]
    let plan = try imported(
      ["1. 动员部署。", "2. 组织实施。", "3. 总结验收。"]
        + card("1.1", "校团委", "2020年7月", measures: measures)
        + card("1.2", "学工部", "2020年8月", measures: measures)
        + ["", "青禾学院学生会", "2020年6月1日"], name)
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(plan.items.map(\.deadline.due?.description) == ["2020-07-31", "2020-08-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.allSatisfy { $0.measures.map(\.text) == ["起草办法", "印发全校"] })
  }

  @Test func `words between two cards may belong to either, and are asked about`() throws {
    #expect(throws: PlanReadError.noPlan(file: "方案.txt", tables: [])) {
      try imported(
        card("1.1", "校团委", "2020年7月") + ["另行通知"] + card("1.2", "学工部", "2020年8月"))
    }
  }

  @Test func `a card alone, without content or with two contents is none`() throws {
    let one = try card("1.1", "校团委", "2020年7月")
    let twice = one + ["改革内容：\(try support.words("1.2"))"]
    let lacking = one.filter { !$0.hasPrefix("改革内容") }
    let openEnd = one + ["改革内容：\(try support.words("1.2"))", "责任单位：校团委", "落实措施：起草办法", "另行通知"]
    let doubled = one + ["责任单位：学工部"]
    for body in [one, one + twice, lacking + lacking, openEnd, doubled + doubled] {
      #expect(throws: PlanReadError.noPlan(file: "方案.txt", tables: [])) { try imported(body) }
    }
  }

  private func numbered(_ above: [(String, String)], last: [String]) throws -> [String] {
    try ["一、重点任务"]
      + zip(["1.1", "1.2", "1.3"], above).enumerated().flatMap { place, row in
        [
          "责任单位：\(row.1.0)", "完成时限：\(row.1.1)",
          "\(place + 1). \(try support.words(row.0))", "落实措施：起草办法",
        ]
      } + last
  }

  private let values = [("校团委", "2020年7月"), ("学工部", "2020年8月"), ("组织部", "2020年9月")]

  @Test(.bug(id: "16", "each item took the day of the next one"))
  func `labels above the numbers belong to the item below them, and that is flagged`() throws {
    let plan = try imported(numbered(values, last: []))
    #expect(
      plan.items.map(\.deadline.due?.description) == ["2020-07-31", "2020-08-31", "2020-09-30"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["组织部"]])
    #expect(plan.items.allSatisfy { $0.flags.contains(.readFromSentence) })
    #expect(plan.items.allSatisfy { $0.measures.map(\.text) == ["起草办法"] })
  }

  @Test func `labels that do not stand above each number leave those below their items`() throws {
    let lines = try numbered(Array(values.prefix(2)), last: [])
    let plan = try imported(
      lines + ["3. \(support.words("1.3"))", "4. \(support.words("1.4"))", "落实措施：起草办法"])
    #expect(plan.items.map(\.deadline.due?.description) == ["2020-08-31", nil, nil, nil])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.readFromSentence) })
  }

  @Test func `labels behind the last number leave those below their items`() throws {
    let plan = try imported(numbered(values, last: ["责任单位：宣传部", "完成时限：2020年10月"]))
    #expect(
      plan.items.map(\.deadline.due?.description) == ["2020-08-31", "2020-09-30", "2020-10-31"])
  }
}
