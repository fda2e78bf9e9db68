import PlanImport
import TaskLedger

/// Sheets that came back more than once in one import and say different things of one item (两份).
///
/// What was recorded from one of them before is no doubt: then the other one is a correction.
struct SheetVersions {
  /// A cell that another copy of the sheet fills in otherwise.
  struct Conflict {
    var item: ItemID
    var column: SheetColumn
    var location: Diagnostic.Location
    /// The name of the other file.
    var other: String
  }

  private var byPath: [String: [Conflict]] = [:]

  /// The columns of which an item has one answer; evidence of two copies adds up.
  private static let columns: [SheetColumn] = [
    .progress, .problem, .nextStep, .expected, .statement, .apply, .decision, .opinion,
  ]

  /// Compares the sheets of one code with each other.
  ///
  /// - Parameters:
  ///   - files: The sheets.
  ///   - bringsNews: Whether a sheet brings anything that is not recorded yet.
  init(_ files: [SheetFile], bringsNews: (SheetFile) -> Bool) {
    let copies = files.filter { file in
      files.contains { $0.path != file.path && !Self.conflicts(of: file, with: $0).isEmpty }
    }
    let news = copies.filter(bringsNews)
    for file in news {
      let found = news.filter { $0.path != file.path }
        .flatMap { Self.conflicts(of: file, with: $0) }
      if !found.isEmpty { byPath[file.path] = found }
    }
  }

  /// The cells that another copy fills in otherwise.
  func conflicts(of file: SheetFile) -> [Conflict] { byPath[file.path] ?? [] }

  private static func conflicts(of file: SheetFile, with other: SheetFile) -> [Conflict] {
    guard let code = file.sheet.code, code == other.sheet.code else { return [] }
    return file.sheet.rows.flatMap { row -> [Conflict] in
      guard let copy = other.sheet.rows.first(where: { $0.item == row.item }) else { return [] }
      return columns.compactMap { column in
        guard let answer = row.answers[column], let told = copy.answers[column],
          TextFolding.compact(answer.text) != TextFolding.compact(told.text)
        else { return nil }
        return Conflict(
          item: row.item, column: column, location: answer.location, other: other.name)
      }
    }
  }
}
