import TaskLedger

/// A random history: commands by three actors on three items, some of them dated back, those that
/// are refused left out.
struct RandomWalk {
  private(set) var history = History.imported
  private(set) var accepted = 0
  private(set) var refused = 0
  private(set) var faults: [String] = []
  private var random: Randomness
  private var today: CivilDate = "2020-07-20"
  private let actors = [SampleSchool.owner, SampleSchool.office, "领导小组　办公室", SampleSchool.other]
  private let ids: [ItemID] = ["1.1", "1.2", "2.1"]
  private let digits: [EvidenceDigest] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

  init(seed: Int, length: Int) {
    random = Randomness(seed: seed)
    for _ in 0..<length { step() }
  }

  private mutating func step() {
    today = CivilDate(dayNumber: today.dayNumber + random.int(in: 0...3)) ?? today
    let back = random.isTrue(oneIn: 3) ? random.int(in: 0...20) : 0
    let day = CivilDate(dayNumber: today.dayNumber - back) ?? today
    let before = history.entries.count
    do throws(LedgerRejection) {
      try history.run(command(), by: random.element(actors), on: day, today: today)
      accepted += 1
    } catch {
      refused += 1
      if history.entries.count != before { faults.append("a refused command left an entry") }
    }
    faults += Invariants.violations(of: history.ledger)
  }

  private mutating func command() -> LedgerCommand {
    let id = random.element(ids)
    let later = CivilDate(dayNumber: today.dayNumber + random.int(in: 1...90)) ?? today
    switch random.int(in: 0...24) {
    case 0, 1: return .start(id)
    case 2: return .note(id, text: "推进会")
    case 3, 4, 5: return .attach(id, SampleSchool.file(random.element(digits)))
    case 6:
      let index = random.int(in: 1...4)
      return EvidenceNumber(item: id, index: index).map { .voidEvidence($0, reason: "有误") }
        ?? .start(id)
    case 7, 8, 9: return .submit(id, summary: "已完成")
    case 10, 11, 12: return .close(id, opinion: "同意")
    case 13: return .return(id, reason: "缺名单")
    case 14: return .reopen(id, finding: "不实", basis: "督查")
    case 15: return .sustain(id)
    case 16:
      return .requestExtension(id, until: later, reason: "推迟", progress: "拟稿")
    case 17: return .grantExtension(id, basis: "例会")
    case 18: return .refuseExtension(id, reason: "不足")
    case 19: return revision(id, later)
    case 20:
      return random.isTrue(oneIn: 6)
        ? .withdraw(id, basis: "省厅通知") : .confirm(id, codes: nil, reason: "核对")
    case 21: return history.entries.last.map { .undo($0, reason: "有误") } ?? .start(id)
    case 22: return reimport()
    case 23: return random.isTrue(oneIn: 4) ? exemption() : meeting()
    default: return office(id, later)
    }
  }

  private mutating func revision(_ id: ItemID, _ later: CivilDate) -> LedgerCommand {
    let change = random.element([
      ItemChange.content("第\(history.entries.count)稿"),
      .deadline(SampleSchool.deadline(later)), .clause("3.1"), .remark("见附件"),
    ])
    return .revise(id, changes: [change], reason: "核对")
  }

  private mutating func reimport() -> LedgerCommand {
    var items = SampleSchool.items
    items[random.int(in: 0...2)].content = "第\(history.entries.count)稿"
    if random.isTrue(oneIn: 3) { items.remove(at: random.int(in: 0...4)) }
    let digest: Character = random.element(Array("0123456789abcdef"))
    return .importPlan(SampleSchool.header(digest), items: items, update: true)
  }

  private mutating func meeting() -> LedgerCommand {
    let month = random.element([today.civilMonth, today.civilMonth.previous ?? today.civilMonth])
    guard random.isTrue(oneIn: 2) else { return .openMeeting(month) }
    return .sealMonth(
      month, through: history.entries.count, asOf: month.lastDay, paper: "d")
  }

  private mutating func exemption() -> LedgerCommand {
    if random.isTrue(oneIn: 4) {
      var list = SampleSchool.list
      list.title = "第\(history.entries.count)版"
      return .correctList(list, reason: "更正")
    }
    guard random.isTrue(oneIn: 2), let indicator = SampleSchool.indicator else {
      return .liftExemption("2", unit: nil)
    }
    return .exemptIndicator(indicator, unit: nil, reason: "没有研究生")
  }

  private mutating func office(_ id: ItemID, _ later: CivilDate) -> LedgerCommand {
    switch random.int(in: 0...10) {
    case 5:
      .recordText(
        TextRecorded(
          part: random.element([.task(1), .results, .problems, .nextSteps, .guidance]),
          paragraphs: ["第\(history.entries.count)稿"]))
    case 6:
      .decideAtMeeting(
        history.ledger.openMonths.last ?? today.civilMonth, item: id, text: "公示", owner: "学工部",
        due: later)
    case 7:
      .settleDecision(
        history.ledger.meetings.filter { !$0.value.decisions.isEmpty }.keys.max()
          ?? today.civilMonth, number: 1, result: "已公示")
    case 8: .attendMeeting(today.civilMonth, names: ["李老师"])
    case 9: .remind(department: "学工部", .reminder, items: [id], due: later)
    case 10: .answerReminder(number: random.int(in: 1...3), text: "本周补齐")
    case 0: .raiseGap(text: "未公示", item: id, owner: "学工部", due: later)
    case 1: .resolveGap(number: random.int(in: 1...5), resolution: "已公示")
    case 2: .addMember(name: "张伟", department: random.element(actors), role: .owner)
    case 3: .retireMember(name: "张伟")
    default:
      .recordFact(name: "人数", value: "\(random.int(in: 30...60))", evidence: nil, exemption: nil)
    }
  }
}
