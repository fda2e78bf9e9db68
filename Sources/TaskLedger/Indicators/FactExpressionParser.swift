/// Reads ``FactExpression``: words first, then by falling precedence 或, 且, comparisons, sums,
/// products.
struct FactExpressionParser {
  private typealias Token = FactExpression.Token
  private typealias Failure = FactExpression.SyntaxError

  private struct Word {
    var token: Token
    var text: String
    var offset: Int
  }

  private var words: [Word] = []
  private var place = 0
  private var depth = 0
  private let length: Int

  /// The most characters and words that are read, so that nothing nests deeper than a stack holds.
  private static let mostCharacters = 4_000
  private static let mostWords = 400
  private static let mostDepth = 20

  init(_ text: String) throws(FactExpression.SyntaxError) {
    let characters = text.map { IndicatorWords.folded[$0] ?? $0 }
    length = characters.count
    guard length <= Self.mostCharacters else {
      throw Failure(offset: Self.mostCharacters, kind: .tooLong)
    }
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isWhitespace {
        index += 1
        continue
      }
      guard words.count < Self.mostWords else { throw Failure(offset: index, kind: .tooLong) }
      let (token, count) = try Self.token(in: characters, at: index)
      words.append(
        Word(token: token, text: String(characters[index..<index + count]), offset: index))
      index += count
    }
  }

  private static func token(
    in text: [Character], at index: Int
  ) throws(FactExpression.SyntaxError) -> (FactExpression.Token, Int) {
    let two = String(text[index..<min(index + 2, text.count)])
    let pairs: [String: FactExpression.Relation] = [
      "<=": .atMost, ">=": .atLeast, "!=": .unequal, "==": .equal,
    ]
    if let relation = pairs[two] { return (.relation(relation), 2) }
    let one = text[index]
    if let relation = FactExpression.Relation(rawValue: String(one)) {
      return (.relation(relation), 1)
    }
    if one == "(" { return (.open, 1) }
    if one == ")" { return (.close, 1) }
    if let operation = FactExpression.Operator(rawValue: one) { return (.operation(operation), 1) }
    if one.isASCII, one.isNumber { return try number(in: text, at: index) }
    guard one.isLetter else {
      throw Failure(offset: index, kind: .characterUnknown(one))
    }
    let run = String(text[index...].prefix { $0.isLetter || $0.isNumber })
    return (IndicatorWords.connective(run) ?? .name(run), run.count)
  }

  /// A number, a share in per cent, or a day such as 2020-10-15.
  private static func number(
    in text: [Character], at index: Int
  ) throws(FactExpression.SyntaxError) -> (FactExpression.Token, Int) {
    let day = String(text[index..<min(index + 10, text.count)])
    if let date = CivilDate(day) { return (.date(date), 10) }
    let run = text[index...].prefix { $0.isNumber || $0 == "." || $0 == "%" || $0.isLetter }
    guard let number = Rational(String(run)) else {
      throw Failure(offset: index, kind: .numberUnreadable(String(run)))
    }
    return (.number(number), run.count)
  }

  /// The whole text as one expression.
  mutating func whole() throws(FactExpression.SyntaxError) -> FactExpression {
    let expression = try alternatives()
    if place < words.count { throw unexpected() }
    return expression
  }

  private mutating func alternatives() throws(FactExpression.SyntaxError) -> FactExpression {
    var left = try conjunction()
    while take(.or) { left = .or(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(FactExpression.SyntaxError) -> FactExpression {
    var left = try comparison()
    while take(.and) { left = .and(left, try comparison()) }
    return left
  }

  private mutating func comparison() throws(FactExpression.SyntaxError) -> FactExpression {
    let first = try sum()
    var chain: [FactExpression.Comparison] = []
    while place < words.count, case .relation(let relation) = words[place].token {
      place += 1
      chain.append(FactExpression.Comparison(relation: relation, right: try sum()))
    }
    return chain.isEmpty ? first : .comparison(first, chain)
  }

  private mutating func sum() throws(FactExpression.SyntaxError) -> FactExpression {
    var left = try product()
    while let operation = takeOperation([.plus, .minus]) {
      left = .arithmetic(left, operation, try product())
    }
    return left
  }

  private mutating func product() throws(FactExpression.SyntaxError) -> FactExpression {
    var left = try atom()
    while let operation = takeOperation([.times, .over]) {
      left = .arithmetic(left, operation, try atom())
    }
    return left
  }

  private mutating func atom() throws(FactExpression.SyntaxError) -> FactExpression {
    guard place < words.count else { throw Failure(offset: length, kind: .endsEarly) }
    let word = words[place]
    switch word.token {
    case .number(let number):
      place += 1
      return .literal(.number(number))
    case .date(let date):
      place += 1
      return .literal(.date(date))
    case .truth(let truth):
      place += 1
      return .literal(.truth(truth))
    case .name(let name):
      place += 1
      if name == IndicatorWords.recordedUnits { return .unitCount(nil) }
      guard place < words.count, words[place].token == .open else { return .fact(name) }
      switch name {
      case IndicatorWords.everyUnit: return .everyUnit(try bracketed())
      case IndicatorWords.unitsMeeting: return .unitCount(try bracketed())
      default: return .fact(name)
      }
    case .not:
      try descend()
      defer { depth -= 1 }
      place += 1
      return .not(try atom())
    case .open: return try bracketed()
    case .close, .relation, .operation, .and, .or: throw unexpected()
    }
  }

  private mutating func bracketed() throws(FactExpression.SyntaxError) -> FactExpression {
    try descend()
    defer { depth -= 1 }
    place += 1
    let inner = try alternatives()
    guard place < words.count else { throw Failure(offset: length, kind: .endsEarly) }
    guard take(.close) else { throw unexpected() }
    return inner
  }

  private mutating func descend() throws(FactExpression.SyntaxError) {
    guard depth < Self.mostDepth else {
      throw Failure(offset: words[place].offset, kind: .tooDeep)
    }
    depth += 1
  }

  private mutating func take(_ token: FactExpression.Token) -> Bool {
    guard place < words.count, words[place].token == token else { return false }
    place += 1
    return true
  }

  private mutating func takeOperation(
    _ wanted: Set<FactExpression.Operator>
  ) -> FactExpression.Operator? {
    guard place < words.count, case .operation(let operation) = words[place].token,
      wanted.contains(operation)
    else { return nil }
    place += 1
    return operation
  }

  private func unexpected() -> FactExpression.SyntaxError {
    Failure(offset: words[place].offset, kind: .unexpected(words[place].text))
  }
}
