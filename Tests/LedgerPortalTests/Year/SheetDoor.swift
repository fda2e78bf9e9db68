import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// The year by sheets: reports and reviews go out as workbooks and come back filled in.
struct SheetDoor: YearDoor {
  /// One sheet to fill in, as the script takes it.
  private struct Filling: Encodable {
    var blank: String
    var filled: String
    var answers: [String: [String: String]]
    var person: String
  }

  func take(_ act: YearAct, _ office: YearOffice) throws {
    switch act {
    case .reports(let answers, let corrections, let misspelt):
      try report(answers, corrections, misspelt, office)
    case .review(let decisions, let actor): try review(decisions, by: actor, office)
    default: try CommandLineDoor.take(act, office)
    }
  }

  private func fill(_ sheets: [Filling]) throws {
    let text = String(decoding: try JSONEncoder().encode(sheets), as: UTF8.self)
    _ = try Python.run(SheetFilling.many, [text])
  }

  private func report(
    _ answers: [YearAnswer], _ corrections: [YearAct], _ misspelt: String?, _ office: YearOffice
  ) throws {
    let (out, back) = (office.path("发出\(office.day)"), office.path("收回\(office.day)"))
    office.run(["sheet", "export", "--all", "--output", out])
    for correction in corrections { try CommandLineDoor.take(correction, office) }
    let departments = Set(answers.map(\.department)).sorted()
    try FileManager.default.createDirectory(atPath: back, withIntermediateDirectories: true)
    _ = try office.files(answers.flatMap(\.files), in: "收回\(office.day)")
    let sheets = departments.map { department in
      let file = "\(department)-填报表-\(office.day.prefix(7)).xlsx"
      let own = answers.filter { $0.department == department }
      return Filling(
        blank: "\(out)/\(file)", filled: "\(back)/\(file)",
        answers: Dictionary(uniqueKeysWithValues: own.map { ($0.item, cells($0)) }),
        person: own[0].person)
    }
    if let misspelt, let place = departments.firstIndex(of: misspelt) {
      var wrong = sheets[place]
      for item in wrong.answers.keys { wrong.answers[item]?["佐证文件"] = "没有的文件.pdf" }
      try fill([wrong])
      let refused = office.tried(["sheet", "import", wrong.filled])
      #expect(refused.status == .refused && refused.messages.contains("[sheet-file-missing]"))
    }
    try fill(sheets)
    var force: [String] = []
    if !corrections.isEmpty {
      let looked = office.tried(["sheet", "import", back, "--dry-run"])
      #expect(looked.status == .overtaken && looked.messages.contains("[sheet-item-changed]"))
      force = corrections.flatMap { correction -> [String] in
        if case .correct(let item, _, _, _, _) = correction { ["--force-item", item] } else { [] }
      }
    }
    office.run(["sheet", "import", back] + force)
    let again = office.run(["sheet", "import", back])
    #expect(again.contains("先前已登记") && !again.contains("条记录"), "\(again)")
  }

  private func cells(_ answer: YearAnswer) -> [String: String] {
    var cells: [String: String] = [:]
    if !answer.note.isEmpty { cells["本月进展"] = answer.note }
    let prefix = answer.measure.map { "措施\($0)：" } ?? ""
    if !answer.files.isEmpty {
      cells["佐证文件"] = answer.files.map { prefix + $0 }.joined(separator: "\n")
    }
    if !answer.number.isEmpty { cells["文号"] = answer.number }
    if !answer.summary.isEmpty {
      cells["完成情况说明"] = answer.summary
      cells["申请销号"] = "是"
    }
    return cells
  }

  private func review(_ decisions: [YearDecision], by actor: String, _ office: YearOffice) throws {
    let out = office.path("审核\(office.day)")
    office.run(["sheet", "export", "--review", "--output", out])
    let file = "\(out)/审核表-\(office.day).xlsx"
    let answers = decisions.map {
      ($0.item, ["审核决定": $0.closes ? "销号" : "退回", "意见或理由": $0.words])
    }
    try fill([
      Filling(
        blank: file, filled: file, answers: Dictionary(uniqueKeysWithValues: answers),
        person: actor)
    ])
    office.run(["sheet", "import", file])
  }
}
