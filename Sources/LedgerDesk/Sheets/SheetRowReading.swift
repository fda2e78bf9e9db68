import Foundation
import LedgerReports
import LedgerStore
import PlanImport
import TaskLedger

/// One row of a sheet while its answers become steps.
struct SheetRowReading {
  private let row: ReturnedSheet.Row
  private let state: ItemState
  private let then: ItemState
  private let head: Int
  private let start: Int
  private let today: CivilDate
  private let asOf: CivilDate
  private(set) var steps: [SheetStep] = []
  private(set) var staged: [EvidenceVault.StagedFile] = []
  private(set) var findings: [Diagnostic] = []
  private(set) var line: SheetReceipt.Line
  /// Whether evidence that is named could not be taken.
  private(set) var hasLostEvidence = false
  /// The entries since the sheet was made that are answers of this row, recorded before.
  private var own: Set<Int> = []
  /// The entries that were undone (撤回).
  private let undone: Set<Int>
  /// Who handed the sheet in for whoever signs.
  private let handedInBy: String?
  /// Whether somebody who looked at what changed wants the row all the same.
  private let isForced: Bool

  init(
    row: ReturnedSheet.Row, state: ItemState, then: ItemState, head: Int, start: Int,
    undone: Set<Int>, isForced: Bool, handedInBy: String?, today: CivilDate, asOf: CivilDate
  ) {
    self.row = row
    self.state = state
    self.then = then
    self.head = head
    self.start = start
    self.undone = undone
    self.isForced = isForced
    self.handedInBy = handedInBy
    self.today = today
    self.asOf = asOf
    line = SheetReceipt.Line(item: row.item, content: state.item.content)
  }

  /// The entries of the item since the sheet was made.
  private var since: [EventEnvelope] { state.entries.filter { $0.sequence > head } }

  private mutating func add(
    _ command: LedgerCommand, at location: Diagnostic.Location,
    unless isRecorded: (ItemEvent) -> Bool
  ) {
    let known = since.filter { entry in
      if case .item(_, let event) = entry.event { isRecorded(event) } else { false }
    }
    if let counting = known.first(where: { !isTakenBack($0) }) {
      own.insert(counting.sequence)
      line.known += 1
    } else if let last = known.last, !isForced {
      own.insert(last.sequence)
      line.known += 1
      findings.append(.sheetAnswerTakenBack(row.item, entry: last.sequence, at: location))
    } else {
      steps.append(SheetStep(item: row.item, command: command, location: location))
    }
  }

  /// Whether an entry was undone, or what it attached is void.
  private func isTakenBack(_ entry: EventEnvelope) -> Bool {
    if undone.contains(entry.sequence) { return true }
    guard case .item(_, .evidenceAttached(let piece)) = entry.event else { return false }
    return state.evidence.contains {
      $0.evidence.number == piece.number && $0.voidReason != nil
    }
  }

  private func source(_ location: Diagnostic.Location) -> String {
    SheetWords.source(PrintableText.line(location.description), handedInBy: handedInBy)
  }

  // MARK: - A department's report

  /// Reads what a department reports.
  mutating func readReport(
    _ search: EvidenceSearch, _ vault: EvidenceVault, department: String, elsewhere: String?
  ) {
    let isApplied = self.isApplied
    readNote(withStatement: isApplied == false)
    readEvidence(search, vault)
    if isApplied == true { readApplication(department, elsewhere) }
    // Whoever reports on an item has taken it on.
    if !steps.isEmpty, state.phase == .pending {
      steps.insert(
        SheetStep(item: row.item, command: .start(row.item), location: row.location), at: 0)
    }
  }

  /// Whether closure is applied for; nil when the cell cannot be read.
  private var isApplied: Bool? {
    mutating get {
      guard let answer = row.answers[.apply] else { return false }
      guard let isYes = SheetWords.isYes(answer.text) else {
        findings.append(
          .sheetAnswerUnread(answer.text, accepted: "是，或空着", at: answer.location)
            .placed(at: answer.location, item: row.item))
        return nil
      }
      return isYes
    }
  }

  /// What was done, what stands in the way and what comes next are one note; a forecast alone is no
  /// progress, and is kept as a forecast.
  private mutating func readNote(withStatement: Bool) {
    var parts: [String] = []
    var place: Diagnostic.Location?
    var forecast: CivilDate?
    for column in [SheetColumn.progress, .problem, .nextStep, .expected, .statement] {
      guard let answer = row.answers[column], column != .statement || withStatement else {
        continue
      }
      var text = answer.text
      guard !SheetWords.isNothing(text) else {
        findings.append(.sheetNothingSaid(row.item, text, in: column, at: answer.location))
        continue
      }
      if column == .expected {
        guard let day = forecastDay(answer) else {
          findings.append(
            .sheetDayUnread(answer.text, at: answer.location)
              .placed(at: answer.location, item: row.item))
          continue
        }
        text = "\(day.year)年\(day.month)月\(day.day)日"
        forecast = day
      } else {
        proofread(.note(nil), text, at: answer.location)
      }
      if column == .statement {
        findings.append(.sheetNotApplied(row.item, at: answer.location))
      }
      place = place ?? answer.location
      parts.append(column == .progress ? text : "\(column.rawValue)：\(text)")
    }
    guard let place else { return }
    var text = parts.map { part in
      var part = part[...]
      while let last = part.last, "。；;.".contains(last) { part.removeLast() }
      return String(part)
    }.joined(separator: "；")
    if parts.count == 1, let forecast {
      text = SheetWords.forecast(forecast)
      findings.append(.sheetForecastAlone(row.item, at: place))
    }
    add(.note(row.item, text: text, source: source(place)), at: place) {
      if case .progressNoted(text, _) = $0 { true } else { false }
    }
  }

  /// The day by which something will be done; without a year the first such day of the sheet's month or
  /// after it.
  private mutating func forecastDay(_ answer: ReturnedSheet.Answer) -> CivilDate? {
    if let day = answer.day { return day }
    let first = CivilMonth(of: asOf).firstDay
    guard let written = DeadlineLanguage.forecast(answer.text, onOrAfter: first) else {
      return nil
    }
    if written.isYearAssumed { assumeYear(answer.text, written.day, .expected, answer.location) }
    return written.day
  }

  /// The day of a document; without a year the last such day that has come.
  private mutating func documentDay(_ words: String) -> CivilDate? {
    if let day = row.answers[.date]?.day ?? SheetReader.day(words) { return day }
    guard let day = DeadlineLanguage.pastDay(words, notAfter: today) else { return nil }
    if let location = row.answers[.date]?.location { assumeYear(words, day, .date, location) }
    return day
  }

  /// Says that a year was taken, once for all files of a cell.
  private mutating func assumeYear(
    _ words: String, _ day: CivilDate, _ column: SheetColumn, _ location: Diagnostic.Location
  ) {
    let finding = Diagnostic.sheetYearAssumed(row.item, words, day, in: column, at: location)
    if !findings.contains(finding) { findings.append(finding) }
  }

  private mutating func readEvidence(_ search: EvidenceSearch, _ vault: EvidenceVault) {
    guard let named = row.answers[.files] else {
      for column in [SheetColumn.number, .date] {
        guard let answer = row.answers[column] else { continue }
        hasLostEvidence = true
        findings.append(
          .sheetFileless(column.rawValue, at: answer.location)
            .placed(at: answer.location, item: row.item))
      }
      return
    }
    let files = Self.names(in: named.text, search)
    let numbers = values(.number, count: files.count)
    let days = values(.date, count: files.count)
    for (place, file) in files.enumerated() {
      var evidence = HandedEvidence(items: [row.item], paths: [])
      evidence.measure = file.measure
      evidence.documentNumber = PrintableText.line(numbers[place] ?? "")
      evidence.source = source(named.location)
      if let words = days[place] {
        guard let day = documentDay(words) else {
          hasLostEvidence = true
          if let location = row.answers[.date]?.location {
            let finding = Diagnostic.sheetDayUnread(words, at: location)
              .placed(at: location, item: row.item)
            // One day may stand for all files of the cell.
            if !findings.contains(finding) { findings.append(finding) }
          }
          continue
        }
        if day > today, let location = row.answers[.date]?.location {
          hasLostEvidence = true
          let finding = Diagnostic.sheetDayAhead(row.item, day, today: today, at: location)
          if !findings.contains(finding) { findings.append(finding) }
          continue
        }
        evidence.date = day
      }
      switch search.file(named: file.name) {
      case .file(let path): attach(path, evidence, vault, at: named.location)
      case .none(let nearest):
        hasLostEvidence = true
        findings.append(
          .sheetFileMissing(file.name, nearest: nearest, at: named.location, item: row.item))
      case .several(let all):
        hasLostEvidence = true
        findings.append(
          .sheetFileAmbiguous(file.name, all, at: named.location, item: row.item))
      }
    }
  }

  private mutating func attach(
    _ path: String, _ evidence: HandedEvidence, _ vault: EvidenceVault,
    at location: Diagnostic.Location
  ) {
    let file: EvidenceVault.StagedFile
    do throws(StoreError) {
      file = try vault.stage(fileAt: path)
    } catch {
      hasLostEvidence = true
      findings.append(error.diagnostic.placed(at: location, item: row.item))
      return
    }
    staged.append(file)
    add(.attach(row.item, evidence.recorded(file, at: path)), at: location) {
      if case .evidenceAttached(let piece) = $0 {
        piece.digest == file.digest && piece.measure == evidence.measure
      } else {
        false
      }
    }
  }

  /// The files of a cell: one a line; names on one line are told apart where each of them is there.
  static func names(
    in text: String, _ search: EvidenceSearch
  ) -> [(name: String, measure: Int?)] {
    let lines = text.split { "\n；;".contains($0) }.map {
      String($0).trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
    return lines.flatMap { line -> [(name: String, measure: Int?)] in
      let (name, measure) = measure(of: line)
      if case .none = search.file(named: name) {
        let parts = name.split { "、，,".contains($0) }.map {
          String($0).trimmingCharacters(in: .whitespaces)
        }
        let areThere = parts.allSatisfy {
          if case .file = search.file(named: $0) { true } else { false }
        }
        if parts.count > 1, areThere { return parts.map { ($0, measure) } }
      }
      return [(name, measure)]
    }
  }

  /// The measure that a line names in front of the file: 措施2：名单.xlsx.
  private static func measure(of line: String) -> (name: String, measure: Int?) {
    guard let colon = line.firstIndex(where: { "：:".contains($0) }) else { return (line, nil) }
    let label = TextFolding.compact(line[..<colon])
    let name = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    for prefix in ["落实措施", "措施"] where label.hasPrefix(prefix) {
      if let number = Int(label.dropFirst(prefix.count)), !name.isEmpty { return (name, number) }
    }
    return (line, nil)
  }

  /// What a column says of each file: one value for all of them, or one a line.
  private mutating func values(_ column: SheetColumn, count: Int) -> [String?] {
    guard let answer = row.answers[column] else { return Array(repeating: nil, count: count) }
    let lines = answer.text.split(separator: "\n").map(String.init)
    if lines.count == 1 { return Array(repeating: lines[0], count: count) }
    if lines.count == count { return lines }
    findings.append(
      .sheetCountDiffers(
        column.rawValue, count: lines.count, files: count, at: answer.location
      ).placed(at: answer.location, item: row.item))
    return Array(repeating: nil, count: count)
  }

  private mutating func readApplication(_ department: String, _ elsewhere: String?) {
    guard let place = row.answers[.statement]?.location ?? row.answers[.apply]?.location else {
      return
    }
    if let elsewhere {
      findings.append(
        .sheetAppliedTwice(row.item, first: elsewhere, other: department, at: place))
      return
    }
    let written = row.answers[.statement]?.text ?? ""
    let statement = SheetWords.isNothing(written) ? "" : written
    proofread(.statement, statement, at: place)
    let application = LedgerCommand.submit(
      row.item, summary: statement, source: source(place), handedInBy: handedInBy)
    add(application, at: place) {
      if case .closureSubmitted(let known) = $0 { known.summary == statement } else { false }
    }
  }

  /// Names what an official paper should not hold, at the cell.
  private mutating func proofread(
    _ place: WrittenText.Place, _ text: String, at location: Diagnostic.Location
  ) {
    let written = WrittenText(item: row.item, place, text)
    findings += Proofreading.groups(of: Proofreading.findings(in: text)).map {
      Diagnostic.proofread(written, $0).placed(at: location, item: row.item)
    }
  }

  // MARK: - Changes

  /// Shows what changed since the sheet was made; nothing of the row is taken then unless somebody
  /// looked at both and says so.
  mutating func compare() {
    let (old, now) = (then.reviewBasis, state.reviewBasis)
    let foreign = since.filter {
      $0.sequence <= start && !own.contains($0.sequence) && $0.isOfReview
    }
    guard !steps.isEmpty, old != now, !foreign.isEmpty else { return }
    line.changes = old.parts(unlike: now).map { SheetReceipt.Change($0, from: old, to: now) }
    guard !isForced else { return }
    findings.append(
      .sheetItemChanged(
        row.item, line.changes.map { ($0.part.words, $0.before, $0.now) },
        entries: foreign.map(\.sequence), at: row.location))
  }

  // MARK: - A review

  /// Reads a reviewer's decision.
  mutating func readDecision() {
    let opinion = row.answers[.opinion]
    guard let decision = row.answers[.decision] else {
      if let opinion { findings.append(.sheetDecisionMissing(row.item, at: opinion.location)) }
      return
    }
    let place = decision.location
    guard let words = opinion?.text else {
      findings.append(.sheetOpinionMissing(row.item, at: place))
      return
    }
    proofread(.opinion, words, at: opinion?.location ?? place)
    switch TextFolding.compact(decision.text) {
    case SheetWords.close, "同意", "同意销号":
      add(
        .close(row.item, opinion: words, seen: row.seal, source: source(place)), at: place
      ) { if case .closed(let known) = $0 { known.opinion == words } else { false } }
    case SheetWords.giveBack, "不同意", "不同意销号":
      add(
        .return(row.item, reason: words, seen: row.seal, source: source(place)), at: place
      ) { if case .closureReturned(words, _) = $0 { true } else { false } }
    default:
      findings.append(
        .sheetAnswerUnread(
          decision.text, accepted: "\(SheetWords.close)、\(SheetWords.giveBack)，或空着", at: place
        ).placed(at: place, item: row.item))
    }
  }
}

extension EventEnvelope {
  /// Whether it may change what stands for review.
  fileprivate var isOfReview: Bool {
    guard case .item(_, let event) = event else { return false }
    switch event {
    case .imported, .dropped, .revised, .evidenceAttached, .evidenceVoided, .closureSubmitted,
      .reopened, .withdrawn, .extensionGranted, .undone:
      return true
    case .confirmed, .started, .progressNoted, .closed, .closureReturned, .sustained,
      .extensionRequested, .extensionRefused:
      return false
    }
  }
}
