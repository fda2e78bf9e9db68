import PlanImport
import TaskLedger
import Testing

struct CSVReaderTests {
  private func rows(_ text: String, name: String = "计划.csv") throws -> [[[String]]] {
    let document = try PlanReader.read(bytes: Array(text.utf8), name: name)
    guard case .table(let table)? = document.blocks.first else { return [] }
    return table.rows.map { $0.cells.map(\.paragraphs) }
  }

  @Test func `quotes keep separators, doubled quotes and line breaks`() throws {
    #expect(
      try rows("序号,内容\n1,\"甲，\"\"乙\"\",丙\"\n2,\"一\n二\"\n")
        == [[["序号"], ["内容"]], [["1"], ["甲，\"乙\",丙"]], [["2"], ["一", "二"]]])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `the separator is found`(_ separator: String) throws {
    let text = [["序号", "内容"], ["1", "甲"]].map { $0.joined(separator: separator) }
      .joined(separator: "\r\n")
    #expect(try rows(text) == [[["序号"], ["内容"]], [["1"], ["甲"]]])
  }

  @Test func `an empty last cell is a cell, and a blank row is none`() throws {
    #expect(try rows("甲,乙\n,\n丙,") == [[["甲"], ["乙"]], [["丙"], []]])
  }

  @Test func `a cell knows its line and column`() throws {
    let document = try PlanReader.read(bytes: Array("甲,乙\n\"一\n二\",丙\n丁,戊".utf8), name: "a.csv")
    guard case .table(let table)? = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows[2].cells[1].location == .text(file: "a.csv", line: 4, column: 3))
  }

  @Test func `a quote that never ends is read to the end`() throws {
    #expect(try rows("甲,\"乙\n丙") == [[["甲"], ["乙", "丙"]]])
  }

  @Test func `GB18030 and UTF-16 are found by content`() throws {
    let gb: [UInt8] = [
      0xD0, 0xF2, 0xBA, 0xC5, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0A, 0x31, 0x2C, 0xBC, 0xD7,
    ]
    let units = "序号,内容\n1,甲".utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let wide: [UInt8] = [0xFF, 0xFE] + units.joined()
    for bytes in [gb, wide] {
      let document = try PlanReader.read(bytes: bytes, name: "计划.csv")
      guard case .table(let table)? = document.blocks.first else {
        Issue.record("no table")
        return
      }
      #expect(table.rows.map { $0.cells.map(\.text) } == [["序号", "内容"], ["1", "甲"]])
    }
  }
}
