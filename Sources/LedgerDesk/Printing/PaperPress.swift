import Foundation
import LedgerReports
import LedgerStore
import PlanImport
import TaskLedger

/// Turns the Markdown of a paper into a page, a Word document or a PDF.
///
/// A page is made by the program itself; Word documents by pandoc with the reference document and
/// filter of the templates; PDF from those by LibreOffice. Names the user typed never reach these
/// programs: they work on fixed names in a folder of their own.
package struct PaperPress {
  /// The name of the paper, which the filter may ask for.
  let paper: String
  /// The day the paper speaks of, which stands in the document as the day it was made.
  let day: CivilDate
  /// `reference.docx`, `printed.lua`, `fonts.conf` and `paper.css`.
  let layout: [String: [UInt8]]
  /// Where programs are looked for.
  let programs: ExternalPrograms

  /// How long a program may take, in seconds.
  private static let patience = 120

  /// The paper in a form.
  ///
  /// - Throws: ``PressError`` when a program is missing or fails.
  package func bytes(of markdown: String, as format: PaperFormat) throws(PressError) -> [UInt8] {
    switch format {
    case .markdown: return Array(markdown.utf8)
    case .html:
      let style = String(decoding: layout["paper.css"] ?? [], as: UTF8.self)
      return Array(MarkdownPage.html(of: markdown, name: paper, style: style).utf8)
    case .docx:
      return try inFolder { (folder) throws(PressError) in try document(markdown, in: folder) }
    case .pdf:
      // Both are looked for first, so that one message names everything that is to be installed.
      let missing = Tool.allCases.filter { programs.find($0.names) == nil }
      guard missing.isEmpty else { throw .missing(missing) }
      return try inFolder { (folder) throws(PressError) in
        let document = try document(markdown, in: folder)
        return try portable(document, in: folder)
      }
    }
  }

  private func inFolder(
    _ body: (String) throws(PressError) -> [UInt8]
  ) throws(PressError) -> [UInt8] {
    let result = ToolFolder.with { folder -> Result<[UInt8], PressError> in
      do throws(PressError) {
        return .success(try body(folder))
      } catch {
        return .failure(error)
      }
    }
    guard let result else { throw .folder(String(cString: strerror(errno))) }
    return try result.get()
  }

  /// The Word document.
  private func document(_ markdown: String, in folder: String) throws(PressError) -> [UInt8] {
    let reference = layout["reference.docx"] ?? []
    try place(Array(markdown.utf8), "paper.md", in: folder)
    try place(reference, "reference.docx", in: folder)
    try place(layout["printed.lua"] ?? [], "printed.lua", in: folder)
    try run(
      .pandoc,
      [
        "--from=commonmark+pipe_tables", "--to=docx", "--data-dir=\(folder)/none",
        "--reference-doc=\(folder)/reference.docx", "--lua-filter=\(folder)/printed.lua",
        "--metadata=paper:\(paper)", "--metadata=subject:\(EarlierOutput.mark)",
        "--output=\(folder)/pandoc.docx", "\(folder)/paper.md",
      ], ["SOURCE_DATE_EPOCH": "\(Instant(startOf: day).seconds)"], in: folder)
    let written = try result("pandoc.docx", of: .pandoc, in: folder)
    do throws(PlanReadError) {
      return try WordSections.finished(written, reference: reference)
    } catch {
      throw .failed(.pandoc, error.diagnostic.message)
    }
  }

  /// The PDF of a Word document.
  private func portable(_ document: [UInt8], in folder: String) throws(PressError) -> [UInt8] {
    try place(document, "paper.docx", in: folder)
    try place(layout["fonts.conf"] ?? [], "fonts.conf", in: folder)
    try run(
      .office,
      OfficeConverter.officeArguments(
        converting: "\(folder)/paper.docx", to: "pdf", in: folder),
      ["FONTCONFIG_FILE": "\(folder)/fonts.conf"], in: folder)
    let written = try result("paper.pdf", of: .office, in: folder)
    return PortableDocument.withoutClock(
      written, day: day, identity: EventChain.digest(of: document).description)
  }

  private func run(
    _ tool: Tool, _ arguments: [String], _ variables: [String: String], in folder: String
  ) throws(PressError) {
    guard let program = programs.find(tool.names) else { throw .missing([tool]) }
    let common = ["LC_ALL": "C.UTF-8", "TZ": "UTC"]
    switch ExternalPrograms.run(
      program, arguments, variables: common.merging(variables) { _, own in own },
      seconds: Self.patience, log: folder + "/log")
    {
    case .done: break
    case .failed(let words):
      throw .failed(tool, PrintableText.line(words.replacing(folder + "/", with: "")))
    case .timedOut(let seconds): throw .timedOut(tool, seconds: seconds)
    }
  }

  private func place(_ bytes: [UInt8], _ name: String, in folder: String) throws(PressError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    } catch {
      throw .folder(String(cString: strerror(errno)))
    }
  }

  private func result(
    _ name: String, of tool: Tool, in folder: String
  ) throws(PressError) -> [UInt8] {
    // LibreOffice ends with 0 and says so in words when it cannot read or write.
    guard let data = FileManager.default.contents(atPath: folder + "/" + name), !data.isEmpty
    else {
      let words =
        FileManager.default.contents(atPath: folder + "/log")
        .map { String(decoding: $0.suffix(400), as: UTF8.self) } ?? ""
      throw .failed(tool, PrintableText.line(words.replacing(folder + "/", with: "")))
    }
    return [UInt8](data)
  }
}

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

/// Why a printed form could not be made.
package enum PressError: Error, Sendable, Hashable {
  /// Programs that are not installed; never empty.
  case missing([Tool])
  /// A program failed; what it said.
  case failed(Tool, String)
  /// A program took too long and was stopped.
  case timedOut(Tool, seconds: Int)
  /// The folder for the programs cannot be made or written.
  case folder(String)
}
