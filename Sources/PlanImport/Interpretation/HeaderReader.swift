internal import OfficeFiles
internal import TaskLedger

/// Reads what a document says about itself: title, school, document number and issue date.
struct HeaderReader {
  /// The title of the plan, on one line.
  private(set) var title: String?
  /// Whether the document calls itself a report or minutes at its head.
  private(set) var isReport = false
  /// The school's name.
  private(set) var school: String?
  /// The document number (文号).
  private(set) var documentNumber: String?
  /// The day it was issued.
  private(set) var issueDate: CivilDate?

  /// Reads the paragraphs of a document and, for workbooks, the rows above a table's heading.
  init(_ document: SourceDocument) {
    let lines = Self.lines(of: document)
    let form = HeadForm(document)
    documentNumber =
      form.number ?? lines.prefix(60).lazy.compactMap(Self.number).first
      ?? lines.prefix(60).lazy.compactMap(Self.numberBehindTitle).first
      ?? Self.pieces(of: document).lazy.compactMap(Self.number).first
    issueDate =
      form.date ?? Self.issueDate(lines)
      ?? Self.pieces(of: document).lazy.compactMap(Self.date).first
    title = Self.title(lines.prefix(120).map { $0 })
    isReport = Self.isReport(lines.prefix(12).map { $0 })
    school = Self.school(title: title, lines: lines.prefix(60).map { $0 })
  }

  /// The day of issue: a line of its own below a signature, else the first such line, else the
  /// imprint (版记) at the end; the day of the meeting that passed the plan is none.
  private static func issueDate(_ lines: [String]) -> CivilDate? {
    var first: CivilDate?
    for (index, line) in lines.enumerated() {
      guard let day = date(line) else { continue }
      if index > 0, isSignature(lines[index - 1]) { return day }
      let near = (index > 0 ? lines[index - 1] : "") + (lines.dropFirst(index + 1).first ?? "")
      let isMeeting = near.count <= 60 && PlanPhrases.meetingWords.contains { near.contains($0) }
      if first == nil, !isMeeting { first = day }
    }
    if let day = lines.lazy.compactMap(signedDate).first ?? first { return day }
    if let day = lines.lazy.compactMap(numberedDate).first { return day }
    if let day = lines.reversed().lazy.compactMap(imprint).first { return day }
    return lines.prefix(20).lazy.compactMap(labelledDate).first
  }

  /// The day behind a label of the day of issue: 发布时间：2020-05-19 09:30.
  private static func labelledDate(_ line: String) -> CivilDate? {
    guard line.utf8.count <= 80,
      let colon = line.firstIndex(where: { PlanPhrases.colons.contains($0) }),
      PlanPhrases.issueLabels.contains(TextFolding.compact(line[..<colon]))
    else { return nil }
    let behind = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace)
    return behind.first.flatMap { date(String($0)) }
  }

  private static func isSignature(_ line: String) -> Bool {
    let words = TextFolding.unspaced(line)
    return words.count <= 40
      && (PlanPhrases.sealWords.contains { words.contains($0) }
        || PlanPhrases.signatureEndings.contains { words.hasSuffix($0) })
  }

  /// The day behind a signature on one line: 中共…委员会（盖章） 2020年6月1日.
  private static func signedDate(_ line: String) -> CivilDate? {
    // …办公室 2020年6月1日印发 is the imprint.
    let ending = TextFolding.unspaced(line)
    guard !PlanPhrases.issueEndings.contains(where: { ending.hasSuffix($0) }) else { return nil }
    return dateBehind(line) { words in
      !hasColon(words.dropLast())
        && (PlanPhrases.sealWords.contains { words.suffix(6).contains($0) }
          || PlanPhrases.signatureEndings.contains { words.hasSuffix($0) })
    }
  }

  /// The day behind a document number on one line.
  private static func numberedDate(_ line: String) -> CivilDate? {
    dateBehind(line) { number($0) != nil }
  }

  /// The day of the imprint: …办公室 2020年6月1日印发　校对：张三.
  private static func imprint(_ line: String) -> CivilDate? {
    let pieces = line.split(whereSeparator: \.isWhitespace)
    let kept = pieces.prefix { !hasColon($0) }
    let isTail = !kept.isEmpty && kept.count < pieces.count
    let words = (isTail ? kept : pieces[...]).joined()
    guard PlanPhrases.issueEndings.contains(where: { words.hasSuffix($0) }) else { return nil }
    return dateBehind(words) { !$0.isEmpty && $0.count <= 40 }
  }

  private static func dateBehind(_ line: String, _ isFit: (String) -> Bool) -> CivilDate? {
    let words = TextFolding.unspaced(line)
    guard words.utf8.count <= 200 else { return nil }
    var index = words.startIndex
    while index < words.endIndex {
      if index > words.startIndex, beginsYear(words[index...]),
        let day = date(String(words[index...])), isFit(String(words[..<index]))
      {
        return day
      }
      index = words.index(after: index)
    }
    return nil
  }

  private static func beginsYear(_ words: Substring) -> Bool {
    guard let first = words.first else { return false }
    return first.isNumber || first == "\u{3007}" || ChineseNumerals.value(of: String(first)) != nil
  }

  /// The year that deadlines without one mean: of the issue date, else of the document number or
  /// of the title.
  ///
  /// What is issued in the last months of a year for the next one, as its title says, means that one.
  var year: Int? {
    if let issueDate, issueDate.month >= 10, let title, let named = Self.firstYear(title),
      named == issueDate.year + 1, title.contains("\(named)\(PlanPhrases.yearWord)")
    {
      return named
    }
    return issueDate?.year ?? documentNumber.flatMap(Self.firstYear)
      ?? title.flatMap(Self.firstYear)
  }

  /// The year of study that the title names.
  var studyYear: StudyYear? { title.flatMap { StudyYear($0, issued: issueDate) } }

  /// The first year that a text names.
  static func firstYear(_ words: String) -> Int? {
    words.split { !$0.isWholeNumber }.compactMap { Int($0) }.first { (1990...2100).contains($0) }
  }

  private static func lines(of document: SourceDocument) -> [String] {
    var lines: [String] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        lines.append(contentsOf: paragraph.text.split(separator: "\n").map(String.init))
      case .table(let table):
        for row in table.rows.prefix(5) {
          let own = row.cells.filter { !$0.isBlank && !$0.continuesAbove }
          if own.count == 1, let only = own.first {
            lines += only.words.split(separator: "\n").map(String.init)
          }
          // 青禾党〔2020〕9号 at one side and 2020年6月1日 at the other.
          if own.count == 2, own.allSatisfy({ isNumberOrDate($0.words) }) {
            lines += own.map(\.words)
          }
        }
        // What stands in the sheet says what it is, and its tab only where nothing does.
        if let name = table.name { lines.append(name) }
      }
    }
    return lines.map(TextFolding.tidied).filter { !$0.isEmpty }
  }

  /// The pieces that white space parts in the rows of one text above the headings of tables, without
  /// those behind a label: （青禾党〔2020〕9号　填报单位：校团委　2020年6月1日）.
  private static func pieces(of document: SourceDocument) -> [String] {
    document.blocks.flatMap { block -> [String] in
      guard case .table(let table) = block else { return [] }
      return table.rows.prefix(5).flatMap { row -> [String] in
        let own = row.cells.filter { !$0.isBlank && !$0.continuesAbove }
        guard own.count == 1, let words = own.first?.words, words.utf8.count <= 300 else {
          return []
        }
        let pieces = words.split(whereSeparator: \.isWhitespace).map(String.init)
        return pieces.indices.filter { place in
          !hasColon(pieces[place]) && (place == 0 || !hasColon(pieces[place - 1].suffix(1)))
        }.map { pieces[$0] }
      }
    }
  }

  private static func hasColon(_ words: some StringProtocol) -> Bool {
    words.contains { PlanPhrases.colons.contains($0) }
  }

  private static func isNumberOrDate(_ words: String) -> Bool {
    number(words) != nil || date(words) != nil
  }

  // MARK: - Number and date

  /// The document number that a short line is, or nil.
  static func number(_ line: String) -> String? {
    let words = TextFolding.unspaced(line)
    guard words.count <= 40, let end = words.lastIndex(of: PlanPhrases.numberEnding) else {
      return nil
    }
    let head = words[...end]
    guard words.distance(from: end, to: words.endIndex) <= 16 else { return nil }
    for bracket in PlanPhrases.numberBrackets {
      guard let open = head.firstIndex(of: bracket.open),
        let close = head[open...].firstIndex(of: bracket.close)
      else { continue }
      let year = head[head.index(after: open)..<close]
      let serial = head[head.index(after: close)...].dropLast()
      let issuer = issuer(head[..<open])
      guard year.count == 4, Int(TextFolding.compact(year)) != nil,
        !serial.isEmpty, serial.count <= 5, Int(TextFolding.compact(serial)) != nil,
        !issuer.isEmpty, issuer.count <= 12
      else { continue }
      return issuer + head[open...]
    }
    return nil
  }

  /// The document number in the bracket behind a title.
  private static func numberBehindTitle(_ line: String) -> String? {
    guard let (before, inside) = LabelledText.tail(of: line),
      isTitle(TextFolding.unspaced(before)),
      !PlanPhrases.referenceBeginnings.contains(where: { inside.hasPrefix($0) })
    else { return nil }
    return number(inside)
  }

  /// The issuer's abbreviation without words before it, such as 文号：.
  private static func issuer(_ words: Substring) -> String {
    let parts = words.split { $0 == ":" || $0 == PlanPhrases.colon.first }
    // 依据文件：… is the number of another document.
    let label = parts.dropLast().last?.split {
      $0.isWhitespace || PlanPhrases.brackets.contains($0)
    }.last
    if let label, !PlanPhrases.numberLabels.contains(String(label)) { return "" }
    guard let last = parts.last else { return "" }
    // 青禾学院（青禾院发〔2020〕12号）
    let pieces = last.split { PlanPhrases.brackets.contains($0) }
    if pieces.count == 2, school(named: String(pieces[0])) { return String(pieces[1]) }
    let name = String(last.drop { PlanPhrases.brackets.contains($0) })
    // 关于转发…号文件的通知 names the number of another document.
    return PlanPhrases.citationWords.contains(where: name.contains) ? "" : name
  }

  /// The day that a line is, or nil when it says anything else.
  static func date(_ line: String) -> CivilDate? {
    // 完成时限：2020年9月30日 is the day of something else.
    guard line.utf8.count <= 60, !hasColon(line) else { return nil }
    var words = TextFolding.unspaced(line)
    while let first = words.first, PlanPhrases.brackets.contains(first) { words.removeFirst() }
    while let last = words.last, PlanPhrases.brackets.contains(last) { words.removeLast() }
    for ending in PlanPhrases.issueEndings where words.hasSuffix(ending) {
      words.removeLast(ending.count)
      break
    }
    guard words.count >= 8,
      words.contains(PlanPhrases.yearWord) || words.contains("-")
        || words.count(where: { $0 == "." }) == 2,
      words.last.map({ $0 == PlanPhrases.dayWord || $0.isNumber }) ?? false,
      case .date(let point) = DeadlineLanguage.read(words, year: nil).meaning,
      point.precision == .day, point.bound == .within || point.bound == .by
    else { return nil }
    return point.day
  }

  // MARK: - Title and school

  private static func title(_ lines: [String]) -> String? {
    var fallback: String?
    for (index, line) in lines.enumerated() {
      let words = TextFolding.unspaced(line)
      if let quoted = quotedTitle(words) { fallback = fallback ?? quoted }
      guard words.count <= 50, isTitle(words) else { continue }
      if school(in: words) == nil, index > 0 {
        let before = TextFolding.unspaced(lines[index - 1])
        if before.count <= 30, school(named: before) { return before + words }
      }
      return words
    }
    return fallback
  }

  /// Whether a line above the first number ends as the titles of reports do.
  private static func isReport(_ lines: [String]) -> Bool {
    lines.prefix { Numbering.leading($0) == nil }.contains { line in
      let whole = TextFolding.unspaced(line)
      // 工作总结（2020年）
      let words =
        LabelledText.tail(of: whole).map { $0.inside.count <= 12 ? $0.before : whole } ?? whole
      return words.count <= 50 && PlanPhrases.reportTitleWords.contains(where: words.hasSuffix)
    }
  }

  private static func isTitle(_ line: String) -> Bool {
    // …实施方案（2020年）, …实施方案（试行）
    let words = LabelledText.tail(of: line).map { $0.inside.count <= 12 ? $0.before : line } ?? line
    guard let last = words.last, !PlanPhrases.notTitleEnds.contains(last) else { return false }
    return !PlanPhrases.notTitleBeginnings.contains { words.hasPrefix($0) }
      && Numbering.leading(words) == nil
      && PlanPhrases.planTitleWords.contains { words.hasSuffix($0) }
  }

  /// The title in 《》 of a line that sends the plan round.
  private static func quotedTitle(_ words: String) -> String? {
    guard PlanPhrases.notTitleBeginnings.contains(where: { words.hasPrefix($0) }),
      let open = words.firstIndex(of: PlanPhrases.quoteOpen),
      let close = words[open...].firstIndex(of: PlanPhrases.quoteClose)
    else { return nil }
    let inside = String(words[words.index(after: open)..<close])
    return PlanPhrases.planTitleWords.contains { inside.hasSuffix($0) } ? inside : nil
  }

  private static func school(title: String?, lines: [String]) -> String? {
    if let name = title.flatMap(school(in:)) { return name }
    return lines.lazy.filter { $0.count <= 80 }.map(TextFolding.unspaced).compactMap(school(in:))
      .first
  }

  /// The name of a school within a line, before what belongs to a school.
  static func school(in words: String) -> String? {
    var pieces = words.split { $0 == PlanPhrases.quoteOpen || $0 == PlanPhrases.quoteClose }
    if pieces.isEmpty { pieces = [Substring(words)] }
    for piece in pieces {
      let text = withoutPrefix(String(piece))
      for follower in PlanPhrases.schoolFollowers {
        guard let place = text.ranges(of: follower).first else { continue }
        let name = String(text[..<place.lowerBound])
        if school(named: name) { return name }
      }
    }
    return nil
  }

  private static func withoutPrefix(_ words: String) -> String {
    var result = words
    while let prefix = PlanPhrases.schoolPrefixes.first(where: { result.hasPrefix($0) }) {
      result.removeFirst(prefix.count)
    }
    return result
  }

  /// Whether words are the name of one school.
  private static func school(named words: String) -> Bool {
    (4...25).contains(words.count)
      && PlanPhrases.schoolEndings.contains { words.hasSuffix($0) }
      && !(PlanPhrases.generalBeginnings + PlanPhrases.sentenceBeginnings)
        .contains { words.hasPrefix($0) }
      && words.allSatisfy { $0.isLetter || PlanPhrases.brackets.contains($0) }
  }
}
