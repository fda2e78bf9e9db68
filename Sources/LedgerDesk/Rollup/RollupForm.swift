import BundledAssets
package import LedgerReports
import OfficeFiles
import PlanImport
import TaskLedger

/// The forms the view of many schools can be handed out in.
package enum RollupForm: String, Sendable, CaseIterable {
  /// Markdown.
  case markdown = "md"
  /// A page that needs nothing from outside.
  case html = "html"
  /// For programs.
  case json = "json"
  /// One row a school.
  case csv = "csv"
  /// A workbook with sheets of schools, clauses, months and what was left out.
  case xlsx = "xlsx"

  /// The bytes of a view in this form; a workbook's messages name the file.
  package func bytes(of rollup: Rollup, file: String) throws(DeskError) -> [UInt8] {
    switch self {
    case .markdown: return Array(try markdown(rollup).utf8)
    case .html:
      let style = String(decoding: BundledAssets.layout["paper.css"] ?? [], as: UTF8.self)
      let text = try markdown(rollup)
      do throws(DocumentReadError) {
        return Array(
          try PaperPage(of: text, name: "rollup").html(name: "rollup", style: style).utf8)
      } catch {
        let failure = ConversionError.pageRefused(error).diagnostics(instead: nil)
        throw DeskError(failure.diagnostics, kind: failure.kind)
      }
    case .json:
      return Array(try JSONDocument(kind: "rollup", RollupJSON(rollup)).text().utf8)
    case .csv: return Array(CSVText.written(RollupSheet.schools(of: rollup)).utf8)
    case .xlsx:
      do throws(XlsxWriteError) {
        return try XlsxWriter.bytes(
          of: RollupSheet.tables(of: rollup).map { table in
            XlsxTable(
              name: table.name,
              rows: table.rows.map { row in
                row.enumerated().map { Self.cell($1, isName: table.names.contains($0)) }
              })
          }, file: file)
      } catch {
        throw DeskError([error.diagnostic], kind: .disk)
      }
    }
  }

  /// Counts and rates are numbers, so that an office can go on calculating; names stay words.
  private static func cell(_ text: String, isName: Bool) -> XlsxCell {
    let isFigure = !text.isEmpty && text.utf8.allSatisfy { (0x2E...0x39).contains($0) }
    guard !isName, isFigure, let number = Double(text) else { return .text(text) }
    return .number(number)
  }

  private func markdown(_ rollup: Rollup) throws(DeskError) -> String {
    do throws(ReportError) {
      return try render(rollup, templates: TemplateSource(builtIn: BundledAssets.templates))
    } catch {
      throw DeskError(error.diagnostics, kind: .unreadableInput)
    }
  }
}
