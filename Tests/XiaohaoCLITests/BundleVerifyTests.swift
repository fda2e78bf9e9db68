import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// `bundle verify` without a ledger: every change of a submission is found and named.
struct BundleVerifyTests {
  let desk: Desk

  init() throws {
    desk = try TourTests.desk()
    desk.variables["PATH"] = "/nowhere"
    let made = desk.run("bundle --out 报送 --with-log --ledger 台账 --today 2020-10-12")
    #expect(made.status == .fine, "\(made.messages)")
    #expect(made.messages.contains("提醒[bundle-not-passing]: 结论：尚不能作出自评通过的结论"))
    try FileManager.default.removeItem(at: desk.folder.appendingPathComponent("台账"))
  }

  private func expect(_ code: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let outcome = desk.run("bundle verify 报送")
    #expect(outcome.status == .integrity, sourceLocation: sourceLocation)
    #expect(
      outcome.messages.contains("[\(code)]"), "\(outcome.messages)",
      sourceLocation: sourceLocation)
    #expect(outcome.output.contains("校验不符"), sourceLocation: sourceLocation)
  }

  private func rewrite(_ name: String, _ change: (String) -> String) throws {
    try desk.write("报送/" + name, Array(change(try desk.text("报送/" + name)).utf8))
  }

  /// Puts the digests right after a change, as a forger would.
  private func sumAgain() throws {
    _ = try Shell.run(
      "sh",
      [
        "-c",
        "find . -type f ! -name MANIFEST.sha256 -printf '%P\\0' | LC_ALL=C sort -z"
          + " | xargs -0 sha256sum > ../sums && mv ../sums MANIFEST.sha256",
      ], in: desk.folder.appendingPathComponent("报送"))
  }

  @Test func `a sound submission is found sound without a ledger`() throws {
    let outcome = desk.run("bundle verify 报送")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.messages.isEmpty)
    #expect(outcome.output.contains("校验相符：文件 14 个，南岭工程职业学院，统计截至 2020-10-12"))
    let json = try desk.json("bundle verify 报送 --json")
    #expect(json["sound"] as? Bool == true)
  }

  @Test func `a changed, a missing and an added file are named`() throws {
    try rewrite("自评报告.md") { $0 + "改" }
    expect("bundle-file-changed")
    try FileManager.default.removeItem(at: desk.folder.appendingPathComponent("报送/自评报告.md"))
    expect("bundle-file-missing")
    try desk.write("报送/多出.txt", [0x41])
    expect("bundle-file-extra")
  }

  @Test func `a link is no file`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path + "/报送/链接.pdf", withDestinationPath: "自评报告.md")
    expect("bundle-file-extra")
  }

  @Test func `a list of digests that cannot be read is told with its line`() throws {
    try rewrite("MANIFEST.sha256") { "乱码\n" + $0 }
    expect("bundle-sum-unreadable")
    #expect(desk.run("bundle verify 报送").messages.contains("MANIFEST.sha256:1:1"))
    try FileManager.default.removeItem(
      at: desk.folder.appendingPathComponent("报送/MANIFEST.sha256"))
    let none = desk.run("bundle verify 报送")
    #expect(none.status == .unreadableInput)
    #expect(none.messages.contains("[not-a-bundle]"))
    #expect(desk.run("bundle verify 没有").status == .unreadableInput)
  }

  @Test func `new digests do not hide a changed paper or log`() throws {
    try rewrite("自评报告.md") { $0.replacing("尚不能作出自评通过的结论", with: "自评通过") }
    try sumAgain()
    expect("bundle-manifest-differs")
  }

  @Test func `new digests everywhere do not hide a changed log`() throws {
    try rewrite("events.jsonl") { $0.replacing("同意销号", with: "不同意的") }
    try sumAgain()
    expect("bundle-chain-broken")
  }

  @Test func `a log that ends too early does not fit the papers`() throws {
    try rewrite("events.jsonl") { text in
      text.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
    }
    expect("bundle-head-differs")
  }

  @Test func `evidence that the index does not name is found`() throws {
    try rewrite("佐证材料目录.md") { $0.replacing("证-4.1-01", with: "证-4.1-07") }
    expect("bundle-evidence-differs")
    try rewrite("bundle.json") {
      $0.replacing("\"schemaVersion\" : 1", with: "\"schemaVersion\" : 9")
    }
    let newer = desk.run("bundle verify 报送")
    #expect(newer.status == .unreadableInput)
    #expect(newer.messages.contains("[bundle-newer]"))
    try rewrite("bundle.json") { _ in "{}" }
    expect("bundle-manifest-unreadable")
  }
}

extension BundleVerifyTests {
  /// A container with these parts in the place of a submission.
  private func hostile(_ parts: [(String, String)]) throws -> Desk.Outcome {
    try desk.write("恶.zip", try ZipFixture(parts: parts).bytes())
    return desk.run("bundle verify 恶.zip")
  }

  @Test func `containers made to mislead are refused or named`() throws {
    let empty = try hostile([("MANIFEST.sha256", "")])
    #expect(empty.status == .integrity)
    #expect(empty.messages.contains("[bundle-manifest-unreadable]"))
    let outside = try hostile([("MANIFEST.sha256", ""), ("../外.txt", "x")])
    #expect(outside.status == .unreadableInput)
    #expect(outside.messages.contains("[bundle-unreadable]"))
    let other = try hostile([("说明.txt", "x")])
    #expect(other.messages.contains("[not-a-bundle]"))
    try desk.write("恶.zip", Array("PK no container".utf8))
    #expect(desk.run("bundle verify 恶.zip").status == .unreadableInput)
  }

  @Test func `changed bytes of a container are always found`() throws {
    let parts = ["MANIFEST.sha256", "bundle.json", "events.jsonl", "佐证材料目录.md"]
    let texts = try parts.map { ($0, try desk.text("报送/" + $0)) }
    let whole = try ZipFixture(parts: texts).bytes()
    var random = SplitMix64(seed: 11)
    for _ in 0..<60 {
      var bytes = whole
      bytes[Int(random.next() % UInt64(bytes.count))] ^= UInt8(1 + random.next() % 255)
      try desk.write("改.zip", bytes)
      // The other papers are missing, so it is never sound; it must not trap either.
      #expect(desk.run("bundle verify 改.zip").status != .fine)
    }
  }

  @Test func `a flipped byte of a whole submission is never called sound`() throws {
    let name = "自评报告.md"
    let bytes = Array(try desk.text("报送/" + name).utf8)
    for place in stride(from: 0, to: bytes.count, by: max(bytes.count / 20, 1)) {
      var changed = bytes
      changed[place] ^= 0x01
      try desk.write("报送/" + name, changed)
      #expect(desk.run("bundle verify 报送").status == .integrity)
    }
    try desk.write("报送/" + name, bytes)
    #expect(desk.run("bundle verify 报送").status == .fine)
  }
}
