import Foundation
import OfficeFiles
import TestSupport
import Testing
import XiaohaoCLI

/// What lies among submissions and is none, and what is packed in another way than expected.
struct StrayFileTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withSchool()
    let made = desk.run(
      "bundle --out 报送 --ledger 甲学院 --as-of 2020-08-31 --today 2020-08-31")
    #expect(made.status == .fine, "\(made.messages)")
    try makeFolder("来件")
  }

  /// What Windows, macOS and office programs leave in a folder.
  private static let left = [
    "Thumbs.db", "desktop.ini", ".DS_Store", "~$自评报告.docx", ".~lock.自评报告.docx#",
  ]

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: desk.path(name), withIntermediateDirectories: true)
  }

  private func collect(_ words: String = "来件") -> Desk.Outcome {
    desk.run("collect \(words) --into 收件 --today 2020-09-01")
  }

  private func backUp(as name: String) {
    #expect(desk.run("backup \(name) --ledger 甲学院 --today 2020-09-01").status == .fine)
  }

  /// The files of the submission with a folder before their names.
  private func packed(in folder: String) throws -> [ZipFixture.Entry] {
    let manager = FileManager.default
    return try (manager.subpaths(atPath: desk.path("报送")) ?? []).sorted().compactMap { name in
      var isFolder: ObjCBool = false
      let path = desk.path("报送/" + name)
      guard manager.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        return nil
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      return .init(name: folder + name, bytes: Array(bytes))
    }
  }

  @Test(.bug(id: "collect", "packed files, papers and deep folders were passed over"))
  func `what is no submission is named, and what a system left is not`() throws {
    for folder in ["来件/丙校", "来件/a/b/c/d"] { try makeFolder(folder) }
    for file in Self.left + ["甲校.rar", "乙校.7Z", "说明.docx", "丙校/自评报告.pdf"] {
      try desk.write("来件/" + file, [0x41])
    }
    try desk.write("来件/名单.txt", Array("甲学院\n".utf8))
    backUp(as: "来件/a/b/c/d/甲.zip")
    let outcome = collect("来件 --schools 来件/名单.txt")
    #expect(outcome.status == .refused)
    #expect(outcome.output.contains("收下 1 份，没有变化 0 份，没有收下 3 份"), "\(outcome.output)")
    let messages = outcome.messages
    for file in ["来件/甲校.rar", "来件/乙校.7Z"] {
      #expect(messages.contains("错误[collect-packed]: 没有收下「\(file)」"), "\(messages)")
    }
    #expect(messages.contains("错误[collect-not-taken]: 没有收下「来件/丙校」"), "\(messages)")
    #expect(messages.contains("「自评报告.pdf」"))
    #expect(messages.contains("提醒[collect-not-taken]: 「来件」里有 1 个文件"), "\(messages)")
    #expect(messages.contains("「说明.docx」"))
    for file in Self.left + ["名单.txt"] { #expect(!messages.contains("「\(file)」"), "\(file)") }
  }

  @Test(.bug(id: "collect", "a folder without a submission was told how to roll up"))
  func `a folder with other files alone, or none, is told what to hand in`() throws {
    let empty = collect()
    #expect(empty.status == .unreadableInput && empty.messages.contains("[collect-empty]"))
    try desk.write("来件/自评报告.docx", [0x41])
    let papers = collect()
    #expect(papers.status == .refused)
    #expect(papers.messages.contains("没有收下「来件」"), "\(papers.messages)")
    let named = collect("来件/自评报告.docx")
    #expect(named.messages.contains("[collect-not-taken]"), "\(named.messages)")
    for outcome in [empty, papers, named] { #expect(!outcome.messages.contains("xiaohao rollup")) }
  }

  @Test func `a folder too deep to be looked into is said`() throws {
    let deep = "来件/" + (1...17).map { "层\($0)" }.joined(separator: "/")
    try makeFolder(deep)
    backUp(as: deep + "/甲.zip")
    let outcome = collect()
    #expect(outcome.messages.contains("[rollup-folder-deep]"), "\(outcome.messages)")
    #expect(outcome.messages.contains("16 层文件夹以下"))
    try FileManager.default.moveItem(
      atPath: desk.path(deep + "/甲.zip"), toPath: desk.path("来件/层1/层2/层3/层4/甲.zip"))
    #expect(collect().output.contains("收下 1 份"))
  }

  @Test(.bug(id: "collect", "Thumbs.db in an unpacked submission refused it"))
  func `what a system left in an unpacked submission does not refuse it`() throws {
    let sound = desk.run("bundle verify 报送")
    #expect(sound.status == .fine, "\(sound.messages)")
    for file in Self.left { try desk.write("报送/" + file, [0x41]) }
    let checked = desk.run("bundle verify 报送")
    #expect(checked == sound)
    #expect(collect("报送").output.contains("收下 1 份"))
    try desk.write("报送/另附.docx", [0x41])
    #expect(desk.run("bundle verify 报送").messages.contains("[bundle-file-extra]"))
    let extra = collect("报送")
    #expect(extra.status == .refused && extra.messages.contains("另附.docx"), "\(extra.messages)")
  }

  @Test(.bug(id: "collect", "a submission packed with its folder was not held against its list"))
  func `a submission packed with its folder is verified as any other`() throws {
    var entries = try packed(in: "报送材料/")
    entries += [
      .init(name: "__MACOSX/._自评报告.md", bytes: [0x41]),
      .init(name: "报送材料/Thumbs.db", bytes: [0x41]),
    ]
    try desk.write("来件/甲.zip", ZipFixture(entries).bytes())
    let checked = desk.run("bundle verify 来件/甲.zip")
    #expect(checked.status == .fine, "\(checked.messages)")
    #expect(collect().output.contains("收下 1 份"))
    entries.append(.init(name: "报送材料/另附.docx", bytes: [0x41]))
    try desk.write("来件/甲.zip", ZipFixture(entries).bytes())
    #expect(collect().messages.contains("另附.docx"))
    entries.removeLast()
    entries.append(.init(name: "旁边.docx", bytes: [0x41]))
    try desk.write("来件/甲.zip", ZipFixture(entries).bytes())
    #expect(collect().messages.contains("旁边.docx"))
  }

  @Test func `a container of containers, or of two submissions, is told to be unpacked`() throws {
    try desk.write(
      "来件/一.zip", ZipFixture([.init(name: "甲.zip", bytes: [0x50, 0x4B])]).bytes())
    let inner = collect()
    #expect(inner.messages.contains("[not-a-submission]"), "\(inner.messages)")
    #expect(inner.messages.contains("有 1 个压缩包") && inner.messages.contains("解压"))
    try desk.write(
      "来件/一.zip", ZipFixture(try packed(in: "甲/") + packed(in: "乙/")).bytes())
    #expect(collect().messages.contains("有 2 份报送材料"))
  }

  @Test(.bug(id: "collect", "a refused backup was to be checked as a submission"))
  func `a backup is taken, and a damaged one is told how to be checked`() throws {
    backUp(as: "来件/甲.zip")
    #expect(collect().output.contains("收下 1 份"))
    var entries: [ZipEntry] = []
    try ZipArchive.withArchive(at: desk.path("来件/甲.zip"), limits: .ownContainer) {
      (archive) throws(DocumentReadError) in
      for name in archive.names {
        var bytes = try archive.bytes(of: name) ?? []
        if name.hasSuffix("ledger.sqlite") { bytes.append(0) }
        entries.append(ZipEntry(name: name, content: .bytes(bytes)))
      }
    }
    try desk.write("来件/甲.zip", ZipWriter.bytes(of: entries, file: "甲.zip"))
    let outcome = collect()
    #expect(outcome.status == .refused)
    let messages = outcome.messages
    #expect(messages.contains("[collect-unreadable]") && messages.contains("[backup-differs]"))
    #expect(messages.contains("xiaohao restore 备份.zip --ledger 新文件夹 --dry-run"), "\(messages)")
    #expect(!messages.contains("bundle verify") && !messages.contains("没有还原"), "\(messages)")
  }
}
