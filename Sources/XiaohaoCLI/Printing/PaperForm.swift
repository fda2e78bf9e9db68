import Foundation
import LedgerReports
import LedgerDesk
import TaskLedger

/// A paper on its way into the form that was asked for.
struct PaperForm {
  let paper: Paper
  /// What the templates gave: Markdown, or the page of the wall chart.
  let text: String
  let format: PaperFormat
  let press: PaperPress

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
    do throws(PressError) {
      let bytes = try press.bytes(of: text, as: format)
      if format == .pdf { noteFaces(in: bytes, session) }
      return bytes
    } catch {
      guard let output else { throw DeskError(error.diagnostics(instead: nil)) }
      let other = try writeInstead(of: output, session)
      throw DeskError(error.diagnostics(instead: other))
    }
  }

  /// Says so when a PDF holds none of the faces the standard asks for.
  private func noteFaces(in bytes: [UInt8], _ session: Session) {
    let faces = PortableDocument.faces(in: bytes)
    let wanted = ["fangsong", "fang", "仿宋"]
    guard !faces.isEmpty,
      !faces.contains(where: { face in wanted.contains { face.lowercased().contains($0) } })
    else { return }
    session.say([.facesReplaced(faces)])
  }

  /// Writes the Markdown beside a file, without touching another one of that name.
  private func writeInstead(
    of output: String, _ session: Session
  ) throws(DeskError) -> String {
    let stem = (output as NSString).deletingPathExtension
    let names = ["\(stem).md"] + (2...99).map { "\(stem)-\($0).md" }
    let isFree = { (name: String) in
      guard let old = FileManager.default.contents(atPath: session.path(name)) else {
        return !FileManager.default.fileExists(atPath: session.path(name))
      }
      return old == Data(text.utf8)
    }
    let name = names.first(where: isFree) ?? "\(stem).md"
    try session.write(text, to: name)
    return (name as NSString).lastPathComponent
  }
}

extension DeskError {
  /// The failure of a printed form: what is not installed is the caller's to mend, the rest ours.
  fileprivate init(_ failure: (diagnostics: [Diagnostic], kind: DeskError.Kind)) {
    self.init(failure.diagnostics, kind: failure.kind)
  }
}
