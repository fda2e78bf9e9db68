import BundledAssets
import Foundation
package import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

/// The data that a school may edit: `tasks/` of its ledger's folder, the built-in one else.
package struct SchoolData: Sendable {
  private let folder: LedgerFolder?
  /// The set that is meant whatever the ledger says; nil for the ledger's own.
  private let chosen: ReformSet?
  /// The files that a submission carries, by name; empty where a folder is meant.
  private let files: [String: [UInt8]]
  /// The names of the files in `tasks/` that are read.
  static let names =
    ["headings.md", "departments.md", "settings.md"] + ReformSet.all.flatMap(\.files).map(\.name)

  /// The data beside the ledger of a folder; the built-in one when there is none.
  package init(of folder: LedgerFolder?, set chosen: ReformSet? = nil) {
    self.folder = folder
    self.chosen = chosen
    files = [:]
  }

  /// The data that a submission of a set carries, by the names of its files; the built-in one else.
  init(files: [String: [UInt8]], set: ReformSet) {
    folder = nil
    chosen = set
    self.files = files
  }

  /// The same data for a set.
  func taking(_ set: ReformSet) -> SchoolData { SchoolData(of: folder, set: set) }

  /// The set that the ledger's list belongs to; that of the reform of 2020 without a ledger.
  func set() throws(DeskError) -> ReformSet {
    if let chosen { return chosen }
    guard let folder, folder.hasLedger else { return .reform2020 }
    let list = try DeskError.ofStore { () throws(StoreError) in
      // A ledger is opened with its list; later corrections keep the set.
      try LedgerStore(opening: folder, for: .reading).folded(through: 4).ledger.list
    }
    guard let set = ReformSet.named(list?.set) else {
      throw DeskError([.setUnknown(list?.set ?? "")], kind: .unreadableInput)
    }
    return set
  }

  /// The words by which columns are recognised: those of the set, then `tasks/headings.md` of the
  /// ledger, or the built-in one.
  func vocabulary() throws(DeskError) -> HeadingVocabulary {
    let words = try set().wordTable
    do throws(PlanReadError) {
      return try HeadingVocabulary.read(
        try own(words), try own("headings.md", else: BundledAssets.headings))
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// Departments and their aliases: `tasks/departments.md` of the ledger, and what the built-in table
  /// knows besides.
  package func departments() throws(DeskError) -> DepartmentDirectory {
    do throws(PlanReadError) {
      let name = "departments.md"
      let builtIn = BundledAssets.departments
      let read = try DepartmentDirectory.read(try own(name, else: builtIn))
      guard hasOwn(name) else { return read }
      return read.over(
        try DepartmentDirectory.read(try PlanReader.read(bytes: builtIn, name: name)))
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// The departments by which recorded reviewers are recognised, the built-in ones where the school's
  /// own table is broken, which accuses nobody; the commands that use the table say what is wrong.
  var departmentsForReview: DepartmentDirectory {
    (try? departments()) ?? (try? SchoolData(of: nil).departments()) ?? DepartmentDirectory([])
  }

  /// The acceptance indicators: the set's, those in `tasks/` of the ledger before the built-in ones,
  /// and only the latter where all schools must be judged alike; none where the set has none.
  package func indicators(isOwnAllowed: Bool = true) throws(DeskError) -> IndicatorTable {
    guard let file = try set().indicators else { return IndicatorTable() }
    let tables = try acceptance(isOwnAllowed: isOwnAllowed)
    let rows = tables.first { !FactVocabulary.isVocabulary($0[0]) } ?? []
    let read = IndicatorTable.read(rows: rows)
    guard !read.diagnostics.contains(where: { $0.severity == .error }),
      !read.table.indicators.isEmpty
    else {
      throw DeskError(
        read.diagnostics.isEmpty ? [.indicatorsMissing(file.name)] : read.diagnostics,
        kind: .unreadableInput)
    }
    return read.table
  }

  /// The indicators of a department's union: the set's, as ``indicators(isOwnAllowed:)``.
  package func unionIndicators() throws(DeskError) -> IndicatorTable {
    guard let file = try set().unionIndicators else { return IndicatorTable() }
    let read = IndicatorTable.read(rows: try firstTable(file))
    guard !read.diagnostics.contains(where: { $0.severity == .error }) else {
      throw DeskError(read.diagnostics, kind: .unreadableInput)
    }
    return read.table
  }

  /// The words of the set: those in `tasks/` of the ledger, and the built-in ones for what they leave
  /// out.
  package func profile() throws(DeskError) -> ReformProfile {
    let file = try set().wordTable
    let builtIn: [[[IndicatorTable.Cell]]]
    do throws(PlanReadError) {
      builtIn = try PlanReader.read(bytes: file.bytes, name: file.name).cellTables
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
    let base = ReformProfile.read(rows: builtIn.first ?? []).profile
    let read = ReformProfile.read(rows: try firstTable(file), over: base)
    guard !read.diagnostics.contains(where: { $0.severity == .error }) else {
      throw DeskError(read.diagnostics, kind: .unreadableInput)
    }
    return read.profile
  }

  /// The first table of a file of data.
  private func firstTable(_ file: ReformSet.File) throws(DeskError) -> [[IndicatorTable.Cell]] {
    do throws(PlanReadError) {
      return try own(file).cellTables.first ?? []
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// What the columns of tables of figures are called: the table of headings beside the indicators,
  /// or the built-in one when a school's own data has none.
  func factVocabulary(for table: IndicatorTable) throws(DeskError) -> FactVocabulary {
    func headings(_ tables: [[[IndicatorTable.Cell]]]) -> [[IndicatorTable.Cell]]? {
      tables.first { FactVocabulary.isVocabulary($0[0]) }
    }
    let rows: [[IndicatorTable.Cell]]
    if let own = headings(try acceptance()) {
      rows = own
    } else {
      rows = headings(try acceptance(isOwnAllowed: false)) ?? []
    }
    let ofUnions = try unionIndicators()
    // A name that two tables use as two kinds is held to neither.
    var kinds = table.figureKinds
    for (name, kind) in ofUnions.figureKinds {
      if let own = kinds[name], own != kind { kinds[name] = nil } else { kinds[name] = kind }
    }
    return FactVocabulary(
      rows: rows, known: table.factNames + ofUnions.factNames, kinds: kinds)
  }

  /// The tables of the acceptance data, none of them empty.
  private func acceptance(
    isOwnAllowed: Bool = true
  ) throws(DeskError) -> [[[IndicatorTable.Cell]]] {
    guard let file = try set().indicators else { return [] }
    do throws(PlanReadError) {
      return try (isOwnAllowed ? own(file) : PlanReader.read(bytes: file.bytes, name: file.name))
        .cellTables
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// The settings: `tasks/settings.md` of the ledger, or the built-in ones.
  func settings() throws(DeskError) -> LedgerSettings {
    let document: SourceDocument
    do throws(PlanReadError) {
      document = try own("settings.md", else: BundledAssets.settings)
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
    return try LedgerSettings.read(document)
  }

  private func own(_ file: ReformSet.File) throws(PlanReadError) -> SourceDocument {
    try own(file.name, else: file.bytes)
  }

  private func own(_ name: String, else builtIn: [UInt8]) throws(PlanReadError) -> SourceDocument {
    if let bytes = files[name] { return try PlanReader.read(bytes: bytes, name: name) }
    if let path = ownPath(name) { return try PlanReader.read(fileAt: path) }
    return try PlanReader.read(bytes: builtIn, name: name)
  }

  private func hasOwn(_ name: String) -> Bool { files[name] != nil || ownPath(name) != nil }

  /// Where a table of the school's own lies; nil when it has none.
  private func ownPath(_ name: String) -> String? {
    folder.map { $0.path + "/tasks/" + name }.flatMap {
      FileManager.default.fileExists(atPath: $0) ? $0 : nil
    }
  }
}
