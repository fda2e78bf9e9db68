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
    let departments = Set(snapshot.ledger.liveItems.flatMap(\.item.departments.all)).sorted()
    var fields = asked.typed(["day"])
    let units = Set(snapshot.ledger.facts.keys.compactMap { FactName($0).unit }).sorted()
    fields["units"] = .rows(units.map { ["unit": .text($0)] })
    let profile = try portal.desk.schoolData.profile()
    let isJudged = try !portal.desk.schoolData.indicators().indicators.isEmpty
    // The wall chart has a page of its own; a work without indicators has no form of them.
    let kinds = PaperKind.allCases.filter { $0 != .board && (isJudged || !$0.isOfIndicators) }
    fields["papers"] = .rows(
      kinds.map { kind in
        [
          "paper": .text(kind.rawValue), "paperName": .text(PortalPhrases.paper(kind, profile)),
          "wantsMonth": .flag(kind.subject == .month),
          "wantsDepartment": .flag(
            kind.subject == .department || kind.subject == .departmentOrAll),
          "mayBeAll": .flag(kind.subject == .departmentOrAll),
          "wantsUnit": .flag(kind.subject == .unionOrSchool),
          "wantsBy": .flag(kind == .missing),
        ]
      })
    fields["thisMonth"] = .text(snapshot.asOf.civilMonth.description)
    fields["departments"] = .rows(departments.map { ["department": .text($0)] })
    fields["formats"] = .rows(
      [PaperFormat.html, .docx, .pdf, .markdown].map {
        ["format": .text($0.rawValue), "formatName": .text(PortalPhrases.format($0))]
      })
    return try portal.page("page-papers", asked, title: "材料", fields)
  }

  /// The day for which the wall chart is asked.
  static let board: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let today = try portal.view(asked).asOf
    return try portal.page(
      "page-board", asked, title: "挂图",
      ["day": .text(today.description), "today": .text(PortalPhrases.date(today))])
  }

  /// The wall chart as a page of its own.
  static let boardSheet: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    try answer(portal, asked, orElse: board) {
      try print(.board, as: .html, portal, asked)
    }
  }

  /// One paper.
  static let paper: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let format = asked.query["format"]
    guard let wanted = format.isEmpty ? .html : PaperFormat(rawValue: format) else {
      throw PortalRefusal.notFound
    }
    return try answer(portal, asked, orElse: list) {
      try requirePast(asked)
      return try print(try paper(asked), as: wanted, portal, asked)
    }
  }

  /// What was asked for; where its day or month is refused, the page on which it is chosen.
  private static func answer(
    _ portal: Portal, _ asked: PortalRequest,
    orElse page: (Portal, PortalRequest) throws -> PortalAnswer, _ body: () throws -> PortalAnswer
  ) throws -> PortalAnswer {
    do {
      return try body()
    } catch PortalRefusal.form(let faults, let status) {
      let again = asked.showing(faults)
      var answer = try portal.keeping(try page(portal, again), again)
      answer.status = status
      return answer
    }
  }

  /// A paper of a day that is to come is given once that was said, for the paper cannot say it.
  private static func requirePast(_ asked: PortalRequest) throws {
    guard let wanted = try day(asked, "day"), !asked.query.has(ahead) else { return }
    let today = try Moment(of: asked.now).today
    let faults = Diagnostic.dayAhead(wanted, today: today).map { note in
      var fault = FormFault(note)
      fault.remedy.append(
        PortalRemedy.Part(words: PortalPhrases.openAllTheSame, path: again(asked)))
      return fault
    }
    guard faults.isEmpty else { throw PortalRefusal.form(faults, status: 409) }
  }

  /// The field of an address that says that its day is known to be to come.
  private static let ahead = "ahead"

  /// The address of the same paper, whatever its day.
  private static func again(_ asked: PortalRequest) -> String {
    let parts = asked.query.texts.sorted { $0.key < $1.key } + [(ahead, "yes")]
    let words = parts.map { "\(FormFields.encoded($0.0))=\(FormFields.encoded($0.1))" }
    return "\(asked.path)?\(words.joined(separator: "&"))"
  }

  private static func paper(_ asked: PortalRequest) throws(PortalRefusal) -> Paper {
    guard let kind = asked.parameters["paper"].flatMap(PaperKind.init(rawValue:)) else {
      throw .notFound
    }
    let department = PrintableText.line(asked.query["department"])
    if kind.subject == .department, department.isEmpty { throw .notFound }
    switch kind {
    case .monthly: return .monthly(try month(asked))
    case .minutes: return .minutes(try month(asked))
    case .selfEvaluation: return .selfEvaluation
    case .reform: return .reform
    case .filingForm:
      let unit = PrintableText.line(asked.query["unit"])
      return unit.isEmpty ? .filingForm : .unionForm(unit)
    case .publication: return .publication
    case .missing:
      return .missing(
        by: try day(asked, "by"), department: department.isEmpty ? nil : department)
    case .ledger: return .ledger
    case .evidenceIndex: return .evidenceIndex
    case .handIn: return .handIn
    case .department: return .department(department)
    case .reminder: return .reminder(department)
    // It has an address of its own.
    case .board: throw .notFound
    }
  }

  private static func month(_ asked: PortalRequest) throws(PortalRefusal) -> CivilMonth {
    guard let month = CivilMonth(written: asked.query["month"]) else {
      throw .form([.monthUnreadable()], status: 422)
    }
    return month
  }

  /// A day of the address; nil when none is named.
  private static func day(
    _ asked: PortalRequest, _ name: String
  ) throws(PortalRefusal) -> CivilDate? {
    let text = asked.query[name]
    guard !text.isEmpty else { return nil }
    guard let day = CivilDate(written: text) else {
      throw .form([.dayUnreadable(name)], status: 422)
    }
    return day
  }

  private static func print(
    _ paper: Paper, as format: PaperFormat, _ portal: Portal, _ asked: PortalRequest
  ) throws -> PortalAnswer {
    let moment = try Moment(of: asked.now)
    let printer = try portal.desk.printer(templates: nil, at: moment)
    let printed = try printer.text(paper, asOf: try day(asked, "day"))
    let called = PortalPhrases.fileName(of: paper, try portal.desk.schoolData.profile())
    let name = "\(called) \(printed.day).\(format.rawValue)"
    let bytes =
      paper == .board
      ? Array(printed.text.utf8)
      : try bytes(of: printed.text, paper, on: printed.day, as: format, portal, moment)
    guard format == .html else {
      return PortalAnswer(
        content: .bytes(bytes, mediaType: mediaType(format), name: name))
    }
    var answer = PortalAnswer(
      content: .bytes(bytes, mediaType: "text/html; charset=utf-8", name: nil))
    answer.headers = [("content-security-policy", policy(of: bytes))]
    return answer
  }

  /// The text of a paper in a form.
  static func bytes(
    of text: String, _ paper: Paper, on day: CivilDate, as format: PaperFormat, _ portal: Portal,
    _ moment: Moment
  ) throws(DeskError) -> [UInt8] {
    let converter = try portal.desk.printer(templates: nil, at: moment).converter(paper, on: day)
    do throws(ConversionError) {
      return try converter.converted(text, to: format).bytes
    } catch {
      let (diagnostics, kind) = error.diagnostics(instead: nil)
      throw DeskError(diagnostics, kind: kind)
    }
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

  /// The media type of a form.
  static func mediaType(_ format: PaperFormat) -> String {
    switch format {
    case .markdown: "text/markdown; charset=utf-8"
    case .html: "text/html; charset=utf-8"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .pdf: "application/pdf"
    }
  }
}
