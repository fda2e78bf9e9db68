import Foundation
import OfficeFiles
import TestSupport
import Testing
import XiaohaoCLI

/// Printed forms as pandoc and LibreOffice make them, measured against GB/T 9704-2012.
struct PrintedMeasureTests {
  private static let programs = ExternalPrograms.ofProcess
  static let hasPandoc = programs.find(["pandoc"]) != nil
  static let hasOffice = hasPandoc && programs.find(ExternalPrograms.officeNames) != nil

  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.variables["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
    desk.run(["import", Desk.samplePlan, "--ledger", "台账", "--today", "2020-07-20"])
  }

  private func parts(
    of paper: String, in ledger: String = "台账", on day: String = "2020-08-01", _ names: String...
  ) throws -> [String] {
    let outcome = desk.run(
      "report \(paper) --ledger \(ledger) --today \(day) --format docx --output 件.docx")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    return try ZipArchive.withArchive(
      at: desk.folder.appendingPathComponent("件.docx").path, limits: ReadLimits()
    ) { (archive) throws(DocumentReadError) in
      var texts: [String] = []
      for name in names {
        texts.append(String(decoding: try archive.bytes(of: name) ?? [], as: UTF8.self))
      }
      return texts
    }
  }

  /// The tags of an element with its attributes, each as one string without blanks at the end.
  private func tags(_ name: String, in text: String) -> [String] {
    text.matches(of: /<w:([A-Za-z]+)((?: [^<>]*?)?)\/?>/).filter { $0.1 == name }.map { match in
      match.2.split(separator: " ").filter { $0 != "/" }.sorted().joined(separator: " ")
    }
  }

  @Test(.enabled(if: hasPandoc, "pandoc is not installed"))
  func `the page is A4 with the margins of the standard`() throws {
    let document = try parts(of: "self-evaluation", "word/document.xml")[0]
    // Twentieths of a point: 210 x 297 mm; 37, 35, 28 and 26 mm.
    #expect(tags("pgSz", in: document).allSatisfy { $0 == "w:h=\"16838\" w:w=\"11906\"" })
    #expect(
      tags("pgMar", in: document).allSatisfy {
        $0.contains("w:bottom=\"1984\"") && $0.contains("w:left=\"1587\"")
          && $0.contains("w:right=\"1474\"") && $0.contains("w:top=\"2098\"")
      })
    #expect(tags("pgSz", in: document).count == 1)
  }

  @Test(.enabled(if: hasPandoc, "pandoc is not installed"))
  func `a title of any work is broken between words`() throws {
    let day = "2024-03-20"
    desk.run("init --ledger 年度 --school 示例职业技术学院 --set 年度改革自评 --today \(day) --confirm-date")
    let document = try parts(
      of: "filing-notice", in: "年度", on: day + " --confirm-date", "word/document.xml")[0]
    #expect(document.contains(">年度改革评估自评情况公示</w:t>"), "\(document.prefix(3000))")
  }

  @Test(.enabled(if: hasPandoc, "pandoc is not installed"))
  func `faces, sizes and pitch are those of the standard`() throws {
    let styles = try parts(of: "self-evaluation", "word/styles.xml")[0]
    func style(_ name: String) -> Substring {
      let start = styles.range(of: "w:styleId=\"\(name)\"")?.lowerBound ?? styles.endIndex
      let end = styles.range(of: "</w:style>", range: start..<styles.endIndex)?.lowerBound
      return styles[start..<(end ?? styles.endIndex)]
    }
    let expected = [
      ("Normal", "w:eastAsia=\"仿宋_GB2312\"", "32"), ("Title", "w:eastAsia=\"方正小标宋简体\"", "44"),
      ("Heading1", "w:eastAsia=\"黑体\"", nil), ("Heading2", "w:eastAsia=\"楷体_GB2312\"", nil),
      ("Heading3", "w:eastAsia=\"仿宋_GB2312\"", nil), ("Footer", "w:eastAsia=\"宋体\"", "28"),
    ]
    for (name, face, size) in expected {
      #expect(style(name).contains(face), "\(name)")
      if let size { #expect(style(name).contains("<w:sz w:val=\"\(size)\""), "\(name)") }
    }
    // 28.95 pt: 22 lines in 225 mm.
    #expect(style("Normal").contains("w:line=\"579\"") && style("Normal").contains("\"exact\""))
    #expect(style("BodyText").contains("w:firstLineChars=\"200\""))
    #expect(style("Title").contains("w:val=\"center\""))
  }

  @Test(.enabled(if: hasPandoc, "pandoc is not installed"))
  func `odd and even pages have their numbers at the outer edge, in every section`() throws {
    let parts = try parts(
      of: "ledger", "word/document.xml", "word/settings.xml", "word/footer1.xml",
      "word/footer2.xml", "word/_rels/document.xml.rels")
    #expect(parts[1].contains("<w:evenAndOddHeaders"))
    #expect(parts[2].contains("w:val=\"right\"") && parts[3].contains("w:val=\"left\""))
    #expect(parts[2].contains("PAGE") && parts[2].contains("— ") && parts[2].contains(" —"))
    let sections = tags("sectPr", in: parts[0]).count
    let references = tags("footerReference", in: parts[0])
    #expect(references.count == 2 * sections)
    for reference in references {
      let key = reference.firstMatch(of: /r:id="([^"]+)"/)?.1 ?? "none"
      #expect(parts[4].contains("\"\(key)\""))
    }
  }

  @Test(.enabled(if: hasPandoc, "pandoc is not installed"))
  func `a wide table stands across, and its heading row is repeated`() throws {
    let ledger = try parts(of: "ledger", "word/document.xml")[0]
    #expect(tags("pgSz", in: ledger) == ["w:h=\"11906\" w:orient=\"landscape\" w:w=\"16838\""])
    #expect(tags("tblHeader", in: ledger).count == tags("tbl", in: ledger).count)
    #expect(ledger.contains("<w:pStyle w:val=\"WideTableText\"/>"))
    let widths = ledger.matches(of: /<w:gridCol w:w="(\d+)"/).compactMap { Int($0.1) }
    #expect(widths.count % 7 == 0)
    // The type area lies across: 257 mm are 14570.
    #expect((14_500...14_570).contains(widths.prefix(7).reduce(0, +)))
    let form = try parts(of: "filing-form", "word/document.xml")[0]
    #expect(!form.contains("landscape"))
    #expect(tags("tblHeader", in: form).count == 1)
  }

  @Test(.enabled(if: hasPandoc, "pandoc is not installed"))
  func `annexes begin a page of their own and who signs stands at the right`() throws {
    let paper = try parts(of: "self-evaluation", "word/document.xml")[0]
    #expect(paper.matches(of: /<w:pStyle w:val="AnnexMark" ?\/>/).count == 3)
    #expect(paper.matches(of: /<w:pStyle w:val="Signature" ?\/>/).count == 2)
    #expect(tags("tblHeader", in: paper).count == tags("tbl", in: paper).count)
    #expect(!paper.contains("<w:numPr"))
  }

  @Test(.enabled(if: hasPandoc, "pandoc is not installed"))
  func `the same ledger gives the same Word document`() throws {
    _ = try parts(of: "monthly 2020-07")
    let first = try Data(contentsOf: desk.folder.appendingPathComponent("件.docx"))
    Thread.sleep(forTimeInterval: 1.1)
    let core = try parts(of: "monthly 2020-07", "docProps/core.xml")[0]
    #expect(try Data(contentsOf: desk.folder.appendingPathComponent("件.docx")) == first)
    #expect(core.contains("2020-07-31T00:00:00Z"))
    let piped = desk.run("report monthly 2020-07 --ledger 台账 --today 2020-08-01 --format docx")
    #expect(piped.output.isEmpty)
    #expect(Data(desk.data) == first)
  }

  @Test(.enabled(if: hasPandoc, "pandoc is not installed"))
  func `a school's own reference document wins`() throws {
    desk.run("templates export 台账/templates")
    let own = desk.folder.appendingPathComponent("台账/templates/reference.docx")
    var entries: [ZipEntry] = []
    try ZipArchive.withArchive(at: own.path, limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      for name in archive.names {
        let bytes = try archive.bytes(of: name) ?? []
        let text = String(decoding: bytes, as: UTF8.self).replacing("仿宋_GB2312", with: "华文仿宋")
        entries.append(ZipEntry(name: name, text: text))
      }
    }
    try Data(ZipWriter.bytes(of: entries, file: "reference.docx")).write(to: own)
    let styles = try parts(of: "filing-form", "word/styles.xml")[0]
    #expect(styles.contains("华文仿宋") && !styles.contains("仿宋_GB2312"))
  }

  @Test(.enabled(if: hasPandoc, "pandoc is not installed"))
  func `a sealed month is the same Word document on any later day`() throws {
    let office = "--actor 领导小组办公室 --ledger 台账 --today 2020-08-01"
    desk.run("meeting open 2020-07 \(office)")
    #expect(desk.run("meeting close 2020-07 \(office)").status == .fine)
    let files = try ["2020-08-01", "2020-10-10"].map { day in
      let outcome = desk.run(
        "report monthly 2020-07 --ledger 台账 --today \(day) --output \(day).docx")
      #expect(outcome.status == .fine)
      return try Data(contentsOf: desk.folder.appendingPathComponent("\(day).docx"))
    }
    #expect(files[0] == files[1])
  }

  private static let pdftotext = programs.find(["pdftotext"])

  @Test(.enabled(if: hasOffice && pdftotext != nil, "LibreOffice or pdftotext is not installed"))
  func `a full page has 22 lines of 28 characters between the margins`() throws {
    let text = String(repeating: "汉字", count: 900)
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("台账/templates"), withIntermediateDirectories: true)
    try desk.write("台账/templates/reform.mustache", Array("# 题\n\n\(text)\n".utf8))
    #expect(
      desk.run("report reform --ledger 台账 --today 2020-08-01 --output 件.pdf").status == .fine)
    let file = desk.folder.appendingPathComponent("件.pdf").path
    let program = try #require(Self.pdftotext)
    #expect(
      ExternalPrograms.run(program, ["-bbox-layout", "-f", "2", "-l", "2", file, file + ".html"])
        == .done)
    let lines = PrintedLine.all(in: try String(contentsOfFile: file + ".html", encoding: .utf8))
    let body = lines.filter { $0.text.contains("汉") }
    #expect(body.count == 22)
    // In points: 28 mm are 79.4; 26 mm from the right edge 521.6; 37 mm 104.9; the lower edge 742.7.
    for line in body {
      #expect(line.text.count == 28)
      #expect(abs(line.left - 79.4) < 1.5)
      #expect(abs(line.right - 521.6) < 2.5)
      #expect(line.top > 98)
      #expect(line.bottom < 749)
    }
    for (line, next) in zip(body, body.dropFirst()) {
      #expect(abs(next.top - line.top - 28.95) < 0.2)
    }
    // The page number: below the type area, on the left of an even page, one character in.
    let number = try #require(lines.last)
    #expect(number.text.hasPrefix("—"))
    #expect(number.top > 750)
    #expect(abs(number.left - 93.4) < 3)
  }

  @Test(.enabled(if: hasOffice, "pandoc or LibreOffice is not installed"))
  func `the PDF is the same twice, A4, and the monthly paper has two pages`() throws {
    let command =
      "report monthly 2020-07 --ledger 台账 --today 2020-08-01 --format pdf --output 件.pdf"
    #expect(desk.run(command).status == .fine)
    let first = try Data(contentsOf: desk.folder.appendingPathComponent("件.pdf"))
    Thread.sleep(forTimeInterval: 1.1)
    #expect(desk.run(command).status == .fine)
    #expect(try Data(contentsOf: desk.folder.appendingPathComponent("件.pdf")) == first)
    let text = String(decoding: first, as: Unicode.ASCII.self)
    #expect(text.hasPrefix("%PDF-"))
    #expect(text.contains("/CreationDate(D:20200731000000"))
    #expect(text.matches(of: /\/Type ?\/Page\b/).count == 2)
    #expect(text.contains("/MediaBox[0 0 595") || text.contains("/MediaBox [0 0 595"))
  }
}

/// A line of a printed page as pdftotext measures it, in points from the upper left corner.
struct PrintedLine {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
  var text: String

  static func all(in page: String) -> [PrintedLine] {
    page.components(separatedBy: "<line ").dropFirst().map { piece in
      let figures = piece.components(separatedBy: "\"").prefix(8)
      let places = figures.enumerated().filter { $0.offset % 2 == 1 }.map {
        Double($0.element) ?? 0
      }
      let words = piece.components(separatedBy: "</word>").dropLast().map { word in
        word.components(separatedBy: ">").last ?? ""
      }
      return PrintedLine(
        left: places[0], top: places[1], right: places[2], bottom: places[3],
        text: words.joined())
    }
  }
}
