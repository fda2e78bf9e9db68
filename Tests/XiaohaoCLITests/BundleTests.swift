import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Submissions: made, unpacked, verified by other programs, and refused when something is not right.
struct BundleTests {
  let desk: Desk
  private let options = " --ledger 台账 --today 2020-10-12"

  init() throws {
    desk = try FinishedSchool.desk()
    // No pandoc, so that only the test of Word documents takes its time.
    desk.variables["PATH"] = "/nowhere"
  }

  private func make(_ line: String, status: ProgramStatus = .fine) -> Desk.Outcome {
    let outcome = desk.run("bundle --out " + line + " --with-log" + options)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.messages)")
    return outcome
  }

  private func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: desk.folder.appendingPathComponent(folder).path
    ).sorted()
  }

  @Test func `a school that has done everything passes, and one changed file turns it back`()
    throws
  {
    let report = desk.run("report self-evaluation" + options).output
    #expect(report.contains("**自评通过**"), "\(report.suffix(900))")
    let made = make("报送材料.zip")
    #expect(made.output.contains("结论：自评通过"))
    #expect(made.messages.hasPrefix("说明[bundle-markdown-only]"), "\(made.messages)")

    try FinishedSchool.spoil(desk, evidenceOf: "3.1")
    let after = desk.run("report self-evaluation" + options).output
    #expect(after.contains("**尚不能作出自评通过的结论**"))
    #expect(after.contains("佐证材料证-3.1-01的文件缺失或已被改动。"))
    let stopped = make("再报.zip", status: .integrity)
    #expect(stopped.output.isEmpty)
    #expect(stopped.messages.contains("错误[evidence-file-changed]: 证-3.1-01"))
    #expect(stopped.messages.contains("错误[bundle-refused]: 1 件佐证材料缺失或被改动，没有打包"))
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path + "/再报.zip"))
  }

  @Test func `a missing file gets a placeholder that index, report and manifest speak of`() throws {
    try FinishedSchool.spoil(desk, evidenceOf: "3.1", removing: true)
    try FinishedSchool.spoil(desk, evidenceOf: "4.1")
    let made = make("报送 --allow-missing")
    #expect(made.output.contains("佐证有效 27 件（27 个编号，缺 2 个）"))
    #expect(made.messages.contains("尚不能作出自评通过的结论，原因有 2 项"))
    let all = try files(in: "报送")
    let placeholders = all.filter { $0.hasSuffix("（缺）.txt") }
    #expect(
      placeholders.map { ($0 as NSString).lastPathComponent } == [
        "证-3.1-01 落实3.1的材料（缺）.txt", "证-4.1-01 落实4.1的材料（缺）.txt",
      ])
    #expect(try desk.text("报送/" + placeholders[0]).contains("的文件缺失，本次报送没有附上"))
    #expect(try desk.text("报送/佐证材料目录.md").contains("文件缺失或已改动2个编号"))
    #expect(try desk.text("报送/自评报告.md").contains("佐证材料证-3.1-01、证-4.1-01的文件缺失或已被改动"))
    #expect(try desk.text("报送/报送清单.md").contains("其中文件缺失或已改动2个编号"))
    let checked = desk.run("bundle verify 报送")
    #expect(checked.status == .fine, "\(checked.messages)")
    #expect(checked.messages.contains("佐证 证-3.1-01 的文件没有附上，包内已写明"))
  }

  @Test func `everything the notice asks for is in it`() throws {
    _ = make("报送")
    let all = try files(in: "报送")
    for name in [
      "MANIFEST.sha256", "bundle.json", "events.jsonl", "figures.json", "台账.xlsx", "佐证材料目录.md",
      "报送清单.md",
      "改革情况报告.md", "自评报告.md", "评估备案表.md",
    ] {
      #expect(all.contains(name), "\(name)")
    }
    let evidence = try #require(all.first { $0.contains("证-3.1-01") })
    #expect(evidence.hasPrefix("03 坚持精简原则/3.1 "))
    #expect(evidence.hasSuffix("/证-3.1-01 落实3.1的材料.pdf"))
    let list = try desk.text("报送/报送清单.md")
    #expect(list.contains("- □ 盖章纸质版"))
    #expect(list.contains("- □ 扫描PDF版"))
    #expect(list.contains("- □ 报送：团省委学校部"))
    #expect(list.contains("截止：2020年10月15日（还有3天）"))
    #expect(list.contains("截止：2020年6月10日（已过124天）"))
    #expect(try desk.text("报送/events.jsonl") == desk.run("export --events --ledger 台账").output)
  }

  @Test func `the manifest tells programs who, when, what and whether`() throws {
    _ = make("报送")
    let data = try Data(contentsOf: desk.folder.appendingPathComponent("报送/bundle.json"))
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(manifest["schemaVersion"] as? Int == 1)
    #expect(manifest["kind"] as? String == "bundle-manifest")
    #expect(manifest["school"] as? String == "青禾示范学院")
    #expect(manifest["asOf"] as? String == "2020-10-12")
    let head = try #require(manifest["head"] as? [String: Any])
    let code = try #require(head["code"] as? String)
    #expect(desk.run("verify --ledger 台账").output.contains(code))
    #expect((manifest["verdict"] as? [String: Any])?["passes"] as? Bool == true)
    let counts = try #require(manifest["counts"] as? [String: Int])
    #expect(counts["items"] == 27 && counts["closed"] == 26 && counts["standing"] == 1)
    #expect((manifest["evidence"] as? [Any])?.count == 27)
  }

  @Test func `the same ledger gives the same bytes, and nothing is overwritten`() throws {
    _ = make("一.zip")
    _ = make("二.zip")
    let one = try Data(contentsOf: desk.folder.appendingPathComponent("一.zip"))
    #expect(try Data(contentsOf: desk.folder.appendingPathComponent("二.zip")) == one)
    let again = make("一.zip", status: .refused)
    #expect(again.messages.contains("[bundle-exists]"))
    #expect(try Data(contentsOf: desk.folder.appendingPathComponent("一.zip")) == one)
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("空"), withIntermediateDirectories: true)
    _ = make("空", status: .refused)
    #expect(try files(in: "空").isEmpty)
  }

  @Test func `a rehearsal writes nothing and tells what would be in it`() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted()
    let json = try desk.json("bundle --out 报送.zip --dry-run --json" + options)
    #expect(json["dryRun"] as? Bool == true)
    #expect((json["paths"] as? [String])?.contains("MANIFEST.sha256") == true)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted() == before)
  }

  @Test func `a place that cannot be written leaves nothing behind`() throws {
    let outcome = desk.run("bundle --out 没有/报送.zip" + options)
    #expect(outcome.status == .disk)
    #expect(outcome.output.isEmpty)
  }
}

extension BundleTests {
  @Test(.enabled(if: Shell.has("sha256sum") && Shell.has("unzip"), "unzip or sha256sum is missing"))
  func `other programs unpack it and find every digest right`() throws {
    _ = make("报送材料.zip")
    for locale in ["C", "C.UTF-8"] {
      let environment = ["LANG": locale, "LC_ALL": locale]
      let target = "拆开\(locale)"
      _ = try Shell.run(
        "unzip", ["-q", "报送材料.zip", "-d", target], in: desk.folder, environment: environment)
      let folder = desk.folder.appendingPathComponent(target)
      let checked = try Shell.run(
        "sha256sum", ["-c", "MANIFEST.sha256"], in: folder, environment: environment)
      let lines = checked.split(separator: "\n")
      #expect(lines.count == 39 && lines.allSatisfy { $0.hasSuffix(": OK") }, "\(checked)")
      #expect(try files(in: target).contains("自评报告.md"))
    }
    let listed = try Shell.run(
      "unzip", ["-l", "报送材料.zip"], in: desk.folder, environment: ["LC_ALL": "C.UTF-8"])
    #expect(listed.contains("证-3.1-01 落实3.1的材料.pdf"))
    #expect(!listed.contains("\\"))
    let tested = try Shell.run("unzip", ["-tq", "报送材料.zip"], in: desk.folder)
    #expect(tested.contains("No errors detected"))
  }

  @Test(.enabled(if: Python.has("zipfile"), Python.absence(of: "zipfile")))
  func `the names are marked as UTF-8, and none is too long or refused by Windows`() throws {
    _ = make("报送材料.zip")
    let printed = try Python.run(
      """
      import sys, zipfile
      names = []
      for info in zipfile.ZipFile(sys.argv[1]).infolist():
          assert info.filename.isascii() or info.flag_bits & 0x800, info.filename
          assert info.date_time == (1980, 1, 1, 0, 0, 0), info.date_time
          names.append(info.filename)
      for name in names:
          assert len(name.encode("utf-16-le")) // 2 < 160, name
          for step in name.split("/"):
              assert step and step[-1] not in ". " and not set(step) & set('<>:"\\\\|?*'), name
      assert len({n.lower() for n in names}) == len(names)
      print(len(names))
      """, [desk.folder.appendingPathComponent("报送材料.zip").path])
    #expect(printed == "40\n")
  }

  @Test(.enabled(if: Shell.has("pandoc"), "pandoc is not installed"))
  func `with pandoc the papers are there as Word documents too, byte for byte again`() throws {
    desk.variables["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    for name in ["一.zip", "二.zip"] {
      let made = make(name)
      #expect(made.messages.isEmpty, "\(made.messages)")
    }
    let one = try Data(contentsOf: desk.folder.appendingPathComponent("一.zip"))
    #expect(try Data(contentsOf: desk.folder.appendingPathComponent("二.zip")) == one)
    let paths = try #require(
      try desk.json("bundle --out 三.zip --dry-run --json" + options)["paths"] as? [String])
    #expect(
      paths.filter { $0.hasSuffix(".docx") }.sorted() == [
        "佐证材料目录.docx", "报送清单.docx", "改革情况报告.docx", "自评报告.docx", "评估备案表.docx", "院系评估备案表（外语系）.docx",
        "院系评估备案表（机电系）.docx",
      ])
    let plain = make("四.zip --format md")
    #expect(plain.messages.isEmpty)
    #expect(plain.output.contains("文件 40 个"))
    desk.variables["PATH"] = "/nowhere"
    let none = make("五.zip --format docx", status: .refused)
    #expect(none.messages.contains("[tool-missing]"))
  }
}

/// The real plan with made-up closures; skipped by name when the real documents are not there.
@Suite(.enabled(if: SharedDocuments.isAvailable, Comment(rawValue: SharedDocuments.absence)))
struct RealPlanBundleTests {
  @Test func `the real plan is packed by its clauses and verified`() throws {
    let desk = try Desk()
    desk.variables["PATH"] = "/nowhere"
    try desk.write("方案.pdf", Array("%PDF-1.4 sample".utf8))
    try desk.write("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
    TourTests.walk(
      desk, plan: SharedDocuments.url("documents/plan-38.docx").path, school: "样例职业学院")
    let made = desk.run("bundle --out 报送 --with-log --ledger 台账 --today 2020-10-12")
    #expect(made.status == .fine, "\(made.messages)")
    let all = try FileManager.default.subpathsOfDirectory(
      atPath: desk.folder.appendingPathComponent("报送").path)
    #expect(all.contains { $0.hasPrefix("01 ") && $0.contains("/1.1 ") && $0.hasSuffix(".pdf") })
    #expect(all.contains { $0.hasPrefix("04 ") && $0.contains("/4.1 ") && $0.hasSuffix(".jpg") })
    let checked = desk.run("bundle verify 报送")
    #expect(checked.status == .fine && checked.messages.isEmpty, "\(checked.messages)")
  }
}
