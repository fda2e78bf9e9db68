internal import OfficeFiles
internal import TaskLedger

/// What a row below the heading is (行的种类).
enum RowKind: Hashable {
  /// An item or part of one, or the title of a section.
  case data
  /// The headings again, or the numbers of the columns; says nothing.
  case heading
  /// Totals, signatures and notes, which are said and not read.
  case note

  /// Finds what a row is.
  init(_ row: SourceRow, _ layout: TableLayout) {
    let own = row.cells.filter { !$0.continuesAbove && !$0.isBlank }
    guard let first = own.first else {
      self = .data
      return
    }
    if Self.repeatsHeading(row, layout) || Self.numbersColumns(own) || Self.explains(own) {
      self = .heading
    } else if Self.isTotal(own, layout) || Self.isForm(own) || Self.isNote(first, own.count)
      || Self.isSample(own) || Self.isLeftOut(own) || Self.isFoot(own, layout)
    {
      self = .note
    } else {
      self = .data
    }
  }

  /// Whether cells number the columns or are a note, whatever table they stand in.
  static func isBeside(_ own: [SourceCell]) -> Bool {
    guard let first = own.first else { return false }
    return numbersColumns(own) || explains(own) || isForm(own) || isNote(first, own.count)
  }

  /// Whether a row says the headings again.
  private static func repeatsHeading(_ row: SourceRow, _ layout: TableLayout) -> Bool {
    var same = 0
    for cell in row.cells where !cell.paragraphs.isEmpty {
      guard cell.paragraphs.count <= 4, let heading = layout.headings[cell.column],
        cell.text.utf8.count <= 120, heading.contains(HeadingVocabulary.key(cell.text))
      else { return false }
      same += 1
    }
    return same >= 2
  }

  /// Whether the cells only say in brackets how the columns are filled in: （填到月）（全称）.
  private static func explains(_ own: [SourceCell]) -> Bool {
    own.count >= 3
      && own.allSatisfy { cell in
        let words = TextFolding.compact(cell.text)
        return words.hasPrefix("(") && words.hasSuffix(")") && words.count <= 30
          && Numbering.leading(words) == nil
      }
  }

  /// Whether the cells number the columns: 1 2 3 …, 甲 乙 丙 …
  private static func numbersColumns(_ own: [SourceCell]) -> Bool {
    guard own.count >= 3, own.allSatisfy({ $0.text.utf8.count <= 12 }) else { return false }
    let signs = own.map { cell in
      TextFolding.compact(cell.text).filter { $0 != "(" && $0 != ")" && $0 != "." }
    }
    if zip(signs, 1...).allSatisfy({ Int($0) == $1 }) { return true }
    // 栏次 1 2 3 …
    if signs.count >= 4, signs[0].allSatisfy(\.isLetter),
      zip(signs.dropFirst(), 1...).allSatisfy({ Int($0) == $1 })
    {
      return true
    }
    return PlanPhrases.columnNumbers.contains { $0.starts(with: signs) }
  }

  /// Whether one of the first cells says that a row holds totals.
  private static func isTotal(_ own: [SourceCell], _ layout: TableLayout) -> Bool {
    let content = layout.roles.firstIndex(of: .content)
    return own.prefix(2).contains { cell in
      guard cell.text.utf8.count <= 60 else { return false }
      let words = TextFolding.compact(cell.text)
      return PlanPhrases.isTotal(words)
        || cell.column != content && words.count <= 12
          && PlanPhrases.totals.contains { words.hasPrefix($0) }
    }
  }

  /// Whether a row is filled in by hand below a table: who filled it in, who checked it.
  private static func isForm(_ own: [SourceCell]) -> Bool {
    guard own.count <= 6, let first = own.first, first.text.utf8.count <= 120 else { return false }
    let words = TextFolding.compact(first.text)
    // 日期 | 2025年3月8日 | 日期 | 2025年3月9日 below 制表 and 审核.
    if words == PlanPhrases.dayOfForm, own.count % 2 == 0,
      zip(own, own.dropFirst()).enumerated().allSatisfy({ place, pair in
        place % 2 == 1
          || TextFolding.compact(pair.0.text) == words && HeaderReader.date(pair.1.words) != nil
      })
    {
      return true
    }
    // 主管领导：周明远 | 审核：王强 | 制表：张丽 | 2020.6.5
    let names = own.filter { HeaderReader.date($0.words) == nil }
    return PlanPhrases.isFormEntry(words)
      || PlanPhrases.areSigners(names.map { TextFolding.compact($0.text) })
  }

  /// Whether the only words of a row count its table, or sign it among the departments: 共4项,
  /// 校团委（章）, 2020年6月1日.
  private static func isFoot(_ own: [SourceCell], _ layout: TableLayout) -> Bool {
    guard own.count == 1, let only = own.first, only.text.utf8.count <= 60 else { return false }
    let words = TextFolding.compact(only.words)
    if PlanPhrases.countsAll(words) { return true }
    let role = only.column < layout.width ? layout.roles[only.column] : nil
    guard role == .departments || role == .lead || role == .supporting else { return false }
    return HeaderReader.date(only.words) != nil
      || PlanPhrases.sealWords.contains { words.contains($0) }
  }

  /// Whether the cells hold nothing but dots, where rows were left out: …… | …… | ……
  private static func isLeftOut(_ own: [SourceCell]) -> Bool {
    own.count >= 2
      && own.allSatisfy { cell in
        cell.text.utf8.count <= 30 && cell.text.contains("…")
          && cell.text.allSatisfy { $0 == "…" || $0 == "." || $0.isWhitespace }
      }
  }

  /// Whether a row shows how others are filled in: 示例 in its first cell, 如：… in one of the next.
  private static func isSample(_ own: [SourceCell]) -> Bool {
    guard let first = own.first, first.text.utf8.count <= 60 else { return false }
    let words = TextFolding.compact(first.text).filter { $0 != "(" && $0 != ")" && $0 != ":" }
    if PlanPhrases.sampleWords.contains(words) { return true }
    // A row with a number of its own is an item, whatever its measures begin with.
    return own.count >= 3 && (Int(words) ?? 0) == 0
      && own.prefix(3).contains { cell in
        let words = TextFolding.compact(cell.text.prefix(8))
        return PlanPhrases.sampleBeginnings.contains { words.hasPrefix($0) }
      }
  }

  private static func isNote(_ first: SourceCell, _ count: Int) -> Bool {
    // 图例 | ★重点任务 | ▲牵头
    guard count <= 2 || TextFolding.compact(first.text.prefix(8)) == PlanPhrases.legendWord else {
      return false
    }
    let words = TextFolding.compact(first.text.prefix(20))
    return PlanPhrases.isNote(words)
  }
}
