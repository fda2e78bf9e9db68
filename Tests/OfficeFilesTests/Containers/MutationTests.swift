import Foundation
import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// No damage to a file makes a reader trap, hang, or give a document that breaks its invariants.
struct MutationTests {
  typealias D = DocxFixture

  struct Sample: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var parts: [(String, String)]
    init(_ name: String, parts: [(String, String)]) {
      testDescription = name
      self.parts = parts
    }
    init(_ name: String, _ text: String) { self.init(name, parts: [("", text)]) }
  }

  static let samples: [Sample] = [
    Sample(
      "方案.docx",
      parts: D.parts(
        D.p("甲", "<w:pStyle w:val='S'/><w:numPr><w:numId w:val='1'/></w:numPr>")
          + D.tbl(
            D.tr(D.tc("序号", "<w:gridSpan w:val='2'/>"), D.tc("内容")),
            D.tr(
              D.tc("1", "<w:vMerge w:val='restart'/>"), D.tc("a"),
              D.tc(D.tbl(D.tr(D.tc("x"), D.tc("y")))), properties: "<w:gridBefore w:val='1'/>"),
            D.tr(D.tc("", "<w:vMerge/>"), D.tc("<w:p><w:del><w:r><w:t>z</w:t></w:r></w:del></w:p>"))
          )
          + "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='end'/></w:r></w:p>",
        numbering: "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
          + "<w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>"
          + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
        styles: "<w:style w:type='paragraph' w:styleId='S'><w:basedOn w:val='S'/></w:style>")),
    Sample("方案.xlsx", parts: workbook.parts()),
    Sample("方案.csv", "序号,内容,时限\n1,\"甲,\n乙\"\"\",3月\n2,丙,4月\n"),
    Sample("方案.md", "# 题\n| 序号 | 内容 |\n|---|---|\n| 1 | 甲<br>乙\\|&#20013; |\n\n```\nx\n```\n"),
    Sample(
      "方案.html",
      "<html><body><p>题</p><table><tr><td rowspan=2>1<td colspan=2>a</tr><tr><td>b<table><tr><td>c"
        + "</table></tr></table><ol start=3><li>x</ol></body></html>"),
    Sample("方案.txt", "题\n\n序号\t内容\t时限\n1\t<p>甲</p><p>乙</p>\t3月\n\n\t一\n二\n\t三\n\n\t四\n\t五\n"),
  ]

  static var workbook: XlsxFixture {
    var fixture = XlsxFixture(
      "<cols><col min='2' max='2' hidden='1'/></cols><sheetData><row r='1' hidden='1'><c r='A1' "
        + "t='s'><v>0</v></c><c r='B1' s='1'><v>44012</v></c></row><row r='3'><c r='B3' "
        + "t='inlineStr'><is><t>x</t></is></c><c r='C3'><f>1</f></c></row></sheetData><mergeCells>"
        + "<mergeCell ref='A1:A3'/><mergeCell ref='B1:C1'/></mergeCells>")
    fixture.strings = ["<t>序号</t>"]
    fixture.formats = [(176, "[DBNum1]yyyy&quot;年&quot;m&quot;月&quot;")]
    return fixture
  }

  @Test(arguments: 0..<150, samples)
  func `damaged content is read or refused`(seed: Int, sample: Sample) throws {
    var mutator = Mutator(seed: UInt64(seed))
    let bytes: [UInt8]
    if sample.parts.count == 1 {
      bytes = mutator.mutate(Array(sample.parts[0].1.utf8))
    } else {
      var fixture = ZipFixture(parts: sample.parts)
      let index = Int.random(in: 0..<fixture.entries.count, using: &mutator)
      fixture.entries[index].bytes = mutator.mutate(fixture.entries[index].bytes)
      bytes = try fixture.bytes()
    }
    try check(bytes, name: sample.testDescription)
  }

  @Test(arguments: 0..<150, samples.prefix(2))
  func `damaged containers are read or refused`(seed: Int, sample: Sample) throws {
    var mutator = Mutator(seed: UInt64(seed))
    let bytes = mutator.mutate(try ZipFixture(parts: sample.parts).bytes())
    try check(bytes, name: sample.testDescription)
  }

  @Test(.enabled(if: SharedDocuments.isAvailable, "the real documents are not in ../shared"))
  func `damaged real documents are read or refused`() throws {
    for path in [
      "documents/plan-38.docx", "documents/plan-38.xlsx", "documents/notice-14.docx",
      "seeds/000_033cfe50d217046a.txt", "seeds/002_868e54519a9175dd.txt",
    ] {
      let bytes = try SharedDocuments.bytes(path)
      for seed in 0..<12 {
        var mutator = Mutator(seed: UInt64(seed))
        try check(mutator.mutate(bytes), name: URL(fileURLWithPath: path).lastPathComponent)
      }
    }
  }

  private func check(_ bytes: [UInt8], name: String) throws {
    let document: SourceDocument
    do {
      document = try DocumentReader.read(bytes: bytes, name: name, converter: .none)
    } catch {
      #expect(error.diagnostic.severity == .error)
      return
    }
    for case .table(let table) in document.blocks {
      for row in table.rows {
        var free = 0
        for cell in row.cells {
          #expect(cell.column >= free && cell.columnSpan >= 1)
          free = cell.column + cell.columnSpan
          #expect(!cell.continuesAbove || cell.paragraphs.isEmpty)
          #expect(cell.paragraphs.allSatisfy { !$0.isEmpty && isClean($0) })
        }
      }
    }
    #expect(document.paragraphs.allSatisfy { !$0.isEmpty && isClean($0) })
  }

  private func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
    }
  }
}
