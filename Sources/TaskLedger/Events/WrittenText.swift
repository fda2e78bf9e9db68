/// A text that somebody wrote into the ledger and that papers print (待印文字).
public struct WrittenText: Sendable, Hashable {
  /// What the text is.
  public enum Place: Sendable, Hashable {
    /// The content of an item.
    case content
    /// A measure by number.
    case measure(Int)
    /// The statement of completion (完成情况说明).
    case statement
    /// The opinion of a reviewer (审核意见).
    case opinion
    /// A note of progress, by day; nil before it is recorded.
    case note(CivilDate?)
    /// Why an application was returned, or more time was refused.
    case reason
    /// What was found when an item was reopened.
    case finding
    /// Why more time is asked for, and what had been done.
    case request
    /// The ground of a grant or a withdrawal.
    case basis
    /// Why something was corrected, confirmed, declared void or taken back.
    case correction
    /// The title of a piece of evidence.
    case evidence(EvidenceNumber)
    /// Why an indicator does not apply, by the name of the indicator or figure.
    case exemption(String)
    /// A gap by number, raised or resolved.
    case gap(Int)
    /// A decision of a meeting, or what became of it.
    case decision(CivilMonth, Int)
    /// The answer to a reminder by number.
    case reply(Int)
    /// A part of the office's own words.
    case office(OfficeText.Part)

    /// Whether the text can be put right where it stands; what else was recorded stays for ever.
    public var canBeChanged: Bool {
      switch self {
      case .content, .measure, .office: true
      case .statement, .opinion, .note, .reason, .finding, .request, .basis, .correction,
        .evidence, .exemption, .gap, .decision, .reply:
        false
      }
    }
  }

  /// The item it belongs to; nil when it belongs to none.
  public var item: ItemID?
  /// What it is.
  public var place: Place
  /// The words as written.
  public var text: String

  /// Creates a text.
  public init(item: ItemID?, _ place: Place, _ text: String) {
    self.item = item
    self.place = place
    self.text = text
  }
}

extension EventEnvelope {
  /// The texts that the entry brought; what a plan or a file brought is looked at when it is
  /// imported.
  public var writtenTexts: [WrittenText] {
    switch event {
    case .item(let id, let event): texts(of: event).map { WrittenText(item: id, $0.0, $0.1) }
    case .ledger(let event): texts(of: event)
    }
  }

  private func texts(of event: ItemEvent) -> [(WrittenText.Place, String)] {
    switch event {
    case .progressNoted(let text, _): [(.note(effective), text)]
    case .evidenceAttached(let evidence):
      [
        (.evidence(evidence.number), ProofMarks.withoutCopyNumber(evidence.printedTitle)),
        (.evidence(evidence.number), evidence.documentNumber),
      ]
    case .closureSubmitted(let payload): [(.statement, payload.summary)]
    case .closed(let payload): [(.opinion, payload.opinion)]
    case .closureReturned(let reason, _), .extensionRefused(let reason): [(.reason, reason)]
    case .reopened(let payload): [(.finding, payload.finding), (.basis, payload.basis)]
    case .extensionRequested(let payload):
      [(.request, payload.reason), (.request, payload.progress)]
    case .extensionGranted(let payload): [(.basis, payload.basis)]
    case .withdrawn(let basis): [(.basis, basis)]
    case .revised(let payload):
      payload.changes.flatMap { texts(of: $0) } + [(.correction, payload.reason)]
    case .confirmed(let payload): [(.correction, payload.reason)]
    case .evidenceVoided(let payload): [(.correction, payload.reason)]
    case .undone(let payload): [(.correction, payload.reason)]
    case .imported, .dropped, .started, .sustained: []
    }
  }

  private func texts(of change: ItemChange) -> [(WrittenText.Place, String)] {
    switch change {
    case .content(let text): [(.content, text)]
    case .measures(let measures): measures.map { (.measure($0.number), $0.text) }
    case .evidence(let correction):
      [correction.caption, correction.documentNumber].compactMap { text in
        text.map { (.evidence(correction.number), $0) }
      }
    case .deadline, .clause, .departments, .responsiblePerson, .remark, .ordinal: []
    }
  }

  private func texts(of event: LedgerEventKind) -> [WrittenText] {
    switch event {
    case .gapRaised(let payload):
      [WrittenText(item: payload.item, .gap(payload.number), payload.text)]
    case .gapResolved(let payload):
      [WrittenText(item: nil, .gap(payload.number), payload.resolution)]
    case .meetingDecided(let payload):
      [WrittenText(item: payload.item, .decision(payload.month, payload.number), payload.text)]
    case .decisionSettled(let payload):
      [WrittenText(item: nil, .decision(payload.month, payload.number), payload.result)]
    case .reminderAnswered(let payload):
      [WrittenText(item: nil, .reply(payload.number), payload.text)]
    case .indicatorExempted(let payload):
      payload.reason.map { [WrittenText(item: nil, .exemption(payload.indicator), $0)] } ?? []
    case .factRecorded(let payload):
      payload.exemption.map { [WrittenText(item: nil, .exemption(payload.name), $0)] } ?? []
    case .listCorrected(let payload):
      [WrittenText(item: nil, .correction, payload.reason)]
    case .opened, .reviewersChanged, .listAdopted, .planImported, .meetingOpened,
      .monthSealed, .memberAdded, .memberRetired, .textRecorded,
      .meetingAttended, .reminderSent:
      []
    }
  }
}

extension Ledger {
  /// Everything that somebody wrote and that papers print, item by item, then the ledger's own.
  public var writtenTexts: [WrittenText] {
    let ofItems = itemsInOrder.flatMap { state in
      [WrittenText(item: state.id, .content, state.item.content)]
        + state.item.measures.map { WrittenText(item: state.id, .measure($0.number), $0.text) }
        + state.entries.flatMap(\.writtenTexts)
    }
    let ofGaps = gaps.flatMap { gap in
      [gap.text, gap.resolution ?? ""].map { WrittenText(item: gap.item, .gap(gap.number), $0) }
    }
    let ofMeetings = meetings.sorted { $0.key < $1.key }.flatMap { month, meeting in
      meeting.decisions.flatMap { decision in
        [decision.decided.text, decision.result ?? ""].map {
          WrittenText(
            item: decision.decided.item, .decision(month, decision.decided.number), $0)
        }
      }
    }
    let replies = reminders.compactMap { reminder in
      reminder.answer.map { WrittenText(item: nil, .reply(reminder.sent.number), $0) }
    }
    let reasons = exemptions.sorted {
      ($0.key.indicator, $0.key.unit ?? "") < ($1.key.indicator, $1.key.unit ?? "")
    }.map { WrittenText(item: nil, .exemption($0.key.indicator), $0.value) }
    let exempt = facts.sorted { $0.key < $1.key }.flatMap { name, recorded in
      recorded.compactMap(\.exemption).map { WrittenText(item: nil, .exemption(name), $0) }
    }
    let own = texts.sorted { $0.key < $1.key }.flatMap { part, text in
      text.paragraphs.map { WrittenText(item: nil, .office(part), $0) }
    }
    return (ofItems + ofGaps + ofMeetings + replies + reasons + exempt + own).filter {
      !$0.text.isEmpty
    }
  }
}
