import LedgerStore
import LedgerDesk
import LedgerReports
import TaskLedger

/// Appends an entry that concerns the ledger as a whole.
enum OfficeEntry {
  @discardableResult
  static func append(
    _ command: LedgerCommand, kind: String, effective: CivilDate? = nil,
    placing staged: [EvidenceVault.StagedFile] = [],
    _ writing: WritingOptions, in environment: Environment
  ) throws(DeskError) -> AppendReceipt {
    let session = try Session(environment, writing.common)
    let actor = try session.actor(writing)
    let receipt = try session.append(
      { _ in [command] }, scope: .whole, actor: actor, effective: effective,
      dryRun: writing.dryRun, placing: staged)
    try session.report(receipt, kind: kind, dryRun: writing.dryRun)
    return receipt
  }
}

/// The agenda of a meeting, for the one who leads it.
enum AgendaSheet {
  static func lines(_ agenda: MeetingAgenda) -> [String] {
    func joined(_ ids: [ItemID]) -> String { ids.map(\.description).joined(separator: "、") }
    var lines = ["议程（\(agenda.month)，截至 \(agenda.day)）"]
    let parts: [(String, String)] = [
      ("逾期", agenda.overdue.map { "\($0.item)（\($0.days) 天）" }.joined(separator: "、")),
      ("退回未再报", joined(agenda.returned)),
      ("销号失效", joined(agenda.stale)),
      ("待审核", joined(agenda.submitted)),
      ("延期待答复", joined(agenda.pendingExtensions)),
      ("本月到期", joined(agenda.dueThisMonth)),
      ("下月到期", joined(agenda.dueNextMonth)),
      ("长期坚持本月无进展", joined(agenda.silent)),
      ("上月未办结短板", agenda.undecidedGaps.map { "第 \($0.number) 号" }.joined(separator: "、")),
    ]
    for (name, value) in parts where !value.isEmpty { lines.append("  \(name)：\(value)") }
    if lines.count == 1 { lines.append("  没有待议事项") }
    return lines
  }
}

struct GapsJSON: Encodable {
  var gaps: [GapJSON]
}

struct GapJSON: Encodable {
  var number: Int
  var text: String
  var item: Nullable<String>
  var owner: String
  var raisedOn: String
  var due: Nullable<String>
  var resolution: Nullable<String>
  var resolvedOn: Nullable<String>

  init(_ gap: Ledger.Gap) {
    number = gap.number
    text = gap.text
    item = Nullable(gap.item?.description)
    owner = gap.owner
    raisedOn = gap.raisedOn.description
    due = Nullable(gap.due?.description)
    resolution = Nullable(gap.resolution)
    resolvedOn = Nullable(gap.resolvedOn?.description)
  }
}

struct FactsJSON: Encodable {
  var facts: [FactJSON]
}

struct FactJSON: Encodable {
  var name: String
  var value: String
  var on: String
  var evidence: Nullable<String>
  var exemption: Nullable<String>
  var source: Nullable<String>

  init(_ name: String, _ fact: Ledger.Fact) {
    self.name = name
    value = fact.value
    on = fact.on.description
    evidence = Nullable(fact.evidence?.description)
    exemption = Nullable(fact.exemption)
    source = Nullable(fact.source)
  }
}
