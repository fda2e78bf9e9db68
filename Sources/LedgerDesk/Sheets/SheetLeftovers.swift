import LedgerStore
import PlanImport
import TaskLedger

/// The files beside sheets that no cell of any sheet names (没有写到的文件).
///
/// A file belongs to the nearest folder above it that holds a sheet, and is told with the last sheet
/// of that folder.
struct SheetLeftovers {
  private var files: [String: [String]] = [:]
  private var last: [String: String] = [:]

  /// Looks at what lies beside the sheets.
  ///
  /// - Parameters:
  ///   - files: The sheets.
  ///   - searches: What lies in the folder of each, by the folder.
  ///   - ledger: The ledger's own folder, whose files are none that somebody handed in.
  init(_ files: SheetFiles, _ searches: [String: EvidenceSearch], ledger: LedgerFolder) {
    var named: Set<String> = []
    for sheet in files.sheets {
      last[sheet.folder] = sheet.path
      guard let search = searches[sheet.folder] else { continue }
      for row in sheet.sheet.rows {
        for file in SheetRowReading.names(in: row.answers[.files]?.text ?? "", search) {
          named.formUnion(search.paths(named: file.name))
        }
      }
    }
    // The rows of a sheet that cannot be read may name any of them.
    let unread = files.sheets.filter { sheet in
      sheet.sheet.code == nil || sheet.sheet.faults.contains { $0.severity == .error }
    }.map(\.folder)
    for (folder, search) in searches where !unread.contains(folder) {
      let below = searches.keys.filter { $0.hasPrefix(folder + "/") }
      self.files[folder] = search.all.filter { one in
        !named.contains(one.path) && !one.path.hasPrefix(ledger.path + "/")
          && !below.contains { one.path.hasPrefix($0 + "/") } && !files.isSheet(one.path)
      }.map(\.relative)
    }
  }

  /// What is left in the folder of a sheet, told with the last sheet of it; nil when nothing is.
  func left(toldWith sheet: SheetFile) -> [String]? {
    guard last[sheet.folder] == sheet.path, let left = files[sheet.folder], !left.isEmpty else {
      return nil
    }
    return left
  }
}
