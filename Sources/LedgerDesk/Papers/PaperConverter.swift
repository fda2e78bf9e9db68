import BundledAssets
import Foundation
import LedgerReports
import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

/// Turns the Markdown of a paper into a page, a Word document or a PDF.
///
/// A page is made by the program itself; Word documents by pandoc with the reference document and
/// filter of the templates; PDF from those by LibreOffice. Names the user typed never reach these
/// programs: they work on fixed names in a folder of their own. What they run is the program's own;
/// from a school's reference document only styles and page are taken.
package struct PaperConverter {
  /// The name of the paper, which the filter may ask for.
  let paper: String
  /// The day the paper speaks of, which is written in the document as the day it was made.
  let day: CivilDate
  /// `reference.docx` and `paper.css`, a school's own in place of the built-in ones.
  let layout: [String: [UInt8]]
  /// Where programs are looked for.
  let programs: ExternalPrograms

  /// How long a program may take, in seconds.
  private static let patience = 120

  /// The paper in a form, and what should be said beside it.
  ///
  /// - Throws: ``ConversionError`` when a program is missing or fails.
  package func converted(
    _ markdown: String, to format: PaperFormat
  ) throws(ConversionError) -> (bytes: [UInt8], notes: [Diagnostic]) {
    let (bytes, said) = try bytes(of: markdown, as: format)
    guard format == .pdf else { return (bytes, said) }
    let faces = PortableDocument.faces(in: bytes)
    let wanted = ["fangsong", "fang", "仿宋"]
    let isAsAsked =
      faces.isEmpty
      || faces.contains { face in wanted.contains { face.lowercased().contains($0) } }
    let isChecked = programs.find(Self.textReader) != nil
    return (
      bytes,
      said + (isAsAsked ? [] : [.facesReplaced(faces)])
        + (isChecked ? [] : [.printedTextUnchecked()])
    )
  }

  private func bytes(
    of markdown: String, as format: PaperFormat
  ) throws(ConversionError) -> (bytes: [UInt8], notes: [Diagnostic]) {
    switch format {
    case .markdown: return (Array(markdown.utf8), [])
    case .html:
      let style = String(decoding: layout["paper.css"] ?? [], as: UTF8.self)
      if let line = PaperPage.outsideLine(ofStyles: style) {
        throw .styleReachesOut(line: line)
      }
      do throws(DocumentReadError) {
        let page = try PaperPage(of: markdown, name: paper)
        return (Array(page.html(name: paper, style: style).utf8), [])
      } catch {
        throw .pageRefused(error)
      }
    case .docx:
      return try inFolder { (folder) throws(ConversionError) in
        try document(markdown, for: format, in: folder)
      }
    case .pdf:
      // Both are looked for first, so that one message names everything that is to be installed.
      let missing = Tool.allCases.filter { programs.find($0.names) == nil }
      guard missing.isEmpty else { throw .missing(missing) }
      return try inFolder { (folder) throws(ConversionError) in
        let (document, notes) = try document(markdown, for: format, in: folder)
        let (paper, more) = try portable(document, in: folder)
        return (paper, notes + more)
      }
    }
  }

  /// A form and what should be said beside it.
  private typealias Form = (bytes: [UInt8], notes: [Diagnostic])

  private func inFolder(
    _ body: (String) throws(ConversionError) -> Form
  ) throws(ConversionError) -> Form {
    let result = ToolFolder.with { folder -> Result<Form, ConversionError> in
      do throws(ConversionError) {
        return .success(try body(folder))
      } catch {
        return .failure(error)
      }
    }
    let number = errno
    guard let result else { throw .folder(Diagnostic.systemReason(number)) }
    return try result.get()
  }

  /// The Word document that is handed over, or of which the PDF is made.
  private func document(
    _ markdown: String, for format: PaperFormat, in folder: String
  ) throws(ConversionError) -> Form {
    let reference = try reference()
    try place(Array(markdown.utf8), "paper.md", in: folder)
    try place(reference, "reference.docx", in: folder)
    try place(BundledAssets.setup["printed.lua"] ?? [], "printed.lua", in: folder)
    let arguments = [
      "--from=commonmark+pipe_tables", "--to=docx", "--data-dir=\(folder)/none",
      "--reference-doc=\(folder)/reference.docx", "--lua-filter=\(folder)/printed.lua",
      "--metadata=paper:\(paper)", "--metadata=form:\(format.rawValue)",
      "--metadata=subject:\(EarlierOutput.mark)",
      "--output=\(folder)/pandoc.docx", "\(folder)/paper.md",
    ]
    let variables = ["SOURCE_DATE_EPOCH": "\(Instant(startOf: day).seconds)"]
    var notes: [Diagnostic] = []
    do throws(ConversionError) {
      try run(.pandoc, ["--sandbox"] + arguments, variables, in: folder)
    } catch .failed(.pandoc, let words)
      where words.contains("--sandbox") || words.contains("Could not find data file")
    {
      // Before 2.15 there is no sandbox, and some systems' packages cannot read their own data in it.
      // The filter leaves nothing that could be fetched; without a network nothing can be.
      if !canIsolate { notes.append(.sandboxMissing()) }
      try run(.pandoc, arguments, variables, in: folder, isIsolated: true)
    }
    let written = try result("pandoc.docx", of: .pandoc, in: folder)
    do throws(DocumentReadError) {
      return (try WordSections.finished(written, reference: reference), notes)
    } catch {
      throw .failed(.pandoc, error.diagnostic.message)
    }
  }

  /// The reference document: the built-in one, with the styles and the page of the school's own.
  private func reference() throws(ConversionError) -> [UInt8] {
    let builtIn = BundledAssets.layout["reference.docx"] ?? []
    guard let own = layout["reference.docx"], own != builtIn else { return builtIn }
    do throws(DocumentReadError) {
      return try StyleDocument.styles(of: own, in: builtIn)
    } catch {
      throw .referenceUnreadable(error.diagnostic.message)
    }
  }

  /// The PDF of a Word document.
  private func portable(_ document: [UInt8], in folder: String) throws(ConversionError) -> Form {
    try place(document, "paper.docx", in: folder)
    try place(BundledAssets.setup["fonts.conf"] ?? [], "fonts.conf", in: folder)
    guard OfficeProfile.write(in: folder) else {
      throw .folder(Diagnostic.systemReason(errno))
    }
    try run(
      .office,
      OfficeConverter.officeArguments(
        converting: "\(folder)/paper.docx", to: "pdf", in: folder),
      ["FONTCONFIG_FILE": "\(folder)/fonts.conf"], in: folder)
    let written = try result("paper.pdf", of: .office, in: folder)
    try requireWhole(document, in: folder)
    let paper = PortableDocument.withoutClock(
      written, day: day, identity: EventChain.digest(of: document).description)
    return (paper, canIsolate ? [] : [.networkWithinReach()])
  }

  private static let textReader = ["pdftotext"]

  /// What was printed is what was written: the text of the PDF holds every character of the
  /// document. Without a program that reads it, nothing is said here.
  private func requireWhole(_ document: [UInt8], in folder: String) throws(ConversionError) {
    guard let program = programs.find(Self.textReader),
      let source = try? WordText.printed(document)
    else { return }
    let outcome = ExternalPrograms.run(
      program, ["-raw", "-enc", "UTF-8", "\(folder)/paper.pdf", "\(folder)/paper.txt"],
      seconds: Self.patience)
    guard case .done = outcome,
      let data = FileManager.default.contents(atPath: folder + "/paper.txt")
    else { throw .failed(.office, "pdftotext") }
    let losses = PrintedText.losses(from: source, in: String(decoding: data, as: UTF8.self))
    guard losses.isEmpty else { throw .textLost(losses) }
  }

  /// Whether the system can take the network away from a program.
  private var canIsolate: Bool { programs.withoutNetwork("true", []) != nil }

  private func run(
    _ tool: Tool, _ arguments: [String], _ variables: [String: String], in folder: String,
    isIsolated: Bool = false
  ) throws(ConversionError) {
    guard let found = programs.find(tool.names) else { throw .missing([tool]) }
    let isolated = isIsolated || tool == .office ? programs.withoutNetwork(found, arguments) : nil
    let (program, arguments) = isolated ?? (found, arguments)
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

  private func place(_ bytes: [UInt8], _ name: String, in folder: String) throws(ConversionError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    } catch {
      throw .folder(Diagnostic.systemReason(error))
    }
  }

  private func result(
    _ name: String, of tool: Tool, in folder: String
  ) throws(ConversionError) -> [UInt8] {
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
