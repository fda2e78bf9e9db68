import Foundation
import LedgerDesk
import LedgerReports
import LedgerStore
import TaskLedger

/// Sheets out and back: an owner her department's, the office everybody's; looked at first, then
/// recorded.
enum SheetPages {
  /// What can be downloaded, the form for what came back, and for the office who returned one.
  static let page: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try page(portal, asked, seen: nil, outcome: nil)
  }

  /// A blank sheet: a department's, all of them in one container, or the one for a review.
  static let download: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let visitor = try asked.member()
    let moment = try Moment(of: asked.now)
    let name = PrintableText.line(asked.query["department"])
    let selection: SheetSelection
    switch asked.query["kind"] {
    case "all" where visitor.holds(.office, .reviewer): selection = .all
    case "review" where visitor.holds(.reviewer): selection = .review
    case "figures" where visitor.holds(.office, .reviewer): selection = .figures
    case "members" where visitor.holds(.administrator, .reviewer): selection = .members
    case "" where try mayTake(name, visitor, portal): selection = .department(name)
    default: throw PortalRefusal.notFound
    }
    let container = "填报表 \(moment.today).zip"
    let (bytes, file) = try portal.desk.sheetDownload(
      selection, asksStaff: asked.query["staff"] == "yes", named: container, at: moment)
    let mediaType =
      file == nil
      ? "application/zip" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return PortalAnswer(
      content: .bytes(bytes, mediaType: mediaType, name: file ?? container))
  }

  /// What came back is looked at, or what was looked at is recorded.
  static let send: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    if let token = SeenFolders.Token(asked.fields["seenSheets"]) {
      guard let folder = portal.folders.take(token, of: try asked.member().name) else {
        throw PortalRefusal.form([.seenForgotten(PortalPhrases.seenSheets)], status: 409)
      }
      defer { folder.remove() }
      let outcome = try outcome(
        portal, asked, folder, forced: Set(asked.fields.all("force").compactMap { ItemID($0) }),
        isConfirmed: asked.fields["confirmFigures"] == "yes", dryRun: false)
      return try page(portal, asked, seen: nil, outcome: outcome)
    }
    guard !asked.uploads.isEmpty else {
      throw PortalRefusal.form([.filesMissing("files")], status: 422)
    }
    let folder = try TemporaryFolder(named: PortalPhrases.handedIn)
    do {
      for upload in asked.uploads {
        switch upload.outcome {
        case .refused(let diagnostic):
          throw PortalRefusal.form([.fileRefused(upload, diagnostic)], status: 422)
        case .staged(let file): try folder.add(file)
        }
      }
      let outcome = try outcome(
        portal, asked, folder, forced: [], isConfirmed: false, dryRun: true)
      let token = portal.folders.keep(folder, of: try asked.member().name)
      return try page(portal, asked, seen: token, outcome: outcome)
    } catch {
      folder.remove()
      throw error
    }
  }

  /// Whether a visitor may take a department's sheet.
  private static func mayTake(
    _ department: String, _ visitor: Visitor, _ portal: Portal
  ) throws -> Bool {
    let directory = try portal.directory()
    return visitor.holds(.office, .reviewer)
      || visitor.departments.contains { directory.isSame($0, department) }
  }

  private static func outcome(
    _ portal: Portal, _ asked: PortalRequest, _ folder: TemporaryFolder, forced: Set<ItemID>,
    isConfirmed: Bool, dryRun: Bool
  ) throws -> SheetImport {
    let visitor = try asked.member()
    let (clerk, moment) = try portal.occasion(asked)
    return try portal.desk.importSheets(
      try folder.inputs(), forced: forced, isConfirmed: isConfirmed, countingOn: nil,
      by: clerk,
      handIn: SheetHandIn(
        name: visitor.name, departments: visitor.departments,
        isForOthers: visitor.holds(.office), isReviewer: visitor.holds(.reviewer)),
      at: moment, dryRun: dryRun)
  }

  private static func page(
    _ portal: Portal, _ asked: PortalRequest, seen: SeenFolders.Token?, outcome: SheetImport?
  ) throws -> PortalAnswer {
    let visitor = try asked.member()
    let moment = try Moment(of: asked.now)
    let isOffice = visitor.holds(.office, .reviewer)
    var fields = asked.typed(["files"])
    let directory = try portal.directory()
    let departments = try portal.desk.sheetDepartments(at: moment)
    let own = departments.filter { name in
      visitor.departments.contains { directory.isSame($0, name) }
    }
    fields["own"] = .rows(own.map(link))
    fields["isOffice"] = .flag(isOffice)
    fields["isReviewer"] = .flag(visitor.holds(.reviewer))
    fields["fileLimit"] = .text(String(UploadReader.fileLimit))
    fields["sizeLimit"] = .text(ReportPhrases.size(try portal.vault().sizeLimit))
    fields["departments"] = .rows(
      isOffice
        ? try portal.desk.sheetStatus(asOf: moment.today, since: nil).map { line in
          var row = link(line.department)
          row["isReturned"] = .flag(line.isReturned)
          row["returnedOn"] = .text(line.lastReturn.map(PortalPhrases.date) ?? "")
          row["itemCount"] = .text(String(line.items.count))
          row["reportedCount"] = .text(String(line.reported.count))
          row["evidenceCount"] = .text(String(line.evidence))
          row["appliedCount"] = .text(String(line.applied))
          row["figureCount"] = .text(String(line.figures))
          row["silent"] = .text(
            line.items.filter { !line.reported.contains($0) }.map(\.description)
              .joined(separator: "、"))
          return row
        } : [])
    fields["hasOutcome"] = .flag(outcome != nil)
    fields["isPreview"] = .flag(seen != nil)
    fields["mayRecord"] = .flag(
      seen != nil && outcome?.receipts.contains { $0.status == .taken || $0.isConfirmable } == true)
    fields["seenSheets"] = .text(seen?.text ?? "")
    fields["receipts"] = .rows(
      (outcome?.receipts ?? []).map { receipt($0, isPreview: seen != nil, for: visitor) })
    fields["changes"] = .rows(changed(outcome))
    fields["asksFigures"] = .flag(
      outcome?.receipts.contains { $0.findings.contains(where: \.asksFigures) } == true)
    return try portal.page("page-sheets", asked, title: "填报表", fields)
  }

  private static func link(_ department: String) -> PageFields {
    [
      "department": .text(department),
      "sheetPath": .text("/sheets/file?department=\(FormFields.encoded(department))"),
    ]
  }

  /// The items that changed since their sheet was made, each with both versions.
  private static func changed(_ outcome: SheetImport?) -> [PageFields] {
    (outcome?.receipts ?? []).flatMap(\.lines).filter { !$0.changes.isEmpty }.map { line in
      [
        "changedItem": .text(line.item.description), "changedContent": .text(line.content),
        "parts": .rows(
          line.changes.map {
            ["part": .text($0.part.words), "before": .text($0.before), "now": .text($0.now)]
          }),
      ]
    }
  }

  private static func receipt(
    _ receipt: SheetReceipt, isPreview: Bool, for visitor: Visitor
  ) -> PageFields {
    [
      "file": .text(receipt.file), "receiptDepartment": .text(receipt.department ?? ""),
      "result": .text(receipt.words(dryRun: isPreview)),
      "isRefused": .flag(receipt.status == .refused),
      "signer": .text(receipt.signer ?? ""),
      "others": .rows(
        receipt.figures.map { figure in
          [
            "other": .text(figure.name), "now": .text(figure.now),
            "earlier": .text(figure.before ?? ""),
          ]
        }
          + receipt.members.map { member in
            [
              "other": .text(member.name),
              "now": .text(
                member.department.map { "\($0)，\(member.role?.words ?? "")" } ?? "离任"),
              "earlier": .text(""),
            ]
          }),
      "findings": PortalRemedy.findings(receipt.findings, for: visitor),
      "lines": .rows(
        receipt.lines.map { line in
          [
            "lineItem": .text(line.item.description), "linePath": .text("/items/\(line.item)"),
            "note": .text(line.noteWords ?? ""),
            "evidence": .text(
              line.evidence.map { "\($0.number) \($0.file)" }.joined(separator: "；")),
            "decision": .text(
              line.isClosed.map { $0 ? "销号" : "退回" } ?? (line.isApplied ? "申请销号" : "")),
            "known": .text(line.known > 0 ? String(line.known) : ""),
          ]
        }),
    ]
  }
}
