import TaskLedger

/// One sample of every event type with every field filled, for fixtures and coding tests.
enum EventSamples {
  static func sample(_ name: LedgerEvent.Name) -> LedgerEvent {
    switch name {
    case .ledgerOpened:
      .ledger(
        .opened(LedgerOpened(school: SampleSchool.name, reviewers: [SampleSchool.office, "校团委"])))
    case .reviewersChanged:
      .ledger(.reviewersChanged(ReviewersChanged(reviewers: ["校团委"], reason: "分工调整")))
    case .listAdopted: .ledger(.listAdopted(list))
    case .listCorrected:
      .ledger(.listCorrected(ListCorrected(list: list, reason: "示团发〔2020〕18号更正通知")))
    case .planImported: .ledger(.planImported(SampleSchool.header()))
    case .itemImported: .imported(item)
    case .itemDropped: .item("S1", .dropped(reason: "方案修订稿.docx"))
    case .itemRevised:
      .item("1.1", .revised(ItemRevised(changes: changes, reason: "核对原文")))
    case .itemConfirmed:
      .item(
        "1.2", .confirmed(ItemConfirmed(codes: [.cellShifted, .deadlineInherited], reason: "核对原件")))
    case .itemStarted: .item("1.1", .started)
    case .progressNoted:
      .item("1.1", .progressNoted(text: "召开推进会，\"两级\"\n全部到会"))
    case .evidenceAttached:
      .item(
        "1.1",
        .evidenceAttached(
          SampleSchool.evidence(
            "证-1.1-01", SampleSchool.file("a", measure: 2, date: "2020-07-20"))))
    case .evidenceVoided:
      .item("1.1", .evidenceVoided(EvidenceVoided(number: "证-1.1-01", reason: "盖章不清")))
    case .closureSubmitted:
      .item("1.1", .closureSubmitted(ClosureSubmitted(summary: "已全部完成", unprovedMeasures: [1, 2])))
    case .itemClosed:
      .item("1.1", .closed(ItemClosed(opinion: "同意销号", reviewed: "c")))
    case .closureReturned: .item("1.1", .closureReturned(reason: "缺名单"))
    case .itemReopened:
      .item("1.1", .reopened(ItemReopened(finding: "名单不实", basis: "督查反馈", due: .kept)))
    case .itemSustained: .item("2.1", .sustained)
    case .itemWithdrawn: .item("1.1", .withdrawn(basis: "省厅通知"))
    case .extensionRequested:
      .item(
        "1.1",
        .extensionRequested(
          ExtensionRequested(until: "2020-08-15", reason: "开学推迟", progress: "已拟稿")))
    case .extensionGranted:
      .item("1.1", .extensionGranted(ExtensionGranted(until: "2020-08-15", basis: "例会决定")))
    case .extensionRefused:
      .item("1.1", .extensionRefused(reason: "理由不足"))
    case .gapRaised:
      .ledger(
        .gapRaised(
          GapRaised(number: 1, text: "制度未公示", item: "1.1", owner: "学工部", due: "2020-08-10")))
    case .gapResolved: .ledger(.gapResolved(GapResolved(number: 1, resolution: "已公示")))
    case .meetingOpened: .ledger(.meetingOpened("2020-07"))
    case .monthSealed:
      .ledger(
        .monthSealed(MonthSealed(month: "2020-07", through: 9, asOf: "2020-07-31", paper: "d")))
    case .factRecorded:
      .ledger(
        .factRecorded(
          FactRecorded(name: "校级学生会工作人员", value: "40", evidence: "证-1.1-01", exemption: "校区多")))
    case .indicatorExempted:
      .ledger(
        .indicatorExempted(
          IndicatorExempted(indicator: "6", unit: "机电系", reason: "高职没有研究生")))
    case .memberAdded:
      .ledger(.memberAdded(MemberAdded(name: "张伟", department: "学工部", role: .owner)))
    case .memberRetired: .ledger(.memberRetired(name: "张伟"))
    case .textRecorded:
      .ledger(
        .textRecorded(
          TextRecorded(
            part: .task(3), paragraphs: ["机构由九个减为六个。", "工作人员减到三十八人。"],
            source: "自评文稿.docx", digest: "e")))
    case .meetingDecided:
      .ledger(
        .meetingDecided(
          MeetingDecided(
            month: "2020-07", number: 2, item: "1.1", text: "月底前公示", owner: "学工部",
            due: "2020-08-10")))
    case .decisionSettled:
      .ledger(.decisionSettled(DecisionSettled(month: "2020-07", number: 2, result: "已公示")))
    case .meetingAttended:
      .ledger(.meetingAttended(MeetingAttended(month: "2020-07", names: ["李老师", "张伟"])))
    case .reminderSent:
      .ledger(
        .reminderSent(
          ReminderSent(
            number: 1, department: "学工部", kind: .urging, items: ["1.1", "1.2"],
            due: "2020-08-10")))
    case .reminderAnswered:
      .ledger(.reminderAnswered(ReminderAnswered(number: 1, text: "本周补齐")))
    case .entryUndone:
      .item("1.1", .undone(EntryUndone(sequence: 9, reason: "录入有误")))
    }
  }

  static let changes: [ItemChange] = [
    .deadline(SampleSchool.deadline("2020-09-30")), .clause("3.1"), .clause(nil),
    .content("改写"), .measures([Measure(number: 1, text: "措施")]),
    .departments(DepartmentAssignment(lead: ["校团委"], supporting: ["学工部"])),
    .responsiblePerson("李老师"), .remark("见附件"), .ordinal("9"), .ordinal(nil),
  ]

  static let corrections: [ItemChange] = [
    .evidence(EvidenceCorrection(number: "证-1.1-01", pages: 6, original: "校档案室")),
    .evidence(EvidenceCorrection(number: "证-1.1-02", caption: "", documentNumber: "青职团〔2020〕4号")),
  ]

  static var item: Item {
    var item = SampleSchool.item(
      "1.1", deadline: SampleSchool.deadline("2020-07-31"), measures: 2,
      flags: [.yearAssumed, .deadlineInherited])
    item.basis = "上级文件"
    item.departments.supporting = ["团支部"]
    item.responsiblePerson = "李老师"
    item.remark = "见附件"
    item.narrative = "正文一段"
    return item
  }

  static var list: TaskList {
    var list = SampleSchool.list
    list.tasks[0].basis = "上级文件"
    list.tasks[0].clauses[0].figures = [
      Figure(subject: "工作人员", relation: .between, value: 20, upper: 30, unit: "人")
    ]
    list.tasks[0].clauses[0].duties = [Duty(name: "公示", groups: [["公示", "公开"]])]
    list.handIns = [
      HandIn(due: "2020-10-15", what: "自评报告", forms: ["扫描件"], recipients: ["省厅"])
    ]
    return list
  }

  static let point = DeadlinePoint(day: "2020-09-10", bound: .within, precision: .tenDay)

  static let deadlines: [Deadline.Meaning] = [
    .blank, .vague, .unreadable, .immediate(thenOngoing: false), .immediate(thenOngoing: true),
    .date(point), .range(from: "2020-08-01", to: point),
    .dates([point, DeadlinePoint(day: "2020-12-31", bound: .by, precision: .year)]),
    .recurring(Recurrence(period: .month, days: [25])),
    .recurring(Recurrence(period: .year, days: [5], months: [7])),
    .recurring(Recurrence(period: .week, weekdays: [5], from: "2020-09-01")),
    .recurring(Recurrence(period: .halfYear)),
    .recurring(Recurrence(period: .year, days: [10], months: [5, 11], until: "2021-12-31")),
    .recurring(Recurrence(period: .month, interval: 2, days: [10, 25])),
    .recurring(Recurrence(period: .week, interval: 2, weekdays: [1, 4])),
    .ongoing(after: nil), .ongoing(after: point), .event("提交大会审议"),
  ]

  static let locations: [Diagnostic.Location] = [
    .text(file: "方案.txt", line: 3, column: 9),
    .cell(file: "方案.xlsx", sheet: "任务", reference: "D7"),
    .tableCell(file: "方案.docx", table: 1, row: 2, column: 3),
    .paragraph(file: "方案.docx", index: 4), .event(sequence: 5),
  ]
}

extension EventSamples {
  /// One event of each kind that a sheet makes.
  static let fromSheets: [(String, LedgerEvent)] = {
    let cell = "学工部.xlsx[任务!H4]"
    var evidence = SampleSchool.evidence("证-1.1-01", SampleSchool.file("a"))
    evidence.source = cell
    return [
      ("progress-noted", .item("1.1", .progressNoted(text: "召开推进会", source: cell))),
      ("evidence-attached", .item("1.1", .evidenceAttached(evidence))),
      (
        "closure-submitted",
        .item(
          "1.1",
          .closureSubmitted(
            ClosureSubmitted(summary: "已全部完成", unprovedMeasures: [2], source: cell)))
      ),
      (
        "item-closed",
        .item("1.1", .closed(ItemClosed(opinion: "同意销号", reviewed: "c", source: cell)))
      ),
      ("closure-returned", .item("1.1", .closureReturned(reason: "缺名单", source: cell))),
      (
        "member-added",
        .ledger(
          .memberAdded(MemberAdded(name: "张伟", department: "学工部", role: .owner, source: cell)))
      ),
    ]
  }()
}
