import Foundation
import OfficeFiles
import TestSupport
import Testing
import XiaohaoCLI

/// Every paper of a school half way, one that passes and a rectification, as those read it who are
/// to stamp it.
struct EveryPaperTests {
  /// A paper of a school.
  struct Row: Sendable, CustomTestStringConvertible {
    var school: SampleSchool
    var paper: String
    var testDescription: String { "\(school.rawValue) \(paper)" }
  }

  static let rows = SampleSchool.allCases.flatMap { school in
    school.papers.map { Row(school: school, paper: $0) }
  }

  private func text(_ row: Row) throws -> String {
    let outcome = row.school.report(row.paper, on: try row.school.desk())
    #expect(outcome.status == .fine, "\(outcome.messages)")
    return outcome.output
  }

  @Test(arguments: rows)
  func `no paper holds what an office would strike out`(row: Row) throws {
    let text = try text(row)
    #expect(text.count > 100)
    #expect(PaperFaults.all(in: text) == [])
  }

  @Test(arguments: rows.filter { ["self-evaluation", "reform"].contains($0.paper) })
  func `prose is whole, and citations are a tenth of it at most`(row: Row) throws {
    #expect(PaperFaults.prose(of: try text(row)) == [])
  }

  @Test func `the school that passes says so in every paper that concludes`() throws {
    for paper in ["self-evaluation", "filing-form", "hand-in"] {
      let text = try text(Row(school: .finished, paper: paper))
      #expect(text.contains("**自评通过**"), "\(paper)")
      #expect(!text.contains("尚不能"), "\(paper)")
    }
  }

  @Test(arguments: [
    ("各系已落实…", "截断"), ("院系团组织推荐：是；", "键名"), ("缺主席团成员@机电系", "键名"), ("按「三级联动」推进", "引号"),
    ("截至10月12日 的情况", "空格"), ("动员会照片.jpg", "扩展名"), ("召开日期2020-09-19", "日期"), ("负责人2至2人", "首尾相同"),
    ("## 二、成效\n\n无。\n", "空话"), ("## 一、成效\n\n## 二、问题\n\n尚缺材料。", "空节"), ("条目 1.1 未销号", "数字旁空格"),
    ("缺 deadline-inherited", "外文"), ("思想 and 党的", "外文"), ("1.1已完成，，", "标点"),
    ("经领导小组办公室审核销号", "审核套话"), ("报告如下:", "halfWidthMark"),
  ])
  func `what is planted is found`(text: String, fault: String) {
    #expect(
      PaperFaults.all(in: text).contains { $0.hasPrefix(fault) }, "\(PaperFaults.all(in: text))")
  }

  @Test(arguments: [
    "各项工作有序推进，制度文件已经印发各系执行，落实情况逐一核对，佐证材料齐全（佐证1.1-01至27、1.2-01至09、1.3-01至12、1.4-05）。",
    "各项工作有序推进，制度文件已经印发各系执行，落实情况逐一核对，并且：",
    "各项工作有序推进，制度文件已经印发各系执行，落实情况逐一核对，佐证材料…",
  ])
  func `prose that is cut or cites too much is found`(text: String) {
    #expect(PaperFaults.prose(of: text).count == 1)
  }
}

/// The same papers as pandoc and LibreOffice print them.
struct EveryPrintedPaperTests {
  private static let pdftotext = ExternalPrograms.ofProcess.find(["pdftotext"])
  static let canPrint = PrintedMeasureTests.hasOffice && pdftotext != nil

  /// A PDF that is printed of a school's paper, with its text.
  private struct Printed {
    var pages: Int
    var text: String
  }

  private func printed(_ paper: String, _ school: SampleSchool, on desk: Desk) throws -> Printed {
    desk.variables["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    let outcome = school.report(paper, on: desk, "--output 件.pdf --force")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    let program = try #require(Self.pdftotext)
    #expect(
      ExternalPrograms.run(
        program, ["-layout", "-enc", "UTF-8", desk.path("件.pdf"), desk.path("件.txt")]) == .done)
    let text = try desk.text("件.txt")
    return Printed(pages: text.count { $0 == "\u{0C}" }, text: text)
  }

  @Test(
    .enabled(if: canPrint, "LibreOffice or pdftotext is not installed"),
    arguments: SampleSchool.allCases)
  func `the monthly paper has two pages at most and a form has one`(school: SampleSchool) throws {
    let desk = try school.desk()
    #expect((1...2).contains(try printed("monthly \(school.month)", school, on: desk).pages))
    guard school != .rectification else { return }
    for form in ["filing-form", "filing-form 机电系"] {
      #expect(try printed(form, school, on: desk).pages == 1, "\(form)")
    }
  }

  @Test(
    .enabled(if: canPrint, "LibreOffice or pdftotext is not installed"),
    arguments: SampleSchool.allCases)
  func `a page of the ledger has at least four rows`(school: SampleSchool) throws {
    let desk = try school.desk()
    let ids = Set(
      try desk.items("list --confirm-date", on: school.today).compactMap { $0["id"] as? String })
    let pages = try printed("ledger", school, on: desk).text.split(separator: "\u{0C}")
    let rows = pages.map { page in
      page.split(whereSeparator: \.isWhitespace).filter { ids.contains(String($0)) }.count
    }
    #expect(rows.reduce(0, +) == ids.count)
    #expect(rows.dropLast().allSatisfy { $0 >= 4 }, "\(rows)")
  }

  @Test(.enabled(if: canPrint, "LibreOffice or pdftotext is not installed"))
  func `a paper that is too long is seen`() throws {
    let (school, desk) = (SampleSchool.finished, try SampleSchool.finished.desk())
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/templates"), withIntermediateDirectories: true)
    let paragraph = "各项工作有序推进，落实情况逐一核对。\n\n"
    try desk.write(
      "台账/templates/monthly.mustache",
      Array(("# 题\n\n" + String(repeating: paragraph, count: 120)).utf8))
    #expect(try printed("monthly \(school.month)", school, on: desk).pages > 2)
  }

  @Test(.enabled(if: canPrint, "LibreOffice or pdftotext is not installed"))
  func `the number of a piece of evidence is found where somebody searches for it`() throws {
    let (school, desk) = (SampleSchool.finished, try SampleSchool.finished.desk())
    let printed = try printed("self-evaluation", school, on: desk)
    #expect(school.report("self-evaluation", on: desk, "--output 件.docx").status == .fine)
    let words = try words(ofWordFile: desk.path("件.docx"))
    for number in ["1.3-01", "证-1.3-01"] {
      #expect(words.contains(number) && printed.text.contains(number), "\(number)")
    }
    // Nothing without width stands inside a word or number.
    #expect(!words.unicodeScalars.contains { $0.value == 0x2060 || $0.value == 0x2011 })
    #expect(words.firstMatch(of: /\w\u{200B}|\u{200B}[^\d]/) == nil)
  }

  @Test(.enabled(if: canPrint, "LibreOffice or pdftotext is not installed"))
  func `the head of a union's form and numbers with a hyphen stand on one line`() throws {
    let (school, desk) = (SampleSchool.finished, try SampleSchool.finished.desk())
    let form = try printed("filing-form 机电系", school, on: desk).text
    let head = try #require(form.split(separator: "\n").first { $0.contains("填表日期") })
    #expect(head.last { !$0.isWhitespace } == "日", "\(head)")
    let lines = try printed("self-evaluation", school, on: desk).text.split(separator: "\n")
    #expect(lines.contains { $0.contains("3-4") })
    // A line that ends within a number goes on with its second half.
    #expect(!lines.contains { $0.firstMatch(of: /\d-\s*$/) != nil })
  }

  private func words(ofWordFile path: String) throws -> String {
    let document = try ZipArchive.withArchive(at: path, limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      String(decoding: try archive.bytes(of: "word/document.xml") ?? [], as: UTF8.self)
    }
    return document.matches(of: /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/).map(\.1).joined()
  }

  static let official = SampleSchool.allCases.flatMap { school in
    SampleSchool.official.map { EveryPaperTests.Row(school: school, paper: $0) }
  }.filter { $0.school == .halfWay || ["self-evaluation", "reform"].contains($0.paper) }

  @Test(.enabled(if: canPrint, "LibreOffice or pdftotext is not installed"), arguments: official)
  func `as many marks are printed as written`(row: EveryPaperTests.Row) throws {
    let desk = try row.school.desk()
    let written = row.school.report(row.paper, on: desk).output
    let printed = try printed(row.paper, row.school, on: desk)
    #expect(row.school.report(row.paper, on: desk, "--output 件.docx").status == .fine)
    let words = try words(ofWordFile: desk.path("件.docx"))
    #expect(marks(words) == marks(written))
    #expect(marks(printed.text) == marks(written))
    #expect(marks(written).values.reduce(0, +) > 20)
  }

  /// How often each mark of Chinese prose stands in a text.
  private func marks(_ text: String) -> [Character: Int] {
    text.filter { "，、；。：“”《》（）".contains($0) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
