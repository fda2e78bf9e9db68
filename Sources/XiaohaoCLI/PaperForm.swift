import Foundation
import LedgerDesk
import LedgerReports
import TaskLedger

/// A paper and the form that was asked for.
struct PaperForm {
  let paper: Paper
  /// What the templates gave: Markdown, or the page of the wall chart.
  let text: String
  let format: PaperFormat
  let converter: PaperConverter

  /// The bytes of the form.
  ///
  /// When a program that makes the form is missing or fails, the Markdown is written beside the
  /// file that was asked for, so that the paper is there all the same.
  ///
  /// - Parameters:
  ///   - session: Takes the messages.
  ///   - output: The file asked for; nil for standard output.
  /// - Returns: The form.
  /// - Throws: ``DeskError`` saying what is missing and what was written instead.
  func bytes(_ session: Session, for output: String?) throws(DeskError) -> [UInt8] {
    if paper == .board { return Array(text.utf8) }
    do throws(ConversionError) {
      let converted = try converter.converted(text, to: format)
      session.say(converted.notes)
      return converted.bytes
    } catch {
      let other = try output.map { (output) throws(DeskError) in
        try OutputFile(path: session.path(output)).writeBeside(Array(text.utf8), ending: "md")
      }
      let failure = error.diagnostics(instead: other)
      throw DeskError(failure.diagnostics, kind: failure.kind)
    }
  }
}
