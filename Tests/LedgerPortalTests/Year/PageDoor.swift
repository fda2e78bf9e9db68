import BundledAssets
import Foundation
import Hummingbird
import HummingbirdTesting
import LedgerDesk
import LedgerStore
import Synchronization
import TaskLedger
import Testing

@testable import LedgerPortal

/// The year by the page, as owners, the office, the reviewer and the administrator use it.
struct PageDoor: YearDoor {
  let client: PortalClient

  func take(_ act: YearAct, _ office: YearOffice) async throws {
    switch act {
    case .command: try CommandLineDoor.take(act, office)
    case .importPlan(let actor):
      try await lookedAt(
        "/office/import", "seenPlan", [],
        .init("example-plan.docx", bytes: try office.bytes("example-plan.docx")), actor)
    case .addMember(let person, let actor):
      try await post(
        "/members",
        [("member", person.name), ("department", person.department), ("role", person.role)], actor)
    case .correct(let item, let field, let value, let reason, let actor):
      try await post("/office/revise/\(item)", [(field, value), ("reason", reason)], actor)
    case .confirm(let item, let reason, let actor):
      try await post("/office/revise/\(item)", [("confirm", "1"), ("reason", reason)], actor)
    case .reports(let answers, let corrections, _):
      for correction in corrections { try await take(correction, office) }
      for answer in answers { try await report(answer) }
    case .sustain(let item, let actor): try await post("/items/\(item)/sustain", [], actor)
    case .voidEvidence(let item, let index, let reason, let actor):
      try await post("/items/\(item)/void/\(index)", [("voidReason", reason)], actor)
    case .askForTime(let item, let until, let reason, let progress, let actor):
      try await post(
        "/items/\(item)/extension",
        [("until", until), ("reason", reason), ("progress", progress)], actor)
    case .answerRequest(let item, let grants, let words, let actor):
      try await post(
        "/review/\(item)/extension", [("act", grants ? "grant" : "refuse"), ("basis", words)],
        actor)
    case .review(let decisions, let actor): try await review(decisions, by: actor)
    case .reopen(let item, let finding, let basis, let due, let actor):
      try await post(
        "/review/\(item)/reopen", [("finding", finding), ("basis", basis), ("due", due)], actor)
    case .openMeeting, .attend, .decide, .settle, .seal, .raiseGap, .resolveGap:
      try await meet(act)
    case .figures(let day, let actor):
      try await lookedAt(
        "/office/facts/import", "seenTable", [("day", day)],
        .init("数据.md", bytes: try office.bytes("数据.md")), actor)
    case .figure(let name, let value, let day, let actor):
      try await post(
        "/office/facts", [("name", name), ("value", value), ("counted", day)], actor)
    case .texts(let actor):
      try await lookedAt(
        "/office/texts", "seenText", [], .init("文稿.md", bytes: try office.bytes("文稿.md")), actor)
    case .exempt(let number, let reason, let actor):
      try await post(
        "/office/indicators", [("act", "exempt"), ("number", number), ("reason", reason)], actor)
    case .remind(let department, let actor):
      try await post("/office/reminders", [("department", department)], actor)
    case .reply(let number, let words, let actor):
      try await post("/reminders", [("number", String(number)), ("answer", words)], actor)
    }
  }

  private func post(_ path: String, _ fields: [(String, String)], _ actor: String) async throws {
    let answer = try await client.post(path, fields, as: actor)
    #expect(answer.status == 303, "\(actor) \(path) \(fields): \(answer.said)")
  }

  /// Sends a file, and then what was looked at.
  private func lookedAt(
    _ path: String, _ field: String, _ fields: [(String, String)], _ file: PortalClient.File,
    _ actor: String
  ) async throws {
    let preview = try await client.upload(path, fields, files: [file], as: actor)
    #expect(preview.status == 200, "\(path): \(preview.said)")
    let seen = try #require(
      preview.text.firstMatch(of: try Regex("name=\"\(field)\" value=\"([^\"]+)\"")))
    let token = try #require(seen.output[1].substring)
    var again = fields + [(field, String(token))]
    if let head = preview.text.firstMatch(of: /name="seenHead" value="([^"]+)"/) {
      again += [("seenHead", String(head.1)), ("act", "record")]
    }
    let done = try await client.upload(path, again, files: [], as: actor)
    #expect(done.status == 303, "\(path): \(done.said)")
  }

  private func report(_ answer: YearAnswer) async throws {
    var fields = [("act", answer.applies ? "apply" : "save"), ("note", answer.note)]
    if answer.applies { fields.append(("summary", answer.summary)) }
    fields.append(("number", answer.number))
    fields.append(("measure", answer.measure.map(String.init) ?? ""))
    let files = answer.files.map { PortalClient.File($0, bytes: YearStory.content(of: $0)) }
    let sent = try await client.upload(
      "/items/\(answer.item)/report", fields, files: files, as: answer.person)
    #expect(sent.status == 303, "\(answer): \(sent.said)")
  }

  private func review(_ decisions: [YearDecision], by actor: String) async throws {
    guard decisions.allSatisfy(\.closes), let first = decisions.first else {
      for decision in decisions {
        let page = try await client.get("/review/\(decision.item)", as: actor)
        let seen = try #require(page.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).1
        let (act, field) = decision.closes ? ("close", "opinion") : ("return", "reason")
        try await post(
          "/review/\(decision.item)/\(act)", [("seen", String(seen)), (field, decision.words)],
          actor)
      }
      return
    }
    // Whole lists of closings go by one form.
    let queue = try await client.get("/review", as: actor)
    var fields = [("opinion", first.words)]
    for decision in decisions {
      let seen = try #require(
        queue.text.firstMatch(
          of: try Regex("name=\"seen:\(decision.item)\" value=\"([0-9a-f]+)\"")))
      fields.append(("item", decision.item))
      fields.append(("seen:\(decision.item)", String(try #require(seen.output[1].substring))))
    }
    let answer = try await client.post("/review", fields, as: actor)
    #expect(answer.status == 200, "\(answer.said)")
  }

  private func meet(_ act: YearAct) async throws {
    switch act {
    case .openMeeting(let month, let actor):
      try await post("/office/meetings", [("month", month)], actor)
    case .attend(let month, let names, let actor):
      try await post(
        "/office/meetings/\(month)",
        [("act", "attend"), ("names", names.joined(separator: "、"))], actor)
    case .decide(let month, let item, let text, let owner, let due, let actor):
      try await post(
        "/office/meetings/\(month)",
        [("act", "decide"), ("item", item), ("text", text), ("owner", owner), ("due", due)], actor)
    case .settle(let month, let number, let result, let actor):
      try await post(
        "/office/meetings/\(month)",
        [("act", "settle"), ("number", String(number)), ("result", result)], actor)
    case .seal(let month, let actor):
      try await post("/office/meetings/\(month)", [("act", "seal")], actor)
    case .raiseGap(let text, let item, let owner, let due, let actor):
      try await post(
        "/office/gaps", [("text", text), ("item", item), ("owner", owner), ("due", due)], actor)
    case .resolveGap(let number, let words, let actor):
      try await post(
        "/office/gaps", [("number", String(number)), ("resolution", words)], actor)
    default: break
    }
  }
}

extension PortalClient.Answer {
  /// The words of a page that says why something was not done.
  fileprivate var said: String {
    "\(status) "
      + text.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").suffix(600)
  }
}

/// The page of an office's ledger, with members who log in again each day.
final class YearPage: Sendable {
  let portal: Portal
  private let office: YearOffice
  private let sessions = Mutex<[String: String]>([:])
  private let accounts = Mutex<[String: Int]>([:])

  init(_ office: YearOffice) throws {
    self.office = office
    // The version stands in what is handed out.
    let version = office.run(["--version"]).prefix { $0 != "\n" }
    let desk = Desk(
      folder: office.path("台账"), searchPath: nil, programVersion: String(version),
      clock: { office.now })
    let configuration = try PortalConfiguration(
      listen: try required(ListenAddress("127.0.0.1:0")), certificate: nil, key: nil, proxy: nil,
      hostNames: [], clock: { office.now })
    portal = try Portal(
      desk: desk, configuration: configuration, templates: BundledAssets.pageTemplates,
      styleSheet: BundledAssets.pageStyleSheet, icon: BundledAssets.pageIcon,
      faultLog: { line in Issue.record("\(line)") })
  }

  /// The cookie of a member who logged in this day.
  func cookie(_ member: String) throws -> String {
    let key = "\(office.day) \(member)"
    if let token = sessions.withLock({ $0[key] }) { return token }
    let account: Int
    if let known = accounts.withLock({ $0[member] }) {
      account = known
    } else {
      account = try portal.accounts.makeAccount(for: member, at: office.now.seconds).id
      accounts.withLock { $0[member] = account }
    }
    let token = try portal.accounts.startSession(
      of: account, replacing: nil, from: "", at: office.now.seconds)
    sessions.withLock { $0[key] = token }
    return token
  }

  /// Runs a body with a client of the page.
  func serve<Result: Sendable>(_ body: @Sendable (PortalClient) async throws -> Result)
    async throws -> Result
  {
    try await PortalServer(portal).application().test(.router) { client in
      try await body(PortalClient(client: client, cookie: { try self.cookie($0) }))
    }
  }
}
