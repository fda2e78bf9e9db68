import LedgerDesk
import TaskLedger

/// Whole files for the office: the ledger as a workbook, table and calendar, what is handed in, and a
/// backup.
enum FilePages {
  /// What can be taken along.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case workbook = "xlsx"
    case table = "csv"
    case calendar = "ics"
    case bundle = "bundle"
    case backup = "backup"

    /// How the file's name ends.
    var suffix: String {
      switch self {
      case .workbook, .table, .calendar: rawValue
      case .bundle, .backup: "zip"
      }
    }

    var mediaType: String {
      switch self {
      case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      case .table: "text/csv; charset=utf-8"
      case .calendar: "text/calendar; charset=utf-8"
      case .bundle, .backup: "application/zip"
      }
    }
  }

  /// The list.
  static let list: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try portal.page(
      "page-files", asked, title: "导出、报送与备份",
      [
        "files": .rows(
          Kind.allCases.map {
            [
              "kind": .text($0.rawValue), "kindName": .text(PortalPhrases.file($0)),
              "kindMeaning": .text(PortalPhrases.fileMeaning($0)),
            ]
          })
      ])
  }

  /// One file.
  static let file: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    guard let kind = Kind(rawValue: asked.parameters["kind"] ?? "") else {
      throw PortalRefusal.notFound
    }
    let moment = try Moment(of: asked.now)
    let day = moment.today
    let name = "\(PortalPhrases.file(kind)) \(day).\(kind.suffix)"
    func bytes(_ bytes: [UInt8]) -> PortalAnswer {
      PortalAnswer(content: .bytes(bytes, mediaType: kind.mediaType, name: name))
    }
    switch kind {
    case .workbook: return bytes(try portal.desk.workbook(asOf: day, file: name))
    case .table: return bytes(Array(try portal.desk.table(asOf: day).utf8))
    case .calendar: return bytes(Array(try portal.desk.calendar(asOf: day).utf8))
    case .bundle:
      return try made(kind, name) { (path) throws(DeskError) in
        _ = try portal.desk.bundle(
          to: path, asOf: day, templates: nil, formats: nil, allowsMissing: false, dryRun: false)
      }
    case .backup:
      return try made(kind, name) { (path) throws(DeskError) in
        _ = try portal.desk.backUp(to: path, allowsDamage: false, at: moment, dryRun: false)
      }
    }
  }

  /// A file that is made in a folder nobody else can read, and gone once it was sent.
  private static func made(
    _ kind: Kind, _ name: String, _ make: (String) throws(DeskError) -> Void
  ) throws -> PortalAnswer {
    let folder = try TemporaryFolder(named: PortalPhrases.handedOut)
    let path = folder.path + "/file.zip"
    do throws(DeskError) {
      try make(path)
    } catch {
      folder.remove()
      throw error
    }
    return PortalAnswer(
      content: .temporary(folder: folder.root, path: path, mediaType: kind.mediaType, name: name))
  }
}
