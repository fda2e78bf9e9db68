import Foundation
import TaskLedger
import Testing

/// Follows one task of a reform to its closing, and says what is overdue.
func followOneTask() throws -> [String] {
  guard let one = ClauseID("1.1"), let two = ClauseID("1.2"),
    let june = CivilDate("2026-06-01"), let july = CivilDate("2026-07-10")
  else { return [] }

  // A list with one task of two clauses.
  let clauses = [
    Clause(
      id: one, content: "印发实施方案",
      deadline: DeadlineLanguage.read("2026年6月底前", year: 2026)),
    Clause(
      id: two, content: "召开动员会",
      deadline: DeadlineLanguage.read("2026年6月底前", year: 2026)),
  ]
  let list = TaskList(
    title: "任务列表", documentNumber: "",
    tasks: [ReformTask(number: 1, title: "明确职能定位", clauses: clauses)])

  // The school's answer, an item a clause.
  let items = clauses.map { clause in
    Item(
      id: .clause(clause.id), clause: clause.id, task: 1, taskTitle: "明确职能定位",
      content: clause.content, deadline: clause.deadline,
      departments: DepartmentAssignment(lead: ["校团委"]),
      link: Link(confidence: .certain, reasons: [.person]), location: .here())
  }

  // Who acts when; a program that keeps a log hands in SHA-256, by which reviews are bound.
  func occasion(_ actor: String, _ day: CivilDate) -> Occasion {
    Occasion(actor: actor, today: day) { text in digest(of: text) }
  }
  let now = Instant(startOf: june)

  var ledger = Ledger()
  try ledger.record(
    .open(school: "南岭工程职业学院", reviewers: ["领导小组办公室"], list: list),
    on: occasion("领导小组办公室", june), at: now)
  let header = PlanHeader(
    title: nil, school: nil, documentNumber: nil, issueDate: nil, source: "", sourceDigest: "1")
  try ledger.record(
    .importPlan(header, items: items, update: false), on: occasion("领导小组办公室", june), at: now)

  // Claim, prove, apply, close: by two people.
  let first = items[0].id
  let owner = occasion("校团委", june)
  try ledger.record(.start(first), on: owner, at: now)
  let file = NewEvidence(
    digest: digest(of: "方案全文"), fileName: "方案.pdf", byteCount: 12, mediaType: "application/pdf")
  try ledger.record(.attach(first, file), on: owner, at: now)
  try ledger.record(.submit(first, summary: "实施方案已印发。"), on: owner, at: now)
  try ledger.record(
    .close(first, opinion: "同意销号"), on: occasion("领导小组办公室", june), at: now)

  // What is overdue on 10 July.
  return LedgerOnDay(ledger, on: july).items.filter(\.isOverdue)
    .map { "\($0.id) \($0.state.item.content)" }
}

/// Takes the place of SHA-256, which a program has from a package of its choice.
private func digest(of text: String) -> EvidenceDigest {
  var state: UInt64 = 0xcbf2_9ce4_8422_2325
  var bytes: [UInt8] = []
  for round in 0..<32 {
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state ^= UInt64(round)
    bytes.append(UInt8(truncatingIfNeeded: state >> 24))
  }
  let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  guard let digest = EvidenceDigest(digits) else { preconditionFailure("64 digits are a digest") }
  return digest
}

/// The program of the article Getting started, as somebody else's program sees the library.
struct GettingStartedTests {
  @Test func `the program of the article prints what is overdue`() throws {
    #expect(try followOneTask() == ["1.2 召开动员会"])
  }

  @Test func `the article shows the program that is tested here`() throws {
    let here = URL(fileURLWithPath: #filePath)
    let top = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let article = try String(
      contentsOf: top.appendingPathComponent(
        "Sources/TaskLedger/Documentation.docc/GettingStarted.md"), encoding: .utf8)
    let source = try String(contentsOf: here, encoding: .utf8)
    let start = try #require(source.range(of: "/// Follows one task"))
    let end = try #require(
      source.range(of: "\n}\n", range: start.upperBound..<source.endIndex))
    #expect(article.contains(source[start.lowerBound..<end.upperBound]))
  }
}
