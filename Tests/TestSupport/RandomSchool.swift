package import TaskLedger

/// The log of a made-up school that follows from a seed: deadlines of every kind, and commands of
/// every kind by several people, some dated back, those that are refused left out.
package struct RandomSchool {
  /// The log.
  package var entries: [EventEnvelope] { scenario.entries }
  /// The last day on which something was entered.
  package var today: CivilDate { scenario.today }

  private var scenario: LedgerScenario
  private var random: SplitMix64
  private let owners = ["学工部", "校团委", "机电系团总支"]

  private static let deadlines = [
    "2020年6月", "2020年7月底前", "2020年8月", "2020年10月15日前", "2020年底前，并长期坚持", "长期坚持",
    "每月25日前", "每季度末", "", "适时", "2020年9月10日、2020年11月10日", "2021年6月",
  ]

  /// Makes a log.
  ///
  /// - Parameters:
  ///   - seed: What it follows from.
  ///   - name: The school.
  ///   - length: How many commands are tried.
  /// - Throws: What a command says that must succeed, such as opening the ledger.
  package init(seed: Int, name: String, length: Int) throws {
    var random = SplitMix64(seed: UInt64(truncatingIfNeeded: seed))
    var items = Item.madeUp
    if Int.random(in: 0..<4, using: &random) == 0 { items.removeLast(3) }
    for place in items.indices {
      let words = Self.deadlines[Int.random(in: 0..<Self.deadlines.count, using: &random)]
      items[place].deadline = DeadlineLanguage.read(words, year: 2020)
    }
    scenario = try LedgerScenario(school: name, items: items, on: "2020-06-01")
    self.random = random
    for _ in 0..<length { step() }
  }

  private mutating func roll(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func one<Value>(of values: [Value]) -> Value { values[roll(0..<values.count)] }

  private mutating func step() {
    let today = CivilDate(dayNumber: scenario.today.dayNumber + max(0, roll(-3..<6))) ?? today
    scenario.today = today
    let command = command()
    let actor = roll(0..<3) == 0 ? scenario.reviewer : one(of: owners)
    // A refused command leaves nothing behind.
    if roll(0..<4) == 0 {
      let back = CivilDate(dayNumber: today.dayNumber - roll(0..<30)) ?? today
      _ = try? scenario.backDate(command, by: actor, to: back.description)
    } else {
      _ = try? scenario.run(command, by: actor)
    }
  }

  private mutating func command() -> LedgerCommand {
    let ids = scenario.ledger.order
    let id = ids[roll(0..<min(ids.count, 14))]
    let later = CivilDate(dayNumber: scenario.today.dayNumber + roll(1..<120)) ?? scenario.today
    switch roll(0..<26) {
    case 0...2: return .start(id)
    case 3...5: return .note(id, text: "推进会")
    case 6...8: return .attach(id, file())
    case 9...11:
      return .submit(id, summary: roll(0..<5) == 0 ? "基本完成" : "已经完成，名单见附件")
    case 12...14: return .close(id, opinion: "同意销号")
    case 15: return .return(id, reason: "缺名单")
    case 16: return .reopen(id, finding: "不实", basis: "督查", due: roll(0..<2) == 0 ? later : nil)
    case 17: return .sustain(id)
    case 18: return .requestExtension(id, until: later, reason: "推迟", progress: "拟稿")
    case 19:
      return .grantExtension(id, basis: "例会", superior: roll(0..<3) == 0 ? "示〔2020〕9号" : nil)
    case 20:
      let index = roll(1..<4)
      return EvidenceNumber(item: id, index: index).map { .voidEvidence($0, reason: "有误") }
        ?? .start(id)
    case 21:
      let words = one(of: Self.deadlines)
      return .revise(
        id,
        changes: [
          roll(0..<3) == 0
            ? .clause(ClauseID("3.1")) : .deadline(DeadlineLanguage.read(words, year: 2020))
        ], reason: "核对")
    case 22: return scenario.entries.last.map { .undo($0, reason: "有误") } ?? .start(id)
    case 23: return roll(0..<6) == 0 ? .withdraw(id, basis: "示〔2020〕12号") : .note(id, text: "检查")
    default: return office(id, later)
    }
  }

  private mutating func file() -> NewEvidence {
    let name = "材料\(roll(0..<9)).pdf"
    return NewEvidence(
      digest: ReviewDigest.sha256(name), fileName: name, byteCount: 20_480,
      mediaType: "application/pdf", measure: roll(0..<2) == 0 ? 1 : nil, caption: "材料")
  }

  private mutating func office(_ id: ItemID, _ later: CivilDate) -> LedgerCommand {
    switch roll(0..<6) {
    case 0: return .raiseGap(text: "未公示", item: id, owner: "学工部", due: later)
    case 1: return .resolveGap(number: roll(1..<5), resolution: "已公示")
    case 2:
      var items = scenario.ledger.liveItems.map(\.item)
      if items.count > 20 { items.remove(at: roll(14..<items.count)) }
      return .importPlan(.madeUp, items: items, update: true)
    case 3:
      var list = TaskList.madeUp
      list.title = "第\(roll(2..<9))版"
      list.handIns = [HandIn(due: later, what: "自评报告")]
      return .correctList(list, reason: "更正")
    default:
      let (name, value) = one(of: [
        ("工作人员", "\(roll(30..<60))"), ("主席团成员", "\(roll(3..<7))"), ("工作部门", "6"),
        ("大会选举主席团", "是"), ("学代会日期", "2020-09-10"), ("其他职务", "否"),
      ])
      return .recordFact(name: name, value: value, evidence: nil, exemption: nil)
    }
  }
}
