package import OfficeFiles
import PlanImport

/// The programs that make printed forms.
package enum Tool: Sendable, Hashable, CaseIterable {
  /// pandoc: Markdown to Word.
  case pandoc
  /// LibreOffice: Word to PDF.
  case office

  /// The names under which it is installed.
  var names: [String] {
    switch self {
    case .pandoc: ["pandoc", "/opt/homebrew/bin/pandoc"]
    case .office: ExternalPrograms.officeNames
    }
  }
}

/// Why a paper could not be turned into a form.
package enum ConversionError: Error, Sendable, Hashable {
  /// Programs that are not installed; never empty.
  case missing([Tool])
  /// A program failed; what it said.
  case failed(Tool, String)
  /// A program took too long and was stopped.
  case timedOut(Tool, seconds: Int)
  /// The printed text lacks characters of the written one.
  case textLost([PrintedText.Loss])
  /// A page would be too large or too deep.
  case pageRefused(DocumentReadError)
  /// The school's own reference document cannot be read; why.
  case referenceUnreadable(String)
  /// The school's own style sheet asks for something from elsewhere; the line.
  case styleReachesOut(line: Int)
  /// The folder for the programs cannot be made or written.
  case folder(String)
}
