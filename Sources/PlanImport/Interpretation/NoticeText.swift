internal import OfficeFiles
internal import TaskLedger

/// Reads from a notice's running text what must be handed in by when, and when schools are
/// inspected (报送, 验收).
struct NoticeText {
  /// The hand-ins in order.
  private(set) var handIns: [HandIn] = []
  /// The first day of acceptance.
  private(set) var acceptanceFrom: CivilDate?

  /// Reads the paragraphs of a notice; dates without a year get its own.
  init(_ document: SourceDocument, year: Int?) {
    for block in document.blocks {
      guard case .paragraph(let paragraph) = block else { continue }
      read(TextFolding.tidied(paragraph.text), year: year)
    }
  }

  private mutating func read(_ words: String, year: Int?) {
    let isHandIn = PlanPhrases.handInWords.contains { words.contains($0) }
    let isAcceptance = PlanPhrases.acceptanceWords.contains { words.contains($0) }
    guard isHandIn || isAcceptance else { return }
    let sentences = words.split { PlanPhrases.sentenceEnds.contains($0) || $0 == "\n" }
    var found: [HandIn] = []
    for sentence in sentences.map(String.init) {
      let days = Self.days(in: sentence, year: year)
      let speaksOfAcceptance = PlanPhrases.acceptanceWords.contains { sentence.contains($0) }
      if speaksOfAcceptance, let day = Self.lastBeginning(days, in: sentence, year: year) {
        if acceptanceFrom == nil { acceptanceFrom = day }
      } else if let day = days.first, let request = Self.request(in: sentence) {
        found += request.papers.map {
          HandIn(due: day, what: $0, recipients: request.recipient.map { [$0] } ?? [])
        }
      } else if !found.isEmpty {
        Self.addManner(sentence, to: &found)
      }
    }
    if let first = found.first(where: { !$0.recipients.isEmpty })?.recipients.first {
      for index in found.indices where !found[index].recipients.contains(first) {
        found[index].recipients.insert(first, at: 0)
      }
    }
    handIns += found
  }

  /// The papers and the recipient that a sentence asks for.
  private static func request(in sentence: String) -> (papers: [String], recipient: String?)? {
    guard let verb = PlanPhrases.handInVerbs.first(where: { sentence.contains($0) }),
      let place = sentence.ranges(of: verb).first
    else { return nil }
    var rest = String(sentence[place.upperBound...])
    var recipient: String?
    if let to = rest.ranges(of: PlanPhrases.toWord).last {
      recipient = String(rest[to.upperBound...])
      rest = String(rest[..<to.lowerBound])
    }
    let papers = rest.split(separator: PlanPhrases.andWord).map { DataTable.trimmed(String($0)) }
      .filter { $0.count >= 4 }
    return papers.isEmpty ? nil : (papers, recipient)
  }

  /// Adds the forms or the further recipients that a following sentence names.
  private static func addManner(_ sentence: String, to found: inout [HandIn]) {
    let named = PlanPhrases.handInForms.filter { sentence.contains($0) }
    let forms = named.filter { form in !named.contains { $0 != form && $0.contains(form) } }
    if !forms.isEmpty {
      for index in found.indices where found[index].forms.isEmpty { found[index].forms = forms }
      return
    }
    for part in sentence.split(separator: PlanPhrases.comma).map(String.init)
    where PlanPhrases.handInVerbs.contains(where: { part.contains($0) }) {
      for index in found.indices { found[index].recipients.append(part) }
    }
  }

  /// The last day of a sentence, of 10月20日至11月20日 the first.
  private static func lastBeginning(
    _ days: [CivilDate], in sentence: String, year: Int?
  ) -> CivilDate? {
    guard let last = days.last else { return nil }
    for to in sentence.ranges(of: PlanPhrases.toWord).reversed() {
      let behind = Self.days(in: String(sentence[to.upperBound...]), year: year)
      let before = Self.days(in: String(sentence[..<to.lowerBound]), year: year)
      if behind == [last], let first = before.last,
        sentence[..<to.lowerBound].last == PlanPhrases.dayWord
      {
        return first
      }
    }
    return last
  }

  /// The days that a text names, in order; without a year they get the one handed in.
  static func days(in text: String, year: Int?) -> [CivilDate] {
    var result: [CivilDate] = []
    var numbers: [(value: Int, unit: Character)] = []
    var digits = ""
    for character in TextFolding.compact(text) {
      if character.isASCII, character.isWholeNumber {
        digits.append(character)
        continue
      }
      if let value = Int(digits) { numbers.append((value, character)) }
      if digits.isEmpty { numbers = [] }
      digits = ""
      guard character == PlanPhrases.dayWord, let day = numbers.last?.value,
        let month = numbers.dropLast().last, month.unit == PlanPhrases.monthWord
      else { continue }
      let named = numbers.dropLast(2).last
      let own = named.flatMap { String($0.unit) == PlanPhrases.yearWord ? $0.value : nil }
      if let of = own ?? year, let date = CivilDate(year: of, month: month.value, day: day) {
        result.append(date)
      }
      numbers = []
    }
    return result
  }
}
