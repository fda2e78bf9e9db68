import TaskLedger

/// Follows the events of `word/document.xml` and builds the blocks.
final class DocxBody: XMLContentHandler {
  let file: String
  // The parser gives one event at a time, so nothing reads these while they change; checking it
  // again takes a tenth of the time of reading.
  @exclusivity(unchecked) private var numbering: DocxNumbering?
  let styles: DocxStyles
  @exclusivity(unchecked) var budget: ReadBudget
  @exclusivity(unchecked) var blocks: [SourceDocument.Block] = []
  @exclusivity(unchecked) var nested: [SourceDocument.Block] = []
  @exclusivity(unchecked) var tables: [DocxTable] = []
  @exclusivity(unchecked) var tableCount = 0
  @exclusivity(unchecked) private var paragraphCount = 0
  @exclusivity(unchecked) var notes = DocxNotes()

  /// Paragraphs stand inside each other where a text box is anchored.
  @exclusivity(unchecked) var paragraphs: [DocxParagraph] = []
  @exclusivity(unchecked) var openParagraphs = 0
  @exclusivity(unchecked) private var carried = CleanText()

  @exclusivity(unchecked) private var context = Context.content
  @exclusivity(unchecked) private var skipped = 0
  /// What is skipped, when some of it is looked at nevertheless.
  @exclusivity(unchecked) private var skippedPart = XMLName.Local.other
  @exclusivity(unchecked) private var alternates: [Bool] = []
  @exclusivity(unchecked) var isText = false
  @exclusivity(unchecked) var isInstruction = false
  @exclusivity(unchecked) var run = DocxRun()
  @exclusivity(unchecked) var math = DocxMath()

  private enum Context { case content, paragraph, paragraphMark, run, row, cell }

  init(file: String, numbering: DocxNumbering?, styles: DocxStyles, budget: ReadBudget) {
    self.file = file
    self.numbering = numbering
    self.styles = styles
    self.budget = budget
  }

  /// Whether there were pictures.
  var hasPictures: Bool { notes.images > 0 }

  /// The document, when every event has been followed.
  func finish(_ texts: DocxNotes.Texts) throws(DocumentReadError) -> SourceDocument {
    try emitCarried()
    return SourceDocument(
      name: file, blocks: blocks, diagnostics: notes.diagnostics(file: file, texts: texts))
  }

  /// A note that hangs where the reader is.
  private func reference(
    _ attributes: XMLAttributes, isEndnote: Bool = false
  ) -> DocxNotes.Reference {
    DocxNotes.Reference(id: attributes["id"], place: place, isEndnote: isEndnote)
  }

  /// The cell or the paragraph being read.
  var place: Diagnostic.Location {
    tables.last.flatMap { $0.hasCell ? $0.location(file: file) : nil }
      ?? .paragraph(file: file, index: paragraphCount + 1)
  }

  // MARK: Events

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    if skipped > 0 {
      skipped += 1
      if name.space == .word { look(at: name.local, attributes) }
      return
    }
    switch name.space {
    case .word: try startWord(name.local, attributes)
    case .compatibility: startCompatibility(name.local, attributes)
    case .math: startMath(name.local, attributes)
    case .sheet, .packageRelationships: break
    case .other:
      if name.local == .blip || name.local == .imagedata {
        notes.images += 1
        withParagraph { $0.markContent() }
      }
      if name.local == .oleObject { notes.embedded += 1 }
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    if skipped > 0 {
      skipped -= 1
      if skipped == 0 { skippedPart = .other }
      return
    }
    switch name.space {
    case .word: try endWord(name.local)
    case .compatibility: if name.local == .alternateContent { _ = alternates.popLast() }
    case .math: endMath(name.local)
    case .sheet, .packageRelationships, .other: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    guard isText, skipped == 0, openParagraphs > 0 else { return takeInstruction(bytes) }
    guard begins(bytes) else { return }
    try budget.addBytes(bytes.count)
    if run.marks.isRaised, let digits = RaisedDigits.text(bytes) {
      return paragraphs[openParagraphs - 1].text.append(digits)
    }
    if let font = run.marks.symbolFont {
      let (text, unknown) = SymbolFont.text(bytes, font: font)
      if unknown > 0 { notes.symbols.add(place, count: unknown) }
      return paragraphs[openParagraphs - 1].text.append(text)
    }
    paragraphs[openParagraphs - 1].text.append(bytes)
  }

  private func startCompatibility(_ name: XMLName.Local, _ attributes: XMLAttributes) {
    switch name {
    case .alternateContent: alternates.append(false)
    case .choice, .fallback:
      // The same content is there several times; the first that is understood is enough.
      let isUnderstood = name == .fallback || DocxChoice.isUnderstood(attributes["Requires"])
      if alternates.last == true || !isUnderstood {
        skipped = 1
      } else if !alternates.isEmpty {
        alternates[alternates.count - 1] = true
      }
    default: break
    }
  }

  /// What counts inside of properties that are passed over.
  private func look(at name: XMLName.Local, _ attributes: XMLAttributes) {
    switch (skippedPart, name) {
    case (.sdtPr, .showingPlcHdr):
      if attributes.isOn("val", default: true) { run.markPrompt() }
    case (.tblPr, .tblStyle): markStyle(attributes["val"])
    default: break
    }
  }

  private func startWord(
    _ name: XMLName.Local, _ attributes: XMLAttributes
  ) throws(DocumentReadError) {
    switch name {
    case .p: beginParagraph()
    case .pPr: context = .paragraph
    case .rPr: context = context == .paragraph ? .paragraphMark : .run
    case .trPr: context = .row
    case .tcPr: context = .cell
    case .r: run.begin()
    case .sdt: run.beginControl()
    case .t: isText = true
    case .instrText: isInstruction = true
    case .tbl:
      // What has lost its mark stands before the table and not in its first cell.
      try emitCarried()
      tableCount += 1
      tables.append(DocxTable(index: tableCount))
    case .tr: try beginRow()
    case .tc: try beginCell()
    case .pPrChange, .rPrChange, .trPrChange, .tcPrChange, .tblPrChange, .numberingChange,
      .sdtPr, .sectPr, .rt, .tblPr, .tblPrEx:
      skipped = 1
      skippedPart = name
    case .del, .moveFrom: startDeletion()
    case .ins, .moveTo: notes.changes += 1
    case .altChunk, .subDoc: notes.embedded += 1
    case .footnoteReference, .endnoteReference:
      notes.footnotes.append(reference(attributes, isEndnote: name == .endnoteReference))
    case .commentReference: notes.comments.append(reference(attributes))
    default:
      switch context {
      case .content: startInline(name, attributes)
      case .paragraph, .paragraphMark, .run, .row, .cell: startProperty(name, attributes)
      }
    }
  }

  private func startInline(_ name: XMLName.Local, _ attributes: XMLAttributes) {
    switch name {
    case .tab, .ptab: append("\t")
    case .br, .cr: append("\n")
    case .noBreakHyphen: append("-")
    case .sym: startSymbol(attributes)
    case .fldChar: markField(attributes["fldCharType"])
    case .fldSimple: withParagraph { $0.beginField(instruction: attributes["instr"] ?? "") }
    case .ddList, .listEntry, .result, .checked, .default:
      withParagraph { $0.withField { $0.form.mark(name, attributes) } }
    default: break
    }
  }

  private func startProperty(_ name: XMLName.Local, _ attributes: XMLAttributes) {
    switch (context, name) {
    case (.paragraph, .pStyle): withParagraph { $0.style = attributes["val"] }
    case (.paragraph, .numId): withParagraph { $0.list = attributes.int("val") }
    case (.paragraph, .ilvl): withParagraph { $0.level = attributes.int("val") }
    case (.paragraphMark, .vanish):
      withParagraph { $0.isMarkHidden = attributes.isOn("val", default: true) }
    case (.run, .rStyle): run.marks.style = attributes["val"]
    case (.run, .rFonts): run.marks.symbolFont = DocxSymbol.font(attributes)
    case (.run, .strike), (.run, .dstrike):
      run.marks.isStruck = run.marks.isStruck == true || attributes.isOn("val", default: true)
    case (.run, .vertAlign): run.marks.isRaised = attributes["val"] == "superscript"
    case (.run, .vanish): run.marks.isHidden = attributes.isOn("val", default: true)
    case (.row, .hidden):
      if attributes.isOn("val", default: true) {
        notes.hiddenRows += 1
        withTable { $0.hideRow() }
      }
    case (.row, .gridBefore):
      let count = DocxTable.columns(attributes.int("val"), fallback: 0)
      withTable { $0.skipColumns(count) }
    case (.cell, .gridSpan):
      let count = max(1, DocxTable.columns(attributes.int("val"), fallback: 1))
      withTable { $0.span(count) }
    case (.cell, .vMerge):
      // A missing value means that the cell continues the one above.
      let begins = attributes["val"] == "restart"
      withTable { $0.merge(begins ? .begins : .continues) }
    case (.cell, .hMerge):
      if attributes["val"] != "restart" { withTable { $0.continueLeft() } }
    case (.cell, .cellMerge):
      // A merge or a division that is tracked, as if it were accepted.
      notes.changes += 1
      switch attributes["vMerge"] {
      case "rest": withTable { $0.merge(.begins) }
      case "cont": withTable { $0.merge(.continues) }
      default: withTable { $0.merge(.none) }
      }
    case (.cell, .cellDel):
      notes.changes += 1
      withTable { $0.deleteCell() }
    default: break
    }
  }

  private func startDeletion() {
    notes.changes += 1
    switch context {
    case .content: skipped = 1
    case .paragraphMark: withParagraph { $0.isMarkDeleted = true }
    case .row: withTable { $0.deleteRow() }
    case .paragraph, .run, .cell: break
    }
  }

  private func endWord(_ name: XMLName.Local) throws(DocumentReadError) {
    switch name {
    case .p: try endParagraph()
    case .pPr, .trPr, .tcPr: context = .content
    case .rPr: context = context == .paragraphMark ? .paragraph : .content
    case .t: isText = false
    case .instrText: isInstruction = false
    case .fldSimple: markField("end")
    case .r: run.end()
    case .sdt: run.endControl()
    case .tc:
      try emitCarried()
      if let last = tables.indices.last { try tables[last].endCell(&budget) }
    case .tr: if let last = tables.indices.last { try tables[last].endRow(&budget) }
    case .tbl: try endTable()
    default: break
    }
  }

  // MARK: What is shown

  /// Whether text is read that is about to be written; what stands before it is divided from it.
  func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let last = openParagraphs - 1
    guard paragraphs[last].instructions == 0 else { return false }
    if !paragraphs[last].fields.isEmpty { paragraphs[last].markContent() }
    guard isShown(bytes) else { return false }
    if math.writer.isClosed { math.writer.follow(&paragraphs[last].text, with: bytes) }
    return true
  }

  /// Whether text is read: it is neither hidden nor struck nor the prompt of an empty field.
  private func isShown(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let paragraph = openParagraphs > 0 ? paragraphs[openParagraphs - 1].style : nil
    guard let reason = run.reason(in: styles, paragraph: paragraph, table: tables.last?.style)
    else { return true }
    // White space may carry the mark of the words beside it.
    if reason == .struck, !bytes.contains(where: { $0 > 0x20 }) { return true }
    if run.marks.isCounted { return false }
    run.marks.isCounted = true
    switch reason {
    case .prompt: notes.placeholders += 1
    case .hidden: notes.hiddenRuns += 1
    case .struck:
      notes.struckRuns += 1
      if tables.last?.hasCell == true { withTable { $0.strike() } }
      if notes.struckPlace == nil {
        notes.struckPlace = place
      }
    }
    return false
  }

  // MARK: Paragraphs

  private func beginParagraph() {
    context = .content
    if openParagraphs == paragraphs.count { paragraphs.append(DocxParagraph()) }
    paragraphs[openParagraphs].reset()
    openParagraphs += 1
  }

  private func endParagraph() throws(DocumentReadError) {
    guard openParagraphs > 0 else { return }
    openParagraphs -= 1
    (isText, isInstruction) = (false, false)
    let index = openParagraphs
    if paragraphs[index].isMarkDeleted {
      // Without its mark the paragraph is the beginning of the next one.
      paragraphs[index].text.utf8.withUnsafeBufferPointer { carried.append($0) }
      return
    }
    if !carried.utf8.isEmpty {
      paragraphs[index].text.utf8.withUnsafeBufferPointer { carried.append($0) }
      swap(&carried, &paragraphs[index].text)
      carried.removeAll()
    }
    let content = paragraphs[index].text.trimmed
    // What nobody sees is not counted either.
    if content == nil, isHidden(paragraphs[index]) { return }
    let label = self.label(paragraphs[index])
    guard label != nil || content != nil else { return }
    guard let label else { return try emit(content ?? "") }
    let text = label + (content ?? "")
    // An empty cell that shows its computed number holds just the number.
    try emit(content == nil ? UTF8Text.paragraphs(text).joined() : text)
  }

  /// Whether a paragraph is hidden with its mark.
  private func isHidden(_ paragraph: DocxParagraph) -> Bool {
    if let own = paragraph.isMarkHidden { return own }
    return styles.hasMarks && styles.value(paragraph.style) { $0.isHidden } ?? false
  }

  private func label(_ paragraph: DocxParagraph) -> String? {
    guard numbering != nil, paragraph.list != nil || paragraph.style != nil,
      let place = numbering?.place(
        list: paragraph.list, level: paragraph.level, style: paragraph.style),
      // What a merge hides is not counted.
      tables.last?.continuesAbove != true
    else { return nil }
    return numbering?.next(list: place.list, level: place.level)
  }

  func emitCarried() throws(DocumentReadError) {
    guard let text = carried.trimmed else { return }
    carried.removeAll()
    try emit(text)
  }

  private func emit(_ text: String) throws(DocumentReadError) {
    try budget.addText(0)
    if let last = tables.indices.last, tables[last].hasCell {
      tables[last].add(text)
      return
    }
    paragraphCount += 1
    blocks.append(
      .paragraph(
        SourceParagraph(text: text, location: .paragraph(file: file, index: paragraphCount))))
  }

  // MARK: Small helpers

  private func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes in appendBytes(bytes) }
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in appendBytes(bytes) }
  }

  private func appendBytes(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard openParagraphs > 0, begins(bytes) else { return }
    paragraphs[openParagraphs - 1].text.append(bytes)
  }

  func withTable(_ change: (inout DocxTable) -> Void) {
    if let last = tables.indices.last { change(&tables[last]) }
  }

  func withParagraph(_ change: (inout DocxParagraph) -> Void) {
    if openParagraphs > 0 { change(&paragraphs[openParagraphs - 1]) }
  }
}
