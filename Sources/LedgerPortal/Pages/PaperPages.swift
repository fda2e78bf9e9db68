import CryptoExtras
import Foundation
import LedgerDesk
import LedgerReports
import TaskLedger

/// Papers and the wall chart, of today or of any day.
enum PaperPages {
  /// What can be printed.
  static let list: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let snapshot = try portal.view(asked)
    let months = snapshot.ledger.meetings.keys.sorted().reversed()
    let departments = Set(snapshot.ledger.liveItems.flatMap(\.item.departments.all)).sorted()
    var fields = asked.typed(["day"])
    fields["papers"] = .rows(
      Paper.names.filter { $0 != "board" }.map { name in
        [
          "paper": .text(name), "paperName": .text(PortalPhrases.paper(name)),
          "wantsMonth": .flag(name == "monthly"),
          "wantsDepartment": .flag(name == "department"),
        ]
      })
    fields["thisMonth"] = .text(snapshot.asOf.civilMonth.description)
    fields["months"] = .rows(months.map { ["month": .text($0.description)] })
    fields["departments"] = .rows(departments.map { ["department": .text($0)] })
    fields["formats"] = .rows(
      [PaperFormat.html, .docx, .pdf, .markdown].map {
        ["format": .text($0.rawValue), "formatName": .text(PortalPhrases.format($0))]
      })
    return portal.page("page-papers", asked, title: "材料", fields)
  }

  /// The day for which the wall chart is asked.
  static let board: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let today = try portal.view(asked).asOf
    return portal.page(
      "page-board", asked, title: "挂图",
      ["day": .text(today.description), "today": .text(PortalPhrases.date(today))])
  }

  /// The wall chart as a page of its own.
  static let boardSheet: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    try print(.board, as: .html, portal, asked)
  }

  /// One paper.
  static let paper: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let format = asked.query["format"]
    guard let wanted = format.isEmpty ? .html : PaperFormat(rawValue: format) else {
      throw PortalRefusal.notFound
    }
    return try print(try paper(asked), as: wanted, portal, asked)
  }

  private static func paper(_ asked: PortalRequest) throws(PortalRefusal) -> Paper {
    switch asked.parameters["paper"] ?? "" {
    case "monthly":
      guard let month = CivilMonth(asked.query["month"]) else { throw .notFound }
      return .monthly(month)
    case "self-evaluation": return .selfEvaluation
    case "reform": return .reform
    case "filing-form": return .filingForm
    case "ledger": return .ledger
    case "evidence-index": return .evidenceIndex
    case "hand-in": return .handIn
    case "department":
      let name = PrintableText.line(asked.query["department"])
      guard !name.isEmpty else { throw .notFound }
      return .department(name)
    default: throw .notFound
    }
  }

  private static func print(
    _ paper: Paper, as format: PaperFormat, _ portal: Portal, _ asked: PortalRequest
  ) throws -> PortalAnswer {
    let moment = try Moment(of: asked.now)
    var day: CivilDate?
    if !asked.query["day"].isEmpty {
      guard let named = CivilDate(asked.query["day"]) else { throw PortalRefusal.notFound }
      day = named
    }
    let printer = try portal.desk.printer(templates: nil, at: moment)
    let printed = try printer.text(paper, asOf: day)
    let name = "\(PortalPhrases.paper(paper.name)) \(printed.day).\(format.rawValue)"
    let bytes: [UInt8]
    if paper == .board {
      bytes = Array(printed.text.utf8)
    } else {
      do throws(ConversionError) {
        bytes = try printer.converter(paper, on: printed.day)
          .converted(printed.text, to: format).bytes
      } catch {
        let (diagnostics, kind) = error.diagnostics(instead: nil)
        throw DeskError(diagnostics, kind: kind)
      }
    }
    guard format == .html else {
      return PortalAnswer(
        content: .bytes(bytes, mediaType: mediaType(format), name: name))
    }
    var answer = PortalAnswer(
      content: .bytes(bytes, mediaType: "text/html; charset=utf-8", name: nil))
    answer.headers = [("content-security-policy", policy(of: bytes))]
    return answer
  }

  /// A paper carries its own styles; the policy names them by their digests and allows no others.
  private static func policy(of bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let digests = text.matches(of: /<style>((?s).*?)<\/style>/).map { style in
      let digest = Data(SHA256.hash(data: Data(style.1.utf8))).base64EncodedString()
      return " 'sha256-\(digest)'"
    }
    return AnswerHeaders.pagePolicy.replacing(
      "style-src 'self'", with: "style-src 'self'" + digests.joined())
  }

  private static func mediaType(_ format: PaperFormat) -> String {
    switch format {
    case .markdown: "text/markdown; charset=utf-8"
    case .html: "text/html; charset=utf-8"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .pdf: "application/pdf"
    }
  }
}
