import Foundation
import OfficeFiles
import TaskLedger
import Testing

struct CSVReaderTests {
  private func read(_ text: String, name: String = "方案.csv") throws -> SourceDocument {
    try DocumentReader.read(bytes: Array(text.utf8), name: name)
  }

  @Test func `quotes keep separators, quotes and line breaks`() throws {
    let document = try read("序号,内容,时限\n1,\"甲，乙,丙\",3月\n2,\"第一段\r\n第二段 \"\"引\"\"\",4月\n")
    #expect(
      document.grids == [
        [["序号", "内容", "时限"], ["1", "甲，乙,丙", "3月"], ["2", "第一段\n第二段 \"引\"", "4月"]]
      ])
    #expect(document.tables[0].rows[2].cells[1].paragraphs == ["第一段", "第二段 \"引\""])
  }

  @Test func `cells know their line and column also after line breaks`() throws {
    let document = try read("甲,\"一\n二\",丙\n丁,戊,己\n")
    let places = document.tables[0].rows.map { $0.cells.map(\.location) }
    func place(_ line: Int, _ column: Int) -> Diagnostic.Location {
      .text(file: "方案.csv", line: line, column: column)
    }
    #expect(
      places == [
        [place(1, 1), place(1, 3), place(2, 4)], [place(3, 1), place(3, 3), place(3, 5)],
      ])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `the separator is found`(separator: String) throws {
    let rows = [["序号", "内容", "时限"], ["1", "甲，乙；丙", "3月"], ["2", "丁", ""]]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\n")
    #expect(try read(text).grids == [rows])
  }

  @Test func `a line that names the separator for Excel is no row`() throws {
    #expect(try read("sep=;\na;b;c\n1;2;3\n").grids == [[["a", "b", "c"], ["1", "2", "3"]]])
  }

  @Test func `a quote that is never closed is text and said`() throws {
    let document = try read("a,b,c\n1,\"二,3\n4,\"5\",6\n")
    #expect(document.tables[0].rows.count == 2 || document.codes == ["quote-unclosed"])
    let open = try read("a,b,c\n1,\"二,3\n4,5,6\n")
    #expect(open.grids == [[["a", "b", "c"], ["1", "\"二", "3"], ["4", "5", "6"]]])
    #expect(open.codes == ["quote-unclosed"])
  }

  @Test func `blank lines are one empty row between rows`() throws {
    #expect(try read("\n\na,b\n\n\nc,d\n\n").grids == [[["a", "b"], [], ["c", "d"]]])
  }

  @Test func `rows of commas are found without a name`() throws {
    let document = try read("序号,内容,时限\n1,开会,3月\n2,学习,4月\n", name: "标准输入")
    #expect(document.grids.first?.count == 3)
    let prose = try read("一、总体要求, 坚持原则\n二、工作任务\n三、组织保障, 加强领导, 落实责任\n", name: "标准输入")
    #expect(prose.tables.isEmpty)
  }

  @Test func `an export with tabs and quoted line breaks is one table`() throws {
    let text = "序号\t内容\t时限\n1\t\"一\n二\"\t3月\n2\t三\t4月\n"
    #expect(
      try read(text, name: "方案.txt").grids
        == [[["序号", "内容", "时限"], ["1", "一\n二", "3月"], ["2", "三", "4月"]]])
  }

  struct Coding: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var encode: @Sendable (String) -> [UInt8]
    init(_ name: String, _ encode: @escaping @Sendable (String) -> [UInt8]) {
      testDescription = name
      self.encode = encode
    }
  }

  @Test(arguments: [
    Coding("UTF-8") { Array($0.utf8) },
    Coding("UTF-8 with a mark") { [0xEF, 0xBB, 0xBF] + Array($0.utf8) },
    Coding("UTF-16LE") { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } },
    Coding("UTF-16BE") { [0xFE, 0xFF] + $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } },
    Coding("UTF-16LE without a mark") { $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } },
    Coding("UTF-16BE without a mark") { $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } },
    Coding("GB18030") {
      [UInt8]($0.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
    },
  ])
  func `every encoding gives the same rows`(coding: Coding) throws {
    let text = "序号,改革内容,完成时限\r\n1,\"召开动员会，明确目标\",2021年3月底前\r\n2,编印㐀章程①,长期坚持\r\n"
    let document = try DocumentReader.read(bytes: coding.encode(text), name: "方案.csv")
    #expect(
      document.grids == [
        [["序号", "改革内容", "完成时限"], ["1", "召开动员会，明确目标", "2021年3月底前"], ["2", "编印㐀章程①", "长期坚持"]]
      ])
    #expect(document.diagnostics.isEmpty)
  }

  @Test func `bytes of no character are replaced and said`() throws {
    var bytes = Array(String(repeating: "开会学习制度章程\n", count: 300).utf8)
    bytes[40] = 0xFF
    let document = try DocumentReader.read(bytes: bytes, name: "a.txt")
    #expect(document.codes == ["text-repaired"])
  }

  @Test(.bug(id: "files", "the apostrophe before a formula's mark stayed in the text"))
  func `an apostrophe that keeps a cell from being a formula is no part of it`() throws {
    let document = try read("序号,备注\n1,'-5分以下不评优\n2,\"'=甲，乙\"\n3,'三会'制度\n")
    #expect(
      document.grids == [
        [["序号", "备注"], ["1", "-5分以下不评优"], ["2", "=甲，乙"], ["3", "'三会'制度"]]
      ])
  }
}
