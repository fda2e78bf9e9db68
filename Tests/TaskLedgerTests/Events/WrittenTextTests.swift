import TaskLedger
import Testing

/// Every text that somebody wrote and that papers print is looked at before it is printed.
///
/// Source: product description, Papers (it must be fit to stamp).
struct WrittenTextTests {
  private static func texts(_ event: LedgerEvent) -> [WrittenText] {
    EventEnvelope(
      sequence: 1, recordedAt: Instant(startOf: "2020-08-01"), effective: "2020-07-28",
      actor: SampleSchool.owner, event: event
    ).writtenTexts
  }

  /// The texts of the sample of each kind of event, as place and words.
  private static func expected(_ name: LedgerEvent.Name) -> [(WrittenText.Place, String)] {
    switch name {
    case .itemRevised:
      [(.content, "改写"), (.measure(1), "措施"), (.correction, "核对原文")]
    case .itemConfirmed: [(.correction, "核对原件")]
    case .progressNoted: [(.note("2020-07-28"), "召开推进会，\"两级\"\n全部到会")]
    case .evidenceAttached:
      [(.evidence("证-1.1-01"), "会议纪要"), (.evidence("证-1.1-01"), "青职团〔2020〕3号")]
    case .evidenceVoided: [(.correction, "盖章不清")]
    case .closureSubmitted: [(.statement, "已全部完成")]
    case .itemClosed: [(.opinion, "同意销号")]
    case .closureReturned: [(.reason, "缺名单")]
    case .itemReopened: [(.finding, "名单不实"), (.basis, "督查反馈")]
    case .itemWithdrawn: [(.basis, "省厅通知")]
    case .extensionRequested: [(.request, "开学推迟"), (.request, "已拟稿")]
    case .extensionGranted: [(.basis, "例会决定")]
    case .extensionRefused: [(.reason, "理由不足")]
    case .gapRaised: [(.gap(1), "制度未公示")]
    case .gapResolved: [(.gap(1), "已公示")]
    case .meetingDecided: [(.decision("2020-07", 2), "月底前公示")]
    case .decisionSettled: [(.decision("2020-07", 2), "已公示")]
    case .reminderAnswered: [(.reply(1), "本周补齐")]
    case .factRecorded: [(.exemption("校级学生会工作人员"), "校区多")]
    case .indicatorExempted: [(.exemption("6"), "高职没有研究生")]
    case .listCorrected: [(.correction, "示团发〔2020〕18号更正通知")]
    case .entryUndone: [(.correction, "录入有误")]
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemImported,
      .itemDropped, .itemStarted, .itemSustained, .meetingOpened, .monthSealed, .memberAdded,
      .memberRetired, .textRecorded, .meetingAttended, .reminderSent:
      []
    }
  }

  @Test(arguments: LedgerEvent.Name.allCases)
  func `an entry tells each text that it brought, with its place`(name: LedgerEvent.Name) {
    let event = EventSamples.sample(name)
    let found = Self.texts(event)
    let expected = Self.expected(name)
    #expect(found.map(\.place) == expected.map(\.0))
    #expect(found.map(\.text) == expected.map(\.1))
    let item: ItemID? =
      switch event {
      case .item(let id, _): id
      case .ledger(.gapRaised(let gap)): gap.item
      case .ledger(.meetingDecided(let decision)): decision.item
      case .ledger: nil
      }
    #expect(found.allSatisfy { $0.item == item })
  }

  @Test func `a corrected piece of evidence tells its new title and number`() {
    let changes = EventSamples.corrections
    let found = Self.texts(.item("1.1", .revised(ItemRevised(changes: changes, reason: "核对"))))
    #expect(found.map(\.text) == ["", "青职团〔2020〕4号", "核对"])
    #expect(found.first?.place == .evidence("证-1.1-02"))
  }

  @Test func `a file's extension and the number of a copy are no part of a title`() {
    var piece = SampleSchool.evidence("证-1.1-01", SampleSchool.file("a"))
    piece.caption = ""
    for (name, title) in [
      ("签到表(1).pdf", "签到表"), ("签到表.PDF", "签到表"), ("第1.2稿", "第1.2稿"), ("附件(一).docx", "附件(一)"),
      (".pdf", ".pdf"), ("(1)", "(1)"),
    ] {
      piece.fileName = name
      #expect(Self.texts(.item("1.1", .evidenceAttached(piece))).first?.text == title)
    }
  }

  @Test func `only the plan's words and the office's own can be put right where they stand`() {
    let places: [WrittenText.Place] = [
      .content, .measure(1), .statement, .opinion, .note(nil), .reason, .finding, .request, .basis,
      .correction, .evidence("证-1.1-01"), .exemption("6"), .gap(1), .decision("2020-07", 1),
      .reply(1), .office(.results),
    ]
    #expect(places.filter(\.canBeChanged) == [.content, .measure(1), .office(.results)])
  }

  @Test func `a ledger tells the texts of its items, then its own, each once and none blank`() {
    let own: [LedgerEvent.Name] = [
      .textRecorded, .factRecorded, .indicatorExempted, .gapRaised, .meetingDecided,
      .decisionSettled,
      .reminderSent, .reminderAnswered, .gapResolved,
    ]
    var history = History.imported.after(.noted("1.2", "2020-07-22"))
    for name in own {
      history.record(
        Happening(EventSamples.sample(name), on: "2020-07-28", by: SampleSchool.office))
    }
    history.record(.gap(2, "2020-07-29"))
    #expect(history.ledger.unplaced == [])
    let found = history.ledger.writtenTexts
    let ofItems = found.filter { $0.item != nil && $0.place != .gap(1) }
    #expect(
      ofItems.prefix(5).map(\.text) == ["条目1.1的内容", "措施1", "措施2", "条目1.2的内容", "召开推进会"])
    #expect(
      found.drop { $0.place != .gap(1) }.map(\.text) == [
        "制度未公示", "已公示", "制度未公示", "月底前公示", "已公示", "本周补齐", "高职没有研究生", "校区多",
        "机构由九个减为六个。", "工作人员减到三十八人。",
      ])
    #expect(found.last?.place == .office(.task(3)))
  }
}
