package import TaskLedger

/// A list of items as `import`, `list` and `show` print it.
package struct ItemsJSON: Encodable {
  var school: String
  var asOf: String
  var items: [ItemJSON]
  var notes: [FindingJSON] = []

  /// Items of a school as of a day.
  package init(school: String, asOf: String, items: [ItemJSON]) {
    self.school = school
    self.asOf = asOf
    self.items = items
  }
}

/// An item as other programs read it; see architecture, JSON that other programs rely on.
package struct ItemJSON: Encodable {
  var id: String
  var task: Int
  var taskTitle: String
  var ordinal: Nullable<String>
  var content: String
  var measures: [String]
  var deadline: DeadlineJSON
  var originalDeadline: DeadlineJSON
  var provincialDeadline: Nullable<DeadlineJSON>
  var clause: Nullable<String>
  var departments: DepartmentsJSON
  var responsiblePerson: String
  var remark: String
  var state: String
  var stateText: String
  var status: String
  var statusText: String
  var settled: Bool
  var targetDay: Nullable<String>
  var targetSource: Nullable<String>
  var round: Int
  var light: String
  var lightText: String
  var isStale: Bool
  var isOverdue: Bool
  /// Whether a day that recurs was missed and nothing came since (漏期).
  var isMissed: Bool
  /// The next of several or recurring days of an open item; nil when there is none.
  var next: Nullable<String>
  var grantedDue: Nullable<String>
  var reviewCode: String
  var summary: Nullable<String>
  var evidence: [EvidenceJSON]
  var progress: [ProgressJSON]
  var missing: [String]
  var flags: [String]
  var link: LinkJSON
  var location: String

  package init(
    _ state: ItemState, in ledger: Ledger, on today: CivilDate,
    digest: Occasion.DigestFunction
  ) {
    let item = state.item
    id = item.id.description
    task = item.task
    taskTitle = item.taskTitle
    ordinal = Nullable(item.ordinal)
    content = item.content
    measures = item.measures.map(\.text)
    deadline = DeadlineJSON(state.deadlineInForce, on: today)
    originalDeadline = DeadlineJSON(state.originalDeadline, on: today)
    provincialDeadline = Nullable(
      ledger.provincialDeadline(of: item).map { DeadlineJSON($0, on: today) })
    clause = Nullable(item.clause?.description)
    departments = DepartmentsJSON(
      lead: item.departments.lead, supporting: item.departments.supporting)
    responsiblePerson = item.responsiblePerson
    remark = item.remark
    self.state = state.phase.rawValue
    stateText = state.phase.words
    round = state.round.number
    let onDay = ItemOnDay(state, on: today, handInDay: ledger.list?.handInDay)
    status = onDay.status.rawValue
    statusText = onDay.status.words
    settled = onDay.isSettled
    targetDay = Nullable(onDay.target?.day.description)
    targetSource = Nullable(onDay.target?.source.rawValue)
    let light = onDay.light
    self.light = light.rawValue
    lightText = light.words
    isStale = state.isStale
    isOverdue = onDay.isOverdue
    isMissed = onDay.isMissed
    next = Nullable(state.nextDay(onOrAfter: today)?.description)
    grantedDue = Nullable(state.grantedDue?.description)
    reviewCode = state.reviewCode(digest).description
    summary = Nullable(state.submission?.summary)
    evidence = state.evidence.map(EvidenceJSON.init)
    progress = state.notes.map {
      ProgressJSON(on: $0.on.description, actor: $0.actor, text: $0.text)
    }
    missing = onDay.missing.map(\.words)
    flags = item.flags.map(\.rawValue).sorted()
    link = LinkJSON(
      confidence: item.link.confidence.rawValue, reasons: item.link.reasons.map(\.rawValue))
    location = item.location.description
  }
}

/// A deadline: the words, the kind, and the day by which it is due.
package struct DeadlineJSON: Encodable {
  var text: String
  var kind: String
  var due: Nullable<String>
  var start: Nullable<String>
  var ongoing: Bool
  var yearAssumed: Bool
  /// The next day of several or recurring ones; that of the whole when it has not passed.
  var next: Nullable<String>

  package init(_ deadline: Deadline, on today: CivilDate) {
    text = deadline.text
    kind = deadline.kind
    due = Nullable(deadline.due?.description)
    start = Nullable(deadline.start?.description)
    ongoing = deadline.isOngoing
    yearAssumed = deadline.isYearAssumed
    next = Nullable(deadline.next(onOrAfter: today)?.description)
  }
}

/// Departments by part.
package struct DepartmentsJSON: Encodable {
  var lead: [String]
  var supporting: [String]
}

/// A piece of evidence.
package struct EvidenceJSON: Encodable {
  var number: String
  var title: String
  var fileName: String
  var sha256: String
  var bytes: Int
  var mediaType: String
  var measure: Nullable<Int>
  var documentNumber: String
  var date: Nullable<String>
  var pages: Nullable<Int>
  var original: String
  var group: Nullable<String>
  var attachedOn: String
  var countsFrom: String
  var attachedBy: String
  var isVoid: Bool

  package init(_ attached: ItemState.AttachedEvidence) {
    let evidence = attached.evidence
    number = evidence.number.description
    title = evidence.title
    fileName = evidence.fileName
    sha256 = evidence.digest.description
    bytes = evidence.byteCount
    mediaType = evidence.mediaType
    measure = Nullable(evidence.measure)
    documentNumber = evidence.documentNumber
    date = Nullable(evidence.date?.description)
    pages = Nullable(evidence.pages)
    original = evidence.original
    group = Nullable(evidence.group)
    attachedOn = attached.recordedOn.description
    countsFrom = attached.on.description
    attachedBy = attached.actor
    isVoid = attached.voidReason != nil
  }
}

/// A note of progress.
package struct ProgressJSON: Encodable {
  var on: String
  var actor: String
  var text: String
}

/// How sure a link is, and why.
package struct LinkJSON: Encodable {
  var confidence: String
  var reasons: [String]
}

/// A finding of a check or a message of an import.
package struct FindingJSON: Encodable {
  var code: String
  var severity: String
  var item: Nullable<String>
  var message: String
  var suggestion: Nullable<String>
  var location: Nullable<String>

  /// A diagnostic, with its remedy in the words of a front end.
  package init(_ diagnostic: Diagnostic, wording words: (Remedy) -> String) {
    code = diagnostic.code
    severity = diagnostic.severity.rawValue
    item = Nullable(diagnostic.item?.description)
    message = diagnostic.message
    suggestion = Nullable(diagnostic.remedy.map(words))
    location = Nullable(diagnostic.location?.description)
  }
}

/// An entry of the log.
package struct EntryJSON: Encodable {
  var sequence: Int
  var recordedAt: String
  var effective: String
  var isBackDated: Bool
  var actor: String
  var type: String
  var typeText: String
  var item: Nullable<String>
  var text: String
  var source: Nullable<String>

  package init(_ entry: EventEnvelope) {
    sequence = entry.sequence
    recordedAt = entry.recordedAt.description
    effective = entry.effective.description
    isBackDated = entry.isBackDated
    actor = entry.actor
    type = entry.event.name.rawValue
    typeText = entry.event.name.words
    item = Nullable(entry.event.item?.description)
    text = entry.event.details
    source = Nullable(entry.event.source)
  }
}

/// What a writing command did.
package struct ReceiptJSON: Encodable {
  var dryRun: Bool
  var entries: [EntryJSON]
  var items: [ItemJSON]

  /// What was appended, and the items it concerns.
  package init(dryRun: Bool, entries: [EntryJSON], items: [ItemJSON]) {
    self.dryRun = dryRun
    self.entries = entries
    self.items = items
  }
}
