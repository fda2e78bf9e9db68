package import TaskLedger

/// The papers that can be printed.
package enum Paper: Sendable, Hashable {
  /// 月度自查: the paper of the gap-review meeting.
  case monthly(CivilMonth)
  /// 自评报告: handed in on 15 October.
  case selfEvaluation
  /// 改革情况报告: the same by area.
  case reform
  /// 评估备案表: indicators with answers and figures.
  case filingForm
  /// The results of the form as they are published (公示).
  case publication
  /// The form of one department's union.
  case unionForm(String)
  /// 台账: every item with its columns.
  case ledger
  /// 佐证材料目录.
  case evidenceIndex
  /// 部门清单: what a department answers for.
  case department(String)
  /// 报送清单: what the notice asks for, in which form, to whom and by when.
  case handIn
  /// 倒排表: what still stands between today and 自评通过; by a day, for one department or all.
  case missing(by: CivilDate?, department: String?)
  /// 会议纪要: what the meeting of a month decided.
  case minutes(CivilMonth)
  /// 提醒函、催办函、督办单 to a department.
  case reminder(String, isDraft: Bool = false)
  /// 挂图作战: one page of HTML for the wall.
  case board
}

/// Prints a paper.
///
/// Pure: no clock, no file and no locale; the same input and templates give the same bytes.
///
/// - Parameters:
///   - paper: Which paper.
///   - input: The ledger as of a day, and what goes with it.
///   - templates: The built-in templates and the school's own.
/// - Returns: The text, ending in one line break.
/// - Throws: ``ReportError`` naming each fault of the template, or the department nobody knows.
package func render(_ paper: Paper, _ input: ReportInput, templates: TemplateSource)
  throws(ReportError) -> String
{
  let sheet = try ReportSheet(paper, input)
  let text = try StrictTemplate.render(
    paper.name, fields: sheet.fields, shapes: sheet.shapes, kind: sheet.kind,
    templates: templates)
  return tidied(text)
}

/// A paper's values with their keys.
struct ReportSheet {
  var fields: Fields
  var shapes: [KeyShape]
  var kind: StrictTemplate.TextKind = .markdown

  init(_ paper: Paper, _ given: ReportInput) throws(ReportError) {
    let input = given.namingOwners()
    switch paper {
    case .monthly(let month):
      self.init(MonthlyReport(of: month, input), MonthlyReport.keys)
    case .selfEvaluation:
      self.init(SelfEvaluation(input), SelfEvaluation.keys)
    case .reform: self.init(ReformReport(input), ReformReport.keys)
    case .filingForm: self.init(try FilingForm(.school, input), FilingForm.keys)
    case .publication: self.init(try FilingForm(.publication, input), FilingForm.keys)
    case .unionForm(let unit): self.init(try FilingForm(.union(unit), input), FilingForm.keys)
    case .ledger: self.init(LedgerTable(input), LedgerTable.keys)
    case .evidenceIndex: self.init(EvidenceIndex(input), EvidenceIndex.keys)
    case .department(let name):
      self.init(try DepartmentReport(of: name, input), DepartmentReport.keys)
    case .handIn: self.init(HandInList(input), HandInList.keys)
    case .board: self.init(Board(input), Board.keys, kind: .html)
    case .missing(let day, let name):
      self.init(try MissingReport(by: day, of: name, input), MissingReport.keys)
    case .minutes(let month):
      self.init(MeetingMinutes(of: month, input), MeetingMinutes.keys)
    case .reminder(let name, let isDraft):
      let sheet =
        try isDraft ? ReminderSheet(draftFor: name, input) : ReminderSheet(lastTo: name, input)
      self.init(sheet, ReminderSheet.keys)
    }
  }

  private init<Value: Sendable>(
    _ value: Value, _ table: KeyTable<Value>, kind: StrictTemplate.TextKind = .markdown
  ) {
    fields = table.fields(of: value)
    shapes = table.shapes
    self.kind = kind
  }
}

/// At most one blank line in a row, no white space at line ends, one line break at the end.
package func tidied(_ text: String) -> String {
  var text = text
  // A long paper is looked at by its bytes: a line break is a character of its own.
  let tidy = text.withUTF8 { bytes in
    String(unsafeUninitializedCapacity: bytes.count + 1) { tidy in
      var end = 0
      // Two line breaks stand at the end, or nothing does.
      var isBlankBefore = true
      var start = bytes.startIndex
      while start <= bytes.endIndex {
        let rest = bytes[start...]
        let line = rest[..<(rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex)]
        start = line.endIndex + 1
        let kept = line.last == UInt8(ascii: " ") ? endOfWords(line) : line.endIndex
        let isBlank = kept == line.startIndex
        if isBlank, isBlankBefore { continue }
        end = tidy[end...].initialize(fromContentsOf: line[..<kept])
        tidy.initializeElement(at: end, to: UInt8(ascii: "\n"))
        end += 1
        isBlankBefore = isBlank
      }
      return isBlankBefore ? max(0, end - 1) : end
    }
  }
  return tidy.isEmpty ? "\n" : tidy
}

/// Where the words of a line end that ends in a space; a space that is part of a longer character
/// belongs to them.
private func endOfWords(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
  let text = String(decoding: line, as: UTF8.self)
  let spaces = text.reversed().prefix { $0 == " " }.count
  return line.endIndex - spaces
}
