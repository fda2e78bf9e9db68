import Foundation
import LedgerReports
import LedgerStore
import OfficeFiles
package import TaskLedger

/// A sheet that was written.
package struct WrittenSheet: Sendable {
  /// The name of the file.
  package var file: String
  /// The department; nil for the office's own.
  package var department: String?
  /// How many items stand in it.
  package var items: Int
  /// How many figures it asks for.
  package var figures: Int
  /// The code.
  package var code: SheetCode
  /// Whether another content of that name was replaced.
  package var isReplaced: Bool
}

/// Which sheets are wanted.
package enum SheetSelection: Sendable, Hashable {
  /// One department's, by any of its names.
  case department(String)
  /// Each department's.
  case all
  /// The office's, for a review.
  case review
  /// The office's, with every figure.
  case figures
  /// The office's, with the members.
  case members
}

extension Desk {
  /// Writes sheets into a folder (表单导出).
  ///
  /// - Parameters:
  ///   - selection: Which ones.
  ///   - folder: The whole path of the folder; it is made when it is not there.
  ///   - returnBy: The last day on which they are wanted back; without one the last of the month, or the
  ///     hand-in when that is sooner.
  ///   - recipient: To whom they are returned; the reviewers without one.
  ///   - asksStaff: Whether the lists of staff are asked for.
  ///   - force: Whether files of those names are replaced whatever they hold.
  ///   - moment: When.
  ///   - dryRun: Whether to make them without writing.
  /// - Returns: What was written, and the items that no department answers for.
  /// - Throws: ``DeskError`` when there is no such department, or a file is in the way.
  package func exportSheets(
    _ selection: SheetSelection, into folder: String, returnBy: CivilDate?, recipient: String?,
    asksStaff: Bool = false, force: Bool, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> (written: [WrittenSheet], unassigned: [ItemID]) {
    let (books, input) = try sheetBooks(
      selection, returnBy: returnBy, recipient: recipient, asksStaff: asksStaff, at: moment)
    var written: [WrittenSheet] = []
    if !dryRun {
      do {
        try FileSystem.makeOpenFolder(folder)
      } catch {
        throw DeskError(
          [.outputUnwritable(folder, reason: Diagnostic.systemReason(error))], kind: .disk)
      }
    }
    for (book, department) in books {
      let bytes = try SheetWorkbook.bytes(of: book)
      let isReplaced =
        dryRun
        ? false : try OutputFile(path: "\(folder)/\(book.file)").write(bytes, force: force)
      written.append(
        WrittenSheet(
          file: book.file, department: department, items: book.items, figures: book.figures,
          code: book.code, isReplaced: isReplaced))
    }
    let unassigned = input.report.ledger.liveItems
      .filter { $0.item.departments.all.isEmpty }.map(\.id)
    return (written, selection == .all ? unassigned : [])
  }

  /// Sheets as one download: the workbook of one department or of the review, or a container with
  /// every department's.
  ///
  /// - Parameters:
  ///   - selection: Which ones.
  ///   - asksStaff: Whether the lists of staff are asked for.
  ///   - name: The container's name in errors.
  ///   - moment: When.
  /// - Returns: The bytes, and the file name of a single workbook; nil for a container.
  /// - Throws: ``DeskError`` when there is no such department.
  package func sheetDownload(
    _ selection: SheetSelection, asksStaff: Bool = false, named name: String, at moment: Moment
  ) throws(DeskError) -> (bytes: [UInt8], file: String?) {
    let books = try sheetBooks(
      selection, returnBy: nil, recipient: nil, asksStaff: asksStaff, at: moment
    ).books
    if selection != .all, let book = books.first?.book {
      return (try SheetWorkbook.bytes(of: book), book.file)
    }
    var entries: [ZipEntry] = []
    for (book, _) in books {
      entries.append(
        ZipEntry(name: book.file, content: .bytes(try SheetWorkbook.bytes(of: book))))
    }
    do throws(ZipWriteError) {
      return (try ZipWriter.bytes(of: entries, file: name), nil)
    } catch {
      throw DeskError([error.diagnostic], kind: .disk)
    }
  }

  /// The departments that answer for items, in the order of the plan.
  package func sheetDepartments(at moment: Moment) throws(DeskError) -> [String] {
    try sheetInput(returnBy: moment.today, recipient: nil, at: moment).departments
  }

  private func sheetBooks(
    _ selection: SheetSelection, returnBy: CivilDate?, recipient: String?, asksStaff: Bool,
    at moment: Moment
  ) throws(DeskError) -> (books: [(book: FormBook, department: String?)], input: SheetInput) {
    var input = try sheetInput(
      returnBy: returnBy, recipient: recipient, at: moment)
    input.asksStaff = asksStaff
    switch selection {
    case .review: return ([(ReviewSheet.book(input), nil)], input)
    case .figures: return ([(FigurePages.book(input), nil)], input)
    case .members: return ([(MembersSheet.book(input), nil)], input)
    case .department(let name):
      let department = try department(named: name, input)
      return ([(DepartmentSheet.book(of: department, input), department)], input)
    case .all:
      guard !input.departments.isEmpty else {
        throw DeskError([.sheetDepartmentsMissing], kind: .refused)
      }
      return (input.departments.map { (DepartmentSheet.book(of: $0, input), $0) }, input)
    }
  }

  /// What sheets are made from; they are wanted back by the end of the month or the hand-in, whichever
  /// is first, when no day is named.
  func sheetInput(
    returnBy: CivilDate?, recipient: String?, at moment: Moment
  ) throws(DeskError) -> SheetInput {
    let snapshot = try checkedSnapshot(asOf: moment.today)
    let onDay = LedgerOnDay(snapshot.ledger, on: moment.today)
    return SheetInput(
      report: ReportInput(
        ledger: snapshot.ledger, asOf: moment.today, headCode: snapshot.headCode,
        indicators: try schoolData.indicators(),
        unionIndicators: try schoolData.unionIndicators(),
        profile: try schoolData.profile(), departments: try schoolData.departments()),
      first: try firstDigest(),
      returnBy: returnBy ?? onDay.asked(by: moment.today.civilMonth.lastDay),
      recipient: recipient ?? snapshot.ledger.reviewers.joined(separator: "、"),
      digest: Self.digest)
  }

  /// The digest of the ledger's first entry, by which the ledger is known wherever it is moved.
  func firstDigest() throws(DeskError) -> EvidenceDigest {
    let store = try store(for: .reading)
    let head = try DeskError.ofStore { () throws(StoreError) in try store.head(at: 1) }
    return EvidenceDigest(head.digest) ?? Self.digest(head.digest)
  }

  private func department(
    named name: String, _ input: SheetInput
  ) throws(DeskError) -> String {
    let directory = input.report.departments
    guard let found = input.departments.first(where: { directory.isSame($0, name) }) else {
      throw DeskError(
        [
          .sheetDepartmentUnknown(
            name, nearest: EditDistance.nearest(to: name, among: input.departments))
        ], kind: .refused)
    }
    return found
  }
}
