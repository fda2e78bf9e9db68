import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// A month of a school with eight departments, 27 items and 46 files of evidence, by sheets: what the
/// office types, and what it reads.
struct SheetMonth {
  static let departments = ["党政办", "组织部", "宣传部", "学工部", "校团委", "教务处", "保卫处", "校学生会"]

  let desk: Desk
  private let options = " --ledger 台账 --actor 校团委"
  private var items: [String: [String]] = [:]

  init() throws {
    desk = try Desk()
    try desk.write("方案.md", Array(try Self.plan().utf8))
    run("init --school 南岭工程职业学院", on: "2020-07-20")
    run("import 方案.md", on: "2020-07-20")
    let read = try desk.json("sheet status --json --ledger 台账 --today 2020-08-20")
    for line in read["departments"] as? [[String: Any]] ?? [] {
      items[line["name"] as? String ?? ""] = line["items"] as? [String] ?? []
    }
  }

  /// The sample plan with its items given to eight departments in turn.
  private static func plan() throws -> String {
    let text = try String(
      contentsOf: SharedDocuments.repository.appendingPathComponent("tasks/example-plan.md"),
      encoding: .utf8)
    var place = 0
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 9, !line.contains("实施部门"), !line.contains("---") else {
        return String(line)
      }
      cells[7] = " \(departments[place % departments.count]) "
      place += 1
      return cells.joined(separator: "|")
    }.joined(separator: "\n")
  }

  /// Runs a command that is not shown.
  @discardableResult
  func run(_ line: String, on day: String) -> Desk.Outcome {
    let outcome = desk.run(line + options + " --today \(day)")
    #expect(outcome.status == .fine, "\(line): \(outcome.messages)")
    return outcome
  }

  /// Runs a command and shows it as it looks on a screen.
  func shown(_ line: String, on day: String) -> (text: String, outcome: Desk.Outcome) {
    // Whoever only reads does not sign.
    let signed = line.hasPrefix("report") ? " --ledger 台账" : options
    let outcome = desk.run(line + signed + " --today \(day)")
    let code = outcome.status == .fine ? "" : "（退出码 \(outcome.status.rawValue)）\n"
    // Commands are shown as in the ledger's own folder, and so is what they print.
    let printed = (outcome.messages + outcome.output).replacing(" --ledger 台账", with: "")
    return ("$ xiaohao \(line)\n\(printed)\(code)", outcome)
  }

  /// The number of items and of files of evidence.
  var counts: (items: Int, files: Int) {
    let all = items.values.flatMap(\.self)
    return (all.count, all.indices.map { Self.files(of: $0).count }.reduce(0, +))
  }

  private static func files(of place: Int) -> [String] {
    place < 19 ? ["工作方案.pdf", "会议签到表.jpg"] : ["工作方案.pdf"]
  }

  /// The departments fill their sheets in and put the evidence beside them.
  ///
  /// - Parameter hasMistakes: Whether three of them make a mistake, as they did at first.
  /// - Throws: What the disk or the program that fills them in refuses.
  func fillIn(hasMistakes: Bool) throws {
    var place = 0
    for department in Self.departments {
      let folder = desk.path("收回/\(department)")
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      var answers: [String: [String: String]] = [:]
      for id in items[department] ?? [] {
        let files = Self.files(of: place).map { "\(id)\($0)" }
        for file in files {
          try Data("\(department)的\(file)".utf8).write(
            to: URL(fileURLWithPath: folder + "/" + file))
        }
        answers[id] = [
          "本月进展": "已按方案落实第 \(id) 条。", "佐证文件": files.joined(separator: "\n"), "形成日期": "2020-08-25",
        ]
        if place % 3 == 0 {
          answers[id]?["完成情况说明"] = "第 \(id) 条已全部完成，材料齐全。"
          answers[id]?["申请销号"] = "是"
        }
        place += 1
      }
      if hasMistakes, let id = items[department]?.first {
        switch department {
        case "宣传部": answers[id]?["佐证文件"] = "\(id)会议签倒表.jpg"
        case "教务处": answers[id]?["形成日期"] = "八月底"
        case "保卫处": answers[id]?["申请销号"] = "差不多"
        default: break
        }
      }
      let name = "\(department)-填报表-2020-08.xlsx"
      let json = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
      _ = try Python.run(
        SheetFilling.script, [desk.path("发出/" + name), folder + "/" + name, json, ""])
    }
  }

  /// The item of the students' union that the office corrects after the sheets went out.
  var corrected: String { items["校学生会"]?.first ?? "" }

  /// The whole month as the article shows it.
  ///
  /// - Returns: The article, and how the five commands ended.
  /// - Throws: What the disk or a program refuses.
  func article() throws -> (text: String, statuses: [Int32]) {
    let export = shown("sheet export --all --output 发出 --return-by 2020-08-28", on: "2020-08-20")
    try fillIn(hasMistakes: true)
    run("revise \(corrected) --content 制定工作指引，优化校、系两级学生会机构，压减人员规模 --reason 会议明确", on: "2020-08-26")
    let looked = shown("sheet import 收回 --dry-run", on: "2020-08-31")
    let first = shown("sheet import 收回", on: "2020-08-31")
    try fillIn(hasMistakes: false)
    let second = shown("sheet import 收回 --force-item \(corrected)", on: "2020-08-31")
    let paper = shown("report monthly 2020-08 --output 月报.md", on: "2020-08-31")
    let lines = try desk.text("月报.md").split(separator: "\n", omittingEmptySubsequences: false)
    let (items, files) = counts
    let text = """
      # 用表走一个月（实录）

      八个部门、\(items) 条任务、\(files) 个佐证文件，从发表到月报，办公室一共敲五条命令。下面是屏幕上的原样，由测试照着跑，改了程序没有改这里，测试就不过。

      ## 一、发表（8月20日）

      ```
      \(export.text)```

      八张表发给各部门，部门照 <doc:SheetsForOwners> 填好，和佐证文件一起交回来，放在「收回」里，一个部门一个文件夹。其间会议改了第 \(corrected) 条的内容，办公室已在台账里更正。

      ## 二、先看一遍（8月31日）

      ```
      \(looked.text)```

      三处写错（文件名写错一个字、日期认不出、申请一格认不出），一处冲突（第 \(corrected) 条导出后有变），都说明了在哪个文件、哪一页、哪一格。

      ## 三、登记没有问题的

      ```
      \(first.text)```

      有问题的四张表一个字也没有登记，旁边各有一份回执，写明哪一格怎么改，退给部门。

      ## 四、改好的再收一次

      ```
      \(second.text)```

      第 \(corrected) 条两边核对过，照表登记。先前登记过的四张表再读一次，什么也不多。

      ## 五、出月报

      ```
      \(paper.text)```

      月报的开头：

      ```
      \(lines.prefix(24).joined(separator: "\n"))
      ```

      """
    let outcomes = [export, looked, first, second, paper].map(\.outcome.status.rawValue)
    return (text, outcomes)
  }
}
