import Mustache
import TaskLedger

/// Prints rows by their forms: Mustache prints one row of each form, and every other row of that
/// form has its values put into the same text.
///
/// What a template without logic prints of a row depends on its values in two ways only: on whether
/// each is there, and on the values it prints. The answers to what Mustache asks of a row are its
/// form; a table of thousands of rows has a handful of them.
///
/// Invariant: the questions of a form stand in the order in which Mustache asks them, so that a row
/// is never asked for a value that the template does not want.
struct RowForms {
  private let rows: Rows
  private let template: MustacheTemplate
  private let library: MustacheLibrary
  private let outer: StrictContext
  private let rendering: Rendering
  private var known: KnownForms

  init(
    _ rows: Rows, _ template: MustacheTemplate, _ library: MustacheLibrary,
    within outer: StrictContext, _ rendering: Rendering
  ) {
    self.rows = rows
    self.template = template
    self.library = library
    self.outer = outer
    self.rendering = rendering
    known = KnownForms(rows, escape: rendering.escape)
  }

  /// How many rows are printed one after the other: nearly every form is met among them.
  static let first = 256
  /// How many rows a stretch has that is printed beside others.
  static let stretch = 1024

  /// The rows one after the other; nil when the template asks a row for rows of its own.
  mutating func text() -> String? {
    let start = min(rows.count, Self.first)
    var text = ""
    for row in 0..<start {
      guard printLearning(row, onto: &text) else { return nil }
    }
    let known = known
    let stretches = SideBySide.map(stretchesOf: rows.count - start, size: Self.stretch) {
      known.text(of: $0.lowerBound + start..<$0.upperBound + start)
    }
    text.reserveCapacity(
      stretches.reduce(text.utf8.count) { size, stretch in
        stretch.rest.reduce(size + stretch.head.utf8.count) { $0 + $1.text.utf8.count }
      })
    for stretch in stretches {
      text += stretch.head
      for (row, rest) in stretch.rest {
        guard printLearning(row, onto: &text) else { return nil }
        text += rest
      }
    }
    return text
  }

  /// Prints a row of any form; false when the template asks it for rows of its own.
  private mutating func printLearning(_ row: Int, onto text: inout String) -> Bool {
    var values: [String] = []
    if known.print(row, &values, onto: &text) { return true }
    guard let learnt = learn(row) else { return false }
    known.print(known.forms.count - 1, learnt, onto: &text)
    return true
  }

  /// Lets Mustache print a row whose form is not known yet, and learns the form.
  ///
  /// - Returns: The values that the row answered with; nil when it was asked for rows.
  private mutating func learn(_ row: Int) -> [String]? {
    let context = AskedRow(rows, row, within: outer, rendering)
    let printed = template.render(context, library: library)
    guard !context.hasRows else { return nil }
    known.add(context.asked, printed: Self.pieces(of: printed))
    return context.asked.map(\.answer.text)
  }

  private static func pieces(of printed: String) -> [KnownForms.Piece] {
    var pieces: [KnownForms.Piece] = []
    var parts = printed.split(separator: AskedRow.opening, omittingEmptySubsequences: false)[...]
    var words = String(parts.removeFirst())
    for part in parts {
      let halves = part.split(
        separator: AskedRow.closing, maxSplits: 1, omittingEmptySubsequences: false)
      pieces.append(KnownForms.Piece(words: words, value: Int(halves[0])))
      words = String(halves[1])
    }
    return pieces + [KnownForms.Piece(words: words, value: nil)]
  }
}

/// The forms met so far, by what rows answer to their questions: handed to any thread that prints.
private struct KnownForms: Sendable {
  private let rows: Rows
  private let escape: @Sendable (String) -> String
  /// The key that each question asks for.
  private var questions: [Int] = []
  /// What follows each answer to each question: a question from 1 up, a form from -1 down, or 0
  /// for what no row has answered yet. The first stands before any question.
  private var steps = [0]
  private(set) var forms: [[Piece]] = []

  /// A piece of a form: words of the template and the value that stands behind them.
  struct Piece: Sendable {
    var words: String
    /// The place of the value among the answers; nil behind the last words.
    var value: Int?
  }

  init(_ rows: Rows, escape: @escaping @Sendable (String) -> String) {
    self.rows = rows
    self.escape = escape
  }

  /// What a stretch of rows printed: the text before the first row of no known form, and such rows
  /// with the text behind each.
  struct Text: Sendable {
    var head = ""
    var rest: [(row: Int, text: String)] = []
  }

  /// Prints the rows of known forms.
  func text(of stretch: Range<Int>) -> Text {
    var printed = Text()
    var text = ""
    var values: [String] = []
    for row in stretch where !print(row, &values, onto: &text) {
      printed.take(text)
      printed.rest.append((row, ""))
      text = ""
    }
    printed.take(text)
    return printed
  }

  /// Prints a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - values: Memory for what the row answers, the same for many rows.
  ///   - text: What was printed so far.
  /// - Returns: False, and nothing is printed, when its form is not known.
  func print(_ row: Int, _ values: inout [String], onto text: inout String) -> Bool {
    values.removeAll(keepingCapacity: true)
    var step = steps[0]
    while step > 0 {
      // Rows of its own have no form.
      guard let answer = Answer(rows.read(row, questions[step - 1]), escape) else { return false }
      values.append(answer.text)
      step = steps[place(of: answer, to: step)]
    }
    guard step < 0 else { return false }
    print(-step - 1, values, onto: &text)
    return true
  }

  /// Puts values into a form.
  func print(_ form: Int, _ values: [String], onto text: inout String) {
    for piece in forms[form] {
      text += piece.words
      if let value = piece.value { text += values[value] }
    }
  }

  /// Takes up the form that answers lead to.
  mutating func add(_ asked: [(key: Int, answer: Answer)], printed pieces: [Piece]) {
    var place = 0
    for (key, answer) in asked {
      if steps[place] == 0 {
        questions.append(key)
        steps += Array(repeating: 0, count: Answer.kinds)
        steps[place] = questions.count
      }
      place = self.place(of: answer, to: steps[place])
    }
    forms.append(pieces)
    steps[place] = -forms.count
  }

  /// Where the step behind an answer to a question is kept.
  private func place(of answer: Answer, to question: Int) -> Int {
    (question - 1) * Answer.kinds + answer.kind + 1
  }
}

extension KnownForms.Text {
  fileprivate mutating func take(_ text: String) {
    if rest.isEmpty { head = text } else { rest[rest.count - 1].text = text }
  }
}

/// The answer of a row to what Mustache asks of it.
private struct Answer: Sendable {
  /// How many kinds of answers there are.
  static let kinds = 3

  /// 0 for no or unknown, 1 for an empty text, 2 for a text or yes.
  var kind: Int
  /// The text as it is printed.
  var text: String

  /// The answer; nil for rows.
  init?(_ value: FieldValue, _ escape: (String) -> String) {
    switch value {
    case .text(let known):
      text = known.map(escape) ?? ""
      kind = known == nil ? 0 : text.isEmpty ? 1 : 2
    case .flag(let flag):
      text = ""
      kind = flag ? 2 : 0
    case .rows: return nil
    }
  }
}

/// A row handed to Mustache that remembers what it was asked, and prints marks for its values.
private final class AskedRow: MustacheParent {
  /// What stands before the number of a value; no template and no value holds it.
  static let opening: Character = "\u{1}"
  /// What stands behind it.
  static let closing: Character = "\u{2}"

  private(set) var asked: [(key: Int, answer: Answer)] = []
  private(set) var hasRows = false
  private let rows: Rows
  private let row: Int
  private let outer: StrictContext
  private let rendering: Rendering
  private var given: [Int: Any] = [:]

  init(_ rows: Rows, _ row: Int, within outer: StrictContext, _ rendering: Rendering) {
    self.rows = rows
    self.row = row
    self.outer = outer
    self.rendering = rendering
  }

  func child(named name: String) -> Any? {
    guard let key = rows.places[name] else { return outer.child(named: name) }
    if let value = given[key] { return value }
    let value = rows.read(row, key)
    guard let answer = Answer(value, rendering.escape) else {
      hasRows = true
      return false
    }
    asked.append((key, answer))
    given[key] = present(name, value, answer)
    return given[key]
  }

  private func present(_ name: String, _ value: FieldValue, _ answer: Answer) -> Any {
    if case .flag(let flag) = value { return flag }
    let mark = "\(Self.opening)\(asked.count - 1)\(Self.closing)"
    let text: String? = [nil, "", mark][answer.kind]
    return PrintedValue(name: name, text: text, rendering: rendering)
  }
}
