import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// What hostile hands leave behind, and inputs of a hostile size, through the program.
struct HostileInputTests {
  private let desk: Desk
  private static let options = " --ledger 台账 --today 2020-08-01"

  init() throws { desk = try Desk.withPlan() }

  @Test func `restoring lists what a backup brings, and what of it nothing uses`() throws {
    for (folder, name) in [
      ("tasks", "acceptance-2020.md"), ("tasks", "别的.md"), ("templates", "monthly.mustache"),
      ("templates", "printed.lua"),
    ] {
      try FileManager.default.createDirectory(
        atPath: desk.path("台账/" + folder), withIntermediateDirectories: true)
      let builtIn = SharedDocuments.repository.appendingPathComponent(folder + "/" + name)
      let bytes = (try? Data(contentsOf: builtIn)) ?? Data("另有".utf8)
      try desk.write("台账/\(folder)/\(name)", [UInt8](bytes))
    }
    #expect(desk.run("backup 备份.zip" + Self.options).status == .fine)
    for words in ["", " --dry-run"] {
      let restored = desk.run("restore 备份.zip --ledger 新" + words)
      #expect(restored.status == .fine, "\(restored.messages)")
      let lines = restored.messages.split(whereSeparator: \.isNewline)
      let used = lines.filter {
        $0.contains("tasks/acceptance-2020.md") && $0.contains("templates/monthly.mustache")
      }
      let unused = lines.filter { $0.contains("tasks/别的.md") && $0.contains("printed.lua") }
      #expect(!used.isEmpty && !unused.isEmpty, "\(restored.messages)")
      try? FileManager.default.removeItem(atPath: desk.path("新"))
    }
  }

  @Test func `only an anchor proves the tail, and the line of success says so`() throws {
    let plain = desk.run("verify --ledger 台账")
    #expect(plain.output.hasPrefix("校验相符"))
    #expect(plain.output.contains("只有与盖章件上的校验码核对才能证明"))
    let code = try #require(try desk.json("verify --json --ledger 台账")["head"] as? String)
    let anchored = desk.run("verify --anchor \(code) --ledger 台账")
    #expect(!anchored.output.contains("只有与盖章件上的校验码核对才能证明"))
    desk.run("note 1.2 进展 --actor 学工部" + Self.options)
    let longer = try #require(try desk.json("verify --json --ledger 台账")["head"] as? String)
    try FileManager.default.removeItem(atPath: desk.path("台账"))
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
    desk.run(["import", Desk.samplePlan, "--ledger", "台账", "--today", "2020-07-20"])
    // The tail is cut off: the chain is whole, and the anchor alone shows it.
    #expect(desk.run("verify --ledger 台账").status == .fine)
    #expect(desk.run("verify --anchor \(longer) --ledger 台账").status == .integrity)
    #expect(desk.run("verify --anchor \(code) --ledger 台账").status == .fine)
  }

  @Test func `what a killed backup leaves is found by the doctor`() throws {
    let left = ".备份.zip.\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: desk.path(left), withIntermediateDirectories: true)
    try desk.write(left + "/ledger.sqlite", [UInt8](desk.ledgerBytes()))
    let seen = desk.run("doctor --ledger 台账 --today 2020-08-01")
    #expect(seen.status == .refused)
    #expect(seen.messages.contains("[draft-leftover]"), "\(seen.messages)")
    #expect(seen.messages.contains(left))
  }

  /// Marks that turn the direction of writing, end lines or are invisible.
  private static let marks = ["\u{202E}", "\u{061C}", "\u{2028}", "\u{2066}", "\u{FEFF}"]

  @Test(arguments: marks)
  func `no mark that misleads a reader is printed as JSON`(_ mark: String) throws {
    desk.run(
      ["note", "1.2", "甲\(mark)乙", "--actor", "学工部", "--ledger", "台账"]
        + ["--today", "2020-08-01"])
    try desk.write("证\(mark)明.txt", Array("材料".utf8))
    desk.run(
      ["attach", "1.2", "./证\(mark)明.txt", "--actor", "学工部", "--ledger", "台账"]
        + ["--today", "2020-08-01", "--caption", "甲\(mark)乙"])
    for line in ["show 1.2 --json", "history --json", "export --events", "list --json"] {
      let outcome = desk.run(line + Self.options)
      #expect(outcome.status == .fine, "\(outcome.messages)")
      #expect(!outcome.output.contains(mark), "\(line)")
      #expect(outcome.output.contains("甲"))
    }
  }

  /// A cell that takes minutes where reading it is not linear, or traps where a number is too large.
  private static let cells: [String] = [
    String(repeating: "9", count: 160_000), String(repeating: "学工部（团委、", count: 16_000),
    "主席团成员不超过9223372036854775807人", "共99999999999999999999999人",
    String(repeating: "非", count: 60_000), String(repeating: "（2020年", count: 10_000),
  ]

  @Test(arguments: cells.indices, 0..<4)
  func `a hostile cell is read in one pass or refused`(cell: Int, column: Int) throws {
    var row = ["9", "制定章程", "2020年9月", "学工部"]
    row[column] = Self.cells[cell]
    let plan = """
      # 某学院改革方案

      | 序号 | 改革内容 | 完成时限 | 实施部门 |
      |---|---|---|---|
      | 1 | 召开大会 | 2020年9月 | 团委 |
      | \(row.joined(separator: " | ")) |

      """
    try desk.write("恶.md", Array(plan.utf8))
    let read = desk.run("import 恶.md --dry-run --json --update" + Self.options)
    #expect([.fine, .refused, .unreadableInput].contains(read.status), "\(read.messages)")
  }

  @Test(arguments: [
    "9223372036854775807", "-9223372036854775808", "99999999999999999999999999", "1/0",
    String(repeating: "9", count: 160_000),
  ])
  func `a figure of a hostile size is counted or refused`(_ value: String) throws {
    for name in ["工作人员", "代表", "学生总数", "来自院系"] {
      let set = desk.run(
        ["fact", "set", name, value, "--actor", "校团委", "--ledger", "台账"]
          + ["--today", "2020-08-01"])
      #expect([.fine, .refused, .unreadableInput, .usage].contains(set.status), "\(set.messages)")
    }
    let paper = desk.run("report filing-form" + Self.options)
    #expect(paper.status == .fine, "\(paper.messages)")
    #expect(desk.run("verify --ledger 台账").status == .fine)
  }
}
