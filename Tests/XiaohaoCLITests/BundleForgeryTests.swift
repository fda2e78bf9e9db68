import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Submissions that were changed and whose digests were all mended: what they carry enough for is
/// reckoned again, and what cannot be is named.
struct BundleForgeryTests {
  private let desk: Desk
  private static let options = " --ledger 台账 --today 2020-10-12"
  private static let claim = "自评通过"
  private static let denial = "尚不能作出自评通过的结论"

  /// A school that has not done everything.
  init() throws {
    desk = try TourTests.desk()
    desk.variables["PATH"] = "/nowhere"
  }

  private func bundle(withLog: Bool) throws -> ForgedBundle {
    let made = desk.run("bundle --out 报送" + (withLog ? " --with-log" : "") + Self.options)
    #expect(made.status == .fine, "\(made.messages)")
    let sound = desk.run("bundle verify 报送")
    #expect(sound.status == .fine, "\(sound.messages)")
    return ForgedBundle(desk: desk, folder: "报送")
  }

  private func expect(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let outcome = desk.run("bundle verify 报送")
    #expect(outcome.status == .integrity, sourceLocation: sourceLocation)
    #expect(
      outcome.messages.contains(words), "\(outcome.messages)", sourceLocation: sourceLocation)
  }

  /// Everything that names the verdict is changed: manifest, figures and papers.
  private func forgeVerdict(_ forged: ForgedBundle) throws {
    try forged.rewriteJSON("figures.json") { $0["reasons"] = [Any]() }
    for name in ["报送清单.md", "自评报告.md", "评估备案表.md"] {
      try forged.rewrite(name) { $0.replacing(Self.denial, with: Self.claim) }
    }
    try forged.rewriteManifest {
      $0["verdict"] = ["passes": true, "reasons": [Any](), "sentence": Self.claim] as [String: Any]
    }
  }

  @Test(arguments: [true, false])
  func `an edited verdict with all digests mended is refused`(withLog: Bool) throws {
    let forged = try bundle(withLog: withLog)
    try forgeVerdict(forged)
    expect("写明可以通过，但有条目没有办妥")
    if withLog { expect("结论或理由与清单不一致") }
  }

  @Test func `items called settled do not help while the log is there`() throws {
    let forged = try bundle(withLog: true)
    try forgeVerdict(forged)
    try forged.rewrite("figures.json") {
      $0.replacing("\"settled\" : false", with: "\"settled\" : true")
    }
    expect("按台账记录重算的数字与 figures.json 不一致")
    expect("结论或理由与清单不一致")
  }

  @Test(arguments: [true, false])
  func `a conclusion that only a paper draws is refused`(withLog: Bool) throws {
    let forged = try bundle(withLog: withLog)
    try forged.rewrite("自评报告.md") { $0.replacing(Self.denial, with: Self.claim) }
    expect("错误[bundle-paper-differs]: 「自评报告.md」")
  }

  @Test func `any word of a paper is compared while the log is there`() throws {
    let forged = try bundle(withLog: true)
    try forged.rewrite("改革情况报告.md") { $0.replacing("学校", with: "我校") }
    expect("错误[bundle-paper-differs]: 「改革情况报告.md」")
  }

  @Test(arguments: [true, false])
  func `an edited answer to an indicator is refused`(withLog: Bool) throws {
    let forged = try bundle(withLog: withLog)
    try forged.rewrite("bundle.json") { text in
      text.replacing("\"judgement\" : \"无法判定\"", with: "\"judgement\" : \"达标\"", maxReplacements: 1)
    }
    expect("指标的判定与清单不一致")
  }

  @Test(arguments: [true, false])
  func `edited counts are refused`(withLog: Bool) throws {
    let forged = try bundle(withLog: withLog)
    try forged.rewriteManifest { manifest in
      var counts = manifest["counts"] as? [String: Int] ?? [:]
      counts["closed", default: 0] += 1
      manifest["counts"] = counts
    }
    expect("条目或佐证的数目与清单不一致")
  }

  @Test(arguments: [true, false])
  func `derived rows that say something else are refused`(withLog: Bool) throws {
    let forged = try bundle(withLog: withLog)
    try forged.rewrite("rows.jsonl") {
      $0.replacing("\"status\":\"pending\"", with: "\"status\":\"closed\"")
    }
    expect(withLog ? "「rows.jsonl」与按包内数据重算的不一致" : "派生行里的条目状态与 figures.json 不一致")
  }

  @Test(arguments: [true, false])
  func `derived rows of another school are refused`(withLog: Bool) throws {
    let forged = try bundle(withLog: withLog)
    try forged.rewrite("rows.jsonl") { $0.replacing("\"school\":\"", with: "\"school\":\"别") }
    expect("「rows.jsonl」与按包内数据重算的不一致")
  }

  @Test func `a reason left out of the figures is missed`() throws {
    let forged = try bundle(withLog: false)
    try forged.rewriteJSON("figures.json") { figures in
      var reasons = figures["reasons"] as? [[String: Any]] ?? []
      reasons.removeFirst()
      figures["reasons"] = reasons
    }
    expect("不能通过的原因与条目、条款或指标的明细不一致")
  }

  @Test(arguments: ["\(Int.max)", "-1"])
  func `counts of a hostile size are refused and stop nobody`(count: String) throws {
    let forged = try bundle(withLog: false)
    try forged.rewrite("figures.json") {
      $0.replacing(/"(undecided|overdue|total)" : \d+/) { "\"\($0.1)\" : \(count)" }
    }
    expect("数目超出范围")
    let rollup = desk.run("rollup 报送 台账 --today 2020-10-12")
    #expect(rollup.status == .refused)
    #expect(rollup.messages.contains("报送"), "\(rollup.messages)")
  }

  @Test func `an edited row of evidence is refused while the log is there`() throws {
    let forged = try bundle(withLog: true)
    try forged.rewriteManifest { manifest in
      var evidence = manifest["evidence"] as? [[String: Any]] ?? []
      evidence[0]["documentNumber"] = "省〔2020〕1号"
      manifest["evidence"] = evidence
    }
    expect("错误[bundle-evidence-differs]")
  }

  @Test func `what cannot be reckoned again is named`() throws {
    let forged = try bundle(withLog: false)
    #expect(desk.run("bundle verify 报送").messages.contains("说明[bundle-without-log]"))
    try FileManager.default.removeItem(atPath: desk.path("报送"))
    _ = try bundle(withLog: true)
    try forged.rewriteManifest { $0["program"] = "xiaohao 0.0.1" }
    let other = desk.run("bundle verify 报送")
    #expect(other.status == .fine, "\(other.messages)")
    #expect(other.messages.contains("说明[bundle-other-program]"))
    try forged.rewrite("自评报告.md") { $0.replacing(Self.denial, with: Self.claim) }
    expect("错误[bundle-paper-differs]: 「自评报告.md」")
  }
}

/// What a school uses of its own is part of what is vouched for.
struct OwnDataTests {
  private let desk: Desk
  private static let options = " --ledger 台账 --today 2020-10-12"

  init() throws {
    desk = try FinishedSchool.desk()
    desk.variables["PATH"] = "/nowhere"
  }

  private func useOwn(_ name: String, _ change: (String) -> String) throws {
    let folder = name.hasPrefix("templates") ? "templates" : "tasks"
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/" + folder), withIntermediateDirectories: true)
    let builtIn = SharedDocuments.repository.appendingPathComponent(name)
    let text = try String(contentsOf: builtIn, encoding: .utf8)
    let own = change(text)
    #expect(own != text)
    try desk.write("台账/" + name, Array(own.utf8))
  }

  /// The staff may be twice as many.
  private func loosen() throws {
    try useOwn("tasks/acceptance-2020.md") { $0.replacing("| 工作人员 ≤ 40 |", with: "| 工作人员 ≤ 80 |") }
  }

  private func make(_ words: String = "") throws -> [String: Any] {
    try FileManager.default.createDirectory(
      atPath: desk.path("各校"), withIntermediateDirectories: true)
    let made = desk.run("bundle --out 各校/报送" + words + Self.options)
    #expect(made.status == .fine, "\(made.messages)")
    let text = try desk.text("各校/报送/bundle.json")
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  @Test func `a school that uses what is built in says nothing of its own`() throws {
    try useOwn("templates/ledger.mustache") { $0 + "\n" }
    let text = try String(
      contentsOf: SharedDocuments.repository.appendingPathComponent("templates/ledger.mustache"),
      encoding: .utf8)
    // A copy of the built-in one is none of its own.
    try desk.write("台账/templates/ledger.mustache", Array(text.utf8))
    #expect((try make()["own"] as? [Any])?.isEmpty == true)
    #expect(try !desk.text("各校/报送/自评报告.md").contains("本校自行调整"))
  }

  @Test(arguments: ["", " --with-log"])
  func `own indicators and templates stand in the manifest and on every paper`(words: String)
    throws
  {
    try loosen()
    try useOwn("templates/reform.mustache") { $0 + "\n补一句。\n" }
    let own = try #require(try make(words)["own"] as? [[String: Any]])
    #expect(own.map { $0["kind"] as? String } == ["indicators", "templates"])
    let digest = try ReviewDigest.sha256(desk.text("台账/tasks/acceptance-2020.md"))
    #expect(own[0]["sha256"] as? String == "\(digest)")
    for name in ["自评报告", "评估备案表", "改革情况报告", "佐证材料目录", "报送清单"] {
      let paper = try desk.text("各校/报送/\(name).md")
      #expect(paper.contains("本校自行调整的数据：本校指标（校验码"), "\(name)")
      #expect(paper.contains("本校模板（校验码"), "\(name)")
    }
    let checked = desk.run("bundle verify 各校/报送")
    #expect(checked.status == .fine, "\(checked.messages)")
  }

  @Test(arguments: ["", " --with-log"])
  func `own indicators that are changed or hidden afterwards are found`(words: String) throws {
    desk.run("fact set 工作人员 45 --actor 校团委" + Self.options)
    try loosen()
    _ = try make(words)
    let forged = ForgedBundle(desk: desk, folder: "各校/报送")
    try forged.rewrite("本校数据/acceptance-2020.md") {
      $0.replacing("| 工作人员 ≤ 80 |", with: "| 工作人员 ≤ 41 |")
    }
    let changed = desk.run("bundle verify 各校/报送")
    #expect(changed.status == .integrity)
    #expect(changed.messages.contains("指标的判定与清单不一致"), "\(changed.messages)")
    try forged.rewriteManifest { $0["own"] = [Any]() }
    try forged.rewriteManifest { manifest in
      let files = manifest["files"] as? [[String: Any]] ?? []
      manifest["files"] = files.filter { ($0["path"] as? String)?.hasPrefix("本校数据") != true }
    }
    try forged.remove("本校数据/acceptance-2020.md")
    let hidden = desk.run("bundle verify 各校/报送")
    #expect(hidden.status == .integrity)
    #expect(hidden.messages.contains("指标的判定与清单不一致"), "\(hidden.messages)")
  }

  @Test func `a province sees which schools use their own`() throws {
    try loosen()
    _ = try make()
    for source in ["各校", "台账"] {
      let table = desk.run("rollup \(source) --today 2020-10-12")
      #expect(table.output.contains("（本校指标）"), "\(table.output)")
      let json = try desk.json("rollup \(source) --json --today 2020-10-12")
      let school = try #require((json["schools"] as? [[String: Any]])?.first)
      let own = try #require(school["own"] as? [[String: Any]])
      #expect(own.first?["kind"] as? String == "indicators")
      #expect(own.first?["name"] as? String == "本校指标")
      let csv = desk.run("rollup \(source) --format csv --today 2020-10-12").output
      let rows = csv.split(whereSeparator: \.isNewline)
      #expect(rows.first?.hasSuffix("本校自用") == true && rows.last?.hasSuffix("本校指标") == true)
    }
    #expect(desk.run("backup 各校/备份.zip --ledger 台账").status == .fine)
    try FileManager.default.removeItem(atPath: desk.path("各校/报送"))
    #expect(desk.run("rollup 各校 --today 2020-10-12").output.contains("（本校指标）"))
  }
}
