import Foundation

/// Writes rows of cells in other formats, for tests that read one plan in all of them.
package enum DocumentWriter {
  /// A cell of a grid to write.
  package struct Cell {
    /// The paragraphs; line breaks inside of them are soft.
    package var paragraphs: [String]
    /// How many columns it covers.
    package var columns: Int
    /// How many rows it covers; zero for a cell that a merge covers.
    package var rows: Int

    /// The text where merges cannot be written: a covered cell says 同上.
    var plain: [String] { rows > 0 ? paragraphs : ["同上"] }

    /// Creates a cell.
    package init(paragraphs: [String], columns: Int = 1, rows: Int = 1) {
      self.paragraphs = paragraphs
      self.columns = columns
      self.rows = rows
    }
  }

  /// A paragraph or a table to write.
  package enum Block {
    /// A paragraph.
    case paragraph(String)
    /// A table of rows.
    case table([[Cell]])
  }

  /// Comma-separated values.
  package static func csv(_ blocks: [Block], separator: String = ",") -> String {
    lines(blocks) { row in
      row.flatMap { cell -> [String] in
        let text = cell.plain.joined(separator: "\n").replacing("\"", with: "\"\"")
        return ["\"\(text)\""] + Array(repeating: "", count: cell.columns - 1)
      }.joined(separator: separator)
    }.joined(separator: "\r\n")
  }

  /// Markdown; the first row of a table is its heading.
  package static func markdown(_ blocks: [Block]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let text):
        return text.replacing("\n", with: "<br>")
      case .table(let rows):
        var lines = rows.map { row in
          "| "
            + row.flatMap { cell -> [String] in
              let text = cell.plain.joined(separator: "<br>").replacing("\n", with: "<br>")
                .replacing("|", with: "\\|")
              return [text] + Array(repeating: "", count: cell.columns - 1)
            }.joined(separator: " | ") + " |"
        }
        let width = rows.first?.reduce(0) { $0 + $1.columns } ?? 0
        lines.insert("|" + String(repeating: "---|", count: width), at: min(1, lines.count))
        return lines.joined(separator: "\n")
      }
    }.joined(separator: "\n\n") + "\n"
  }

  /// An HTML page with real merges.
  package static func html(_ blocks: [Block]) -> String {
    let body = blocks.map { block in
      switch block {
      case .paragraph(let text):
        return "<p>\(escaped(text))</p>"
      case .table(let rows):
        let lines = rows.map { row in
          "<tr>"
            + row.filter { $0.rows > 0 }.map { cell in
              "<td colspan=\"\(cell.columns)\" rowspan=\"\(cell.rows)\">"
                + cell.paragraphs.map { "<p>\(escaped($0))</p>" }.joined() + "</td>"
            }.joined() + "</tr>"
        }
        return "<table>\n\(lines.joined(separator: "\n"))\n</table>"
      }
    }
    return "<!DOCTYPE html>\n<html><body>\n\(body.joined(separator: "\n"))\n</body></html>\n"
  }

  /// Text with a row a line, cells divided by tabs and paragraphs marked.
  package static func tabbed(_ blocks: [Block]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let text):
        return text
      case .table(let rows):
        return rows.map { row in
          row.flatMap { cell -> [String] in
            let marked = cell.plain.map { "<p>\($0.replacing("\n", with: " "))</p>" }
            return [marked.joined()] + Array(repeating: "", count: cell.columns - 1)
          }.joined(separator: "\t")
        }.joined(separator: "\n")
      }
    }.joined(separator: "\n\n") + "\n"
  }

  /// The text in GB18030.
  package static func gb18030(_ text: String) -> [UInt8] {
    [UInt8](text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
  }

  private static func lines(_ blocks: [Block], _ row: ([Cell]) -> String) -> [String] {
    blocks.flatMap { block in
      switch block {
      case .paragraph(let text): [row([Cell(paragraphs: [text])])]
      case .table(let rows): rows.map(row)
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\n", with: "<br>")
  }
}
