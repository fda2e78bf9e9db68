package import TaskLedger

/// What was taken of a sheet that came back (回执).
package struct SheetReceipt: Sendable {
  /// What became of the sheet as a whole.
  package enum Status: String, Sendable, Hashable {
    /// Entries were recorded.
    case taken
    /// All of it was recorded before.
    case already
    /// Nothing is written in it.
    case blank
    /// Something is wrong, and nothing was recorded.
    case refused
  }

  /// What was taken of one item.
  package struct Line: Sendable, Hashable {
    /// The item.
    package var item: ItemID
    /// Its content.
    package var content: String
    /// The note of progress.
    package var note: String?
    /// The evidence: the number and the name of the file.
    package var evidence: [Piece] = []
    /// Whether closure was applied for.
    package var isApplied = false
    /// The decision of a review; true strikes off, false gives back.
    package var isClosed: Bool?
    /// How many answers were recorded before.
    package var known = 0
    /// What still holds a pass back afterwards.
    package var obstacles: [Obstacle] = []
    /// What changed since the sheet was made.
    package var changes: [Change] = []

    /// Whether progress was noted: a forecast alone is none.
    package var hasProgress: Bool { note.map { !SheetWords.isForecast($0) } ?? false }

    /// The note as lists show it; nil when there is none.
    package var noteWords: String? { note.map { hasProgress ? ReportPhrases.progress($0) : $0 } }

    /// Creates a line.
    package init(item: ItemID, content: String) {
      self.item = item
      self.content = content
    }
  }

  /// A figure that was taken.
  package struct Figure: Sendable, Hashable {
    /// The name.
    package var name: String
    /// What is recorded now, in words.
    package var now: String
    /// What was recorded before; nil when nothing was.
    package var before: String?

    /// Words that were recorded for the first time.
    package init(name: String, now: String) {
      self.name = name
      self.now = now
    }

    /// A figure that was recorded.
    package init(_ fact: FactRecorded, before: Ledger.Fact?) {
      name = fact.name
      now = ReportPhrases.figure(fact.value, fact.exemption)
      self.before = before.map { ReportPhrases.figure($0.value, $0.exemption) }
    }
  }

  /// A member who was registered, or left.
  package struct MemberLine: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The department; nil when the member left.
    package var department: String?
    /// The role; nil when the member left.
    package var role: Member.Role?

    /// A member who left, or was registered with department and role.
    package init(name: String, department: String? = nil, role: Member.Role? = nil) {
      self.name = name
      self.department = department
      self.role = role
    }
  }

  /// A piece of evidence that was taken.
  package struct Piece: Sendable, Hashable {
    /// The number.
    package var number: EvidenceNumber
    /// The name of the file.
    package var file: String

    /// Creates a piece.
    package init(number: EvidenceNumber, file: String) {
      self.number = number
      self.file = file
    }
  }

  /// A part of an item that changed since the sheet was made, with both versions.
  package struct Change: Sendable, Hashable {
    /// The part.
    package var part: ReviewBasis.Part
    /// What the sheet was made from.
    package var before: String
    /// What the ledger says.
    package var now: String

    /// A part that differs.
    package init(_ part: ReviewBasis.Part, from before: ReviewBasis, to now: ReviewBasis) {
      self.part = part
      self.before = ReportPhrases.words(of: part, in: before)
      self.now = ReportPhrases.words(of: part, in: now)
    }
  }

  /// The name of the sheet's file.
  package var file: String
  /// The department; nil for the office's own sheets, or when it is not known.
  package var department: String?
  /// In whose name it was recorded.
  package var signer: String?
  /// What became of it.
  package var status: Status
  /// How many entries were recorded, or would be.
  package var recorded = 0
  /// The items with answers.
  package var lines: [Line] = []
  /// The figures that were taken.
  package var figures: [Figure] = []
  /// How many figures and members were recorded before.
  package var known = 0
  /// The members who were registered or left.
  package var members: [MemberLine] = []
  /// What is wrong, and what should be said.
  package var findings: [Diagnostic] = []

  /// Creates a receipt of a file.
  package init(file: String, status: Status) {
    self.file = file
    self.status = status
  }
}

extension SheetReceipt {
  /// What became of it, in a word.
  ///
  /// - Parameter dryRun: Whether it was only looked at.
  /// - Returns: Words for a table.
  package func words(dryRun: Bool) -> String {
    ReportPhrases.result(of: self, dryRun: dryRun)
  }

  /// The workbook that goes back to the department.
  ///
  /// - Parameters:
  ///   - day: The day it was taken.
  ///   - school: The school.
  ///   - code: The code of the sheet.
  /// - Returns: The workbook; its first page says what became of the sheet.
  package func book(on day: CivilDate, school: String, code: SheetCode) -> FormBook {
    let code = SheetCode(
      kind: .receipt, ledger: code.ledger, head: code.head, department: code.department)
    let title = ReportPhrases.receiptTitle(department ?? file)
    let words: [[String]] = [
      ["", title], [ReportPhrases.receiptLabel, ReportPhrases.verdict(of: self, on: day)],
      [ReportPhrases.fileLabel, file], [ReportPhrases.departmentLabel, department ?? ""],
      [ReportPhrases.signerLabel, signer ?? ""], [SheetWords.schoolLabel, school],
      [SheetWords.codeLabel, "\(code)"],
    ]
    var pages = [
      FormPage(
        name: ReportPhrases.receiptPage, rows: words.filter { !$0[1].isEmpty }, headRow: nil,
        widths: [10, 80], isLandscape: false)
    ]
    if !findings.isEmpty {
      pages.append(
        FormPage(
          name: ReportPhrases.findingsPage,
          rows: [ReportPhrases.findingsHeadings]
            + findings.map {
              [
                $0.location?.cell ?? "", $0.severity == .error ? "须改" : "请看",
                $0.item.map { "\($0)" } ?? "", $0.message, $0.remedy?.words ?? "",
              ]
            }, headRow: 0, widths: [16, 8, 8, 56, 44]))
    }
    if !lines.isEmpty {
      pages.append(
        FormPage(
          name: ReportPhrases.takenPage,
          rows: [ReportPhrases.takenHeadings] + lines.map(ReportPhrases.row), headRow: 0,
          widths: [8, 34, 40, 34, 36]))
    }
    let others = figures.map(ReportPhrases.row) + members.map(ReportPhrases.row)
    if !others.isEmpty {
      pages.append(
        FormPage(
          name: ReportPhrases.recordedPage,
          rows: [ReportPhrases.recordedHeadings] + others, headRow: 0, widths: [30, 40, 40]))
    }
    return FormBook(file: ReportPhrases.receiptFile, code: code, pages: pages)
  }
}

extension Diagnostic.Location {
  /// The place inside of its file.
  fileprivate var cell: String {
    if case .cell(_, let sheet, let reference) = self { return "\(sheet)!\(reference)" }
    return description
  }
}
