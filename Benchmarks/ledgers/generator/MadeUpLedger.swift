import LedgerStore
import TaskLedger

/// A generator of whole numbers that gives the same row for the same seed everywhere (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to but not including a bound.
  mutating func roll(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Whether something of a chance in a hundred happens.
  mutating func happens(_ percent: Int) -> Bool { roll(100) < percent }

  /// One of several.
  mutating func one<Value>(of values: [Value]) -> Value { values[roll(values.count)] }
}

/// The log of a made-up school: plausible events in a plausible order, nothing of any real school.
struct MadeUpLedger {
  /// A file that evidence may be.
  struct File {
    var digest: EvidenceDigest
    var byteCount: Int
    var name: String
  }

  var school: String
  var list: TaskList
  var itemCount: Int
  var files: [File]
  var dice: Dice

  private static let departments = ["校团委", "学工部", "组织部", "校学生会", "机电系团总支", "财务处", "信息系团总支"]
  private static let subjects = ["例会记录", "遴选办法", "培训方案", "章程修订稿", "评议结果", "公示照片", "经费台账"]
  private static let verbs = ["起草", "讨论", "修订", "公示", "印发", "汇总", "核对", "上报"]
  private static let deadlines = [
    "2020年6月", "2020年7月", "2020年8月", "2020年9月", "2020年9月底前", "2020年10月10日前", "2020年底前",
    "2020年底前，并长期坚持", "长期坚持", "",
  ]

  /// The events in the order of the log.
  mutating func entries() -> [EventEnvelope] {
    let importDay = day(0)
    var dated: [(day: Int, actor: String, event: LedgerEvent)] = []
    dated.append((-200, "领导小组办公室", .ledger(.listAdopted(list))))
    let clauses = list.clauses
    for index in 0..<itemCount {
      let item = item(index, clauses)
      dated.append((0, "校团委", .imported(item)))
      history(of: item, into: &dated)
    }
    facts(into: &dated)
    let ordered = dated.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    var entries: [EventEnvelope] = [
      envelope(
        1, importDay, "领导小组办公室",
        .ledger(.opened(LedgerOpened(school: school, reviewers: ["领导小组办公室"]))))
    ]
    let header = PlanHeader(
      title: "深化改革实施方案", school: school, documentNumber: nil, issueDate: importDay,
      source: "方案.docx", sourceDigest: String(repeating: "0", count: 64))
    entries.append(
      envelope(2, importDay, "校团委", .ledger(.planImported(header))))
    for (_, one) in ordered {
      entries.append(envelope(entries.count + 1, day(one.day), one.actor, one.event))
    }
    return entries
  }

  private func day(_ offset: Int) -> CivilDate {
    guard let first = CivilDate("2020-06-01"),
      let day = CivilDate(dayNumber: first.dayNumber + offset)
    else { preconditionFailure("a day of the year 2020") }
    return day
  }

  private func envelope(_ sequence: Int, _ day: CivilDate, _ actor: String, _ event: LedgerEvent)
    -> EventEnvelope
  {
    EventEnvelope(
      sequence: sequence,
      recordedAt: Instant(
        seconds: day.dayNumber * 86_400 + sequence % 28_800, offsetMinutes: 480),
      effective: day, actor: actor, event: event)
  }

  private mutating func item(_ index: Int, _ clauses: [Clause]) -> Item {
    let clause = clauses[index % clauses.count]
    let isFirst = index < clauses.count
    let words = dice.happens(45) && isFirst ? clause.deadline.text : dice.one(of: Self.deadlines)
    let measures = (1...(1 + dice.roll(3))).map { number in
      Measure(
        number: number,
        text:
          "由\(dice.one(of: Self.departments))\(dice.one(of: Self.verbs))\(dice.one(of: Self.subjects))，每月检查一次，结果报领导小组办公室。"
      )
    }
    let id: ItemID = isFirst ? .clause(clause.id) : .own(index - clauses.count + 1)
    let lead = dice.one(of: Self.departments)
    return Item(
      id: id, clause: clause.id, task: clause.id.task,
      taskTitle: list.task(clause.id.task)?.title ?? "", ordinal: String(index + 1),
      content: clause.content, measures: measures,
      deadline: DeadlineLanguage.read(words, year: 2020),
      departments: DepartmentAssignment(
        lead: [lead], supporting: dice.happens(50) ? ["各系团总支"] : []),
      flags: words.isEmpty ? [.deadlineMissing] : [],
      link: Link(confidence: .certain, reasons: [.text, .task, .order]),
      location: .tableCell(file: "方案.docx", table: 1, row: index + 2, column: 4))
  }

  /// What happens to one item after its import; applied as it is made, so that closures are bound
  /// to exactly what stood for review.
  private mutating func history(
    of item: Item, into dated: inout [(day: Int, actor: String, event: LedgerEvent)]
  ) {
    var ledger = Ledger()
    var at = 1 + dice.roll(20)
    let actor = item.departments.lead[0]
    let id = item.id
    func note(_ event: LedgerEvent, by name: String) {
      dated.append((at, name, event))
      ledger.apply(envelope(ledger.headSequence + 1, day(at), name, event))
    }
    ledger.apply(envelope(1, day(0), "校团委", .imported(item)))
    guard dice.happens(92) else { return }
    note(.item(id, .started), by: actor)
    for _ in 0..<(1 + dice.roll(13) / 2) {
      at += dice.roll(16)
      note(.item(id, .progressNoted(text: progress())), by: actor)
    }
    if item.deadline.isOngoing, item.deadline.due == nil {
      note(.item(id, .sustained), by: actor)
      for _ in 0..<(2 + dice.roll(6)) {
        at += 5 + dice.roll(20)
        note(.item(id, .progressNoted(text: progress())), by: actor)
      }
      return
    }
    for measure in 0..<item.measures.count + dice.roll(2) {
      at += dice.roll(6)
      let file = dice.one(of: files)
      guard let number = EvidenceNumber(item: id, index: measure + 1) else { continue }
      let evidence = Evidence(
        number: number, digest: file.digest, fileName: file.name, byteCount: file.byteCount,
        mediaType: "application/pdf",
        measure: measure < item.measures.count ? measure + 1 : nil,
        caption: dice.one(of: Self.subjects), date: day(at))
      note(.item(id, .evidenceAttached(evidence)), by: actor)
    }
    if dice.happens(10) { extend(id, actor, at, note) }
    guard dice.happens(80) else { return }
    submit(id, actor, note)
    at += 1 + dice.roll(5)
    if dice.happens(15) {
      note(.item(id, .closureReturned(reason: "缺签到表，请补。")), by: "领导小组办公室")
      at += 1 + dice.roll(9)
      note(.item(id, .progressNoted(text: progress())), by: actor)
      submit(id, actor, note)
    }
    guard dice.happens(85) else { return }
    at += 1 + dice.roll(3)
    close(id, ledger, note)
    guard dice.happens(4) else { return }
    at += 3 + dice.roll(20)
    note(
      .item(id, .reopened(ItemReopened(finding: "抽查发现记录不全", basis: "督查反馈"))),
      by: "领导小组办公室")
  }

  private mutating func progress() -> String {
    "\(dice.one(of: Self.verbs))\(dice.one(of: Self.subjects)) \(1 + dice.roll(60)) 份，已报分管领导。"
  }

  private func submit(_ id: ItemID, _ actor: String, _ note: (LedgerEvent, String) -> Void) {
    note(
      .item(
        id, .closureSubmitted(ClosureSubmitted(summary: "各项措施已经落实，材料齐全，见佐证。", unprovedMeasures: []))
      ),
      actor)
  }

  private func close(_ id: ItemID, _ ledger: Ledger, _ note: (LedgerEvent, String) -> Void) {
    let basis = ledger[id]?.reviewBasis.text ?? ""
    note(
      .item(id, .closed(ItemClosed(opinion: "同意销号", reviewed: EventChain.digest(of: basis)))),
      "领导小组办公室")
  }

  private func extend(
    _ id: ItemID, _ actor: String, _ at: Int, _ note: (LedgerEvent, String) -> Void
  ) {
    let until = day(at + 45)
    note(
      .item(
        id, .extensionRequested(ExtensionRequested(until: until, reason: "会议改期", progress: "已完成一半"))
      ),
      actor)
    note(
      .item(id, .extensionGranted(ExtensionGranted(until: until, basis: "例会纪要"))), "领导小组办公室")
  }

  private mutating func facts(
    into dated: inout [(day: Int, actor: String, event: LedgerEvent)]
  ) {
    let wanted = [
      ("工作人员", "\(30 + dice.roll(20))"), ("主席团成员", "5"), ("工作部门", "\(4 + dice.roll(4))"),
      ("承担行政职能", "否"), ("主席团加工作部门", "是"), ("其他常设层级", "否"), ("其他职务", "否"),
      ("学生总数", "\(6000 + dice.roll(9000))"), ("代表", "\(100 + dice.roll(200))"),
      ("大会选举主席团", "是"), ("学代会日期", "2020-09-1\(dice.roll(9))"), ("每学期述职评议", "是"),
    ]
    for (name, value) in wanted where dice.happens(80) {
      dated.append(
        (30 + dice.roll(60), "校团委", .ledger(.factRecorded(FactRecorded(name: name, value: value)))))
    }
  }
}
