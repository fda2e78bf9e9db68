/// The acceptance instrument as a table (评估备案表): rows that staff can read and edit.
///
/// Invariant: numbers stand once, in the order of the rows.
public struct IndicatorTable: Sendable, Hashable {
  /// The indicators in order.
  public var indicators: [Indicator]

  /// Creates a table.
  public init(indicators: [Indicator] = []) { self.indicators = indicators }

  /// One cell of a table with its place.
  public typealias Cell = (text: String, location: Diagnostic.Location)

  /// Reads the rows of a table, the headings first.
  ///
  /// - Parameter rows: The rows with the place of every cell.
  /// - Returns: What could be read, and every fault with its place; a table with faults is not to
  ///   be judged by.
  public static func read(rows: [[Cell]]) -> (table: IndicatorTable, diagnostics: [Diagnostic]) {
    guard let head = rows.first else { return (IndicatorTable(), []) }
    var reader = IndicatorRowReader(head: head)
    var indicators: [Indicator] = []
    for row in rows.dropFirst() {
      if let indicator = reader.read(row) {
        if indicators.contains(where: { $0.number == indicator.number }) {
          reader.diagnostics.append(
            .indicatorDuplicate(indicator.number, at: indicator.location))
        } else {
          indicators.append(indicator)
        }
      }
    }
    return (IndicatorTable(indicators: indicators), reader.diagnostics)
  }

  /// The judgement of every indicator, in order.
  public func answers(by sheet: FactSheet) -> [IndicatorAnswer] {
    indicators.map { $0.answer(by: sheet) }
  }

  /// The names of all figures that are asked for, in order, each once.
  public var factNames: [String] {
    var names: [String] = []
    for name in indicators.flatMap(\.factNames) where !names.contains(name) { names.append(name) }
    return names
  }

  /// The numbers of the indicators that ask for a figure, in order.
  public func numbers(asking name: String) -> [String] {
    indicators.filter { $0.factNames.contains(name) }.map(\.number)
  }
}

extension Indicator {
  /// The names of the figures it asks for, in order, some more than once.
  var factNames: [String] {
    var expressions = [condition]
    expressions += [relaxed, doubt].compactMap(\.self)
    for case .figure(let figure) in remark + statement { expressions.append(figure) }
    return expressions.flatMap(\.names)
  }
}

/// Reads one row after the other and collects the faults.
struct IndicatorRowReader {
  private var columns: [IndicatorWords.Column: Int] = [:]
  private let place: Diagnostic.Location?
  private var kinds = FactKinds()
  var diagnostics: [Diagnostic] = []

  init(head: [IndicatorTable.Cell]) {
    place = head.first?.location
    for (index, cell) in head.enumerated() {
      let title = TextFolding.compact(cell.text)
      if let column = IndicatorWords.Column(rawValue: title) { columns[column] = index }
    }
    for column in [IndicatorWords.Column.number, .text, .condition] where columns[column] == nil {
      diagnostics.append(.indicatorColumnMissing(column.rawValue, at: place))
    }
  }

  mutating func read(_ row: [IndicatorTable.Cell]) -> Indicator? {
    guard let number = cell(.number, row), let text = cell(.text, row),
      let condition = cell(.condition, row)
    else { return nil }
    if row.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { return nil }
    let before = diagnostics.count
    let expression = readCondition(condition)
    let relaxed = cell(.relaxed, row).flatMap { readOptional($0) }
    let doubt = cell(.doubt, row).flatMap { readOptional($0) }
    let remark = cell(.remark, row).map { readRemark($0) } ?? []
    let statement = cell(.statement, row).map { readRemark($0) } ?? []
    let clauses = cell(.clauses, row).map { readClauses($0) } ?? []
    let level = cell(.level, row).flatMap { readLevel($0) } ?? .school
    guard let expression, diagnostics.count == before else { return nil }
    return Indicator(
      number: trimmed(number.text), isStarred: isMarked(IndicatorWords.star, row),
      mustBeProved: isMarked(IndicatorWords.proofMark, row), isAdvisory: isAdvisory(row),
      text: trimmed(text.text),
      counted: cell(.counted, row).map { trimmed($0.text) } ?? "", condition: expression,
      relaxed: relaxed, relaxedReason: cell(.relaxedReason, row).map { trimmed($0.text) } ?? "",
      doubt: doubt, clauses: clauses, remark: remark, statement: statement, level: level,
      location: number.location)
  }

  private func cell(
    _ column: IndicatorWords.Column, _ row: [IndicatorTable.Cell]
  ) -> IndicatorTable.Cell? {
    columns[column].flatMap { row.indices.contains($0) ? row[$0] : nil }
  }

  private func isMarked(_ mark: String, _ row: [IndicatorTable.Cell]) -> Bool {
    cell(.star, row)?.text.contains(mark) ?? false
  }

  private mutating func isAdvisory(_ row: [IndicatorTable.Cell]) -> Bool {
    guard let cell = cell(.demand, row), !trimmed(cell.text).isEmpty else { return false }
    let isKnown = TextFolding.compact(cell.text) == IndicatorWords.advisory
    if !isKnown { diagnostics.append(.indicatorDemandUnknown(cell.text, at: cell.location)) }
    return isKnown
  }

  private func trimmed(_ text: String) -> String {
    let body = text.drop(while: \.isWhitespace)
    return body.lastIndex { !$0.isWhitespace }.map { String(body[...$0]) } ?? ""
  }

  private mutating func readOptional(_ cell: IndicatorTable.Cell) -> FactExpression? {
    trimmed(cell.text).isEmpty ? nil : readCondition(cell)
  }

  /// An expression that is yes or no, not a figure alone such as `工作人员 / 2`.
  private mutating func readCondition(_ cell: IndicatorTable.Cell) -> FactExpression? {
    guard let expression = read(cell) else { return nil }
    if !expression.canBeTruth {
      diagnostics.append(.conditionWithoutTruth(cell.text, at: cell.location))
      return nil
    }
    return hasFittingKinds(expression, in: cell, isCondition: true) ? expression : nil
  }

  /// Says what can never be decided: a day held against a number, a division by nothing.
  private mutating func hasFittingKinds(
    _ expression: FactExpression, in cell: IndicatorTable.Cell, isCondition: Bool
  ) -> Bool {
    let faults = kinds.faults(of: expression, isCondition: isCondition)
    for fault in faults {
      diagnostics.append(.conditionUndecidable(cell.text, fault, at: cell.location))
    }
    return faults.isEmpty
  }

  private mutating func read(_ cell: IndicatorTable.Cell, skipping: Int = 0) -> FactExpression? {
    do throws(FactExpression.SyntaxError) {
      return try FactExpression(cell.text)
    } catch {
      diagnostics.append(
        .conditionUnreadable(
          cell.text, error, at: cell.location.advanced(by: error.offset + skipping)))
      return nil
    }
  }

  /// Words and figures in braces.
  private mutating func readRemark(_ cell: IndicatorTable.Cell) -> [Indicator.RemarkPart] {
    var parts: [Indicator.RemarkPart] = []
    var offset = 0
    var rest = cell.text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      offset += rest.distance(from: rest.startIndex, to: open) + 1
      let inner = String(rest[rest.index(after: open)..<close])
      let part = (text: inner, location: cell.location)
      if inner == ReformProfile.Word.organisations.rawValue {
        parts.append(.organisation)
      } else if let figure = read(part, skipping: offset),
        hasFittingKinds(figure, in: part, isCondition: false)
      {
        parts.append(.figure(figure))
      }
      offset += inner.count + 1
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    return parts
  }

  private mutating func readClauses(_ cell: IndicatorTable.Cell) -> [ClauseID] {
    cell.text.split { "、,， ".contains($0) }.compactMap { part in
      let id = ClauseID(String(part))
      if id == nil {
        diagnostics.append(.indicatorClauseUnreadable(String(part), at: cell.location))
      }
      return id
    }
  }

  private mutating func readLevel(_ cell: IndicatorTable.Cell) -> Indicator.Level? {
    let words = trimmed(cell.text)
    let level = IndicatorWords.level(words)
    if level == nil, !words.isEmpty {
      diagnostics.append(.indicatorLevelUnknown(words, at: cell.location))
    }
    return level
  }
}

extension Diagnostic.Location {
  /// The place a number of characters further in a text; other places stay what they are.
  func advanced(by offset: Int) -> Diagnostic.Location {
    guard case .text(let file, let line, let column) = self else { return self }
    return .text(file: file, line: line, column: column + offset)
  }
}
