import Mustache

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
  /// The key that each question asks for.
  private var questions: [Int] = []
  /// What follows each answer to each question: a question from 1 up, a form from -1 down, or 0
  /// for what no row has answered yet. The first stands before any question.
  private var steps = [0]
  private var forms: [[Piece]] = []

  /// A piece of a form: words of the template and the value that stands behind them.
  private struct Piece {
    var words: String
    /// The place of the value among the answers; nil behind the last words.
    var value: Int?
  }

  init(
    _ rows: Rows, _ template: MustacheTemplate, _ library: MustacheLibrary,
    within outer: StrictContext, _ rendering: Rendering
  ) {
    self.rows = rows
    self.template = template
    self.library = library
    self.outer = outer
    self.rendering = rendering
  }

  /// The rows one after the other; nil when the template asks a row for rows of its own.
  mutating func text() -> String? {
    var text = ""
    var values: [String] = []
    for row in 0..<rows.count {
      var step = steps[0]
      values.removeAll(keepingCapacity: true)
      while step > 0 {
        guard let answer = Answer(rows.read(row, questions[step - 1]), rendering) else {
          return nil
        }
        values.append(answer.text)
        step = steps[place(of: answer, to: step)]
      }
      if step == 0 {
        guard let asked = learn(row) else { return nil }
        values = asked.values
        step = asked.form
      }
      for piece in forms[-step - 1] {
        text += piece.words
        if let value = piece.value { text += values[value] }
      }
    }
    return text
  }

  /// Where the step behind an answer to a question is kept.
  private func place(of answer: Answer, to question: Int) -> Int {
    (question - 1) * Answer.kinds + answer.kind + 1
  }

  /// Lets Mustache print a row whose form is not known yet.
  private mutating func learn(_ row: Int) -> (form: Int, values: [String])? {
    let context = AskedRow(rows, row, within: outer, rendering)
    let printed = template.render(context, library: library)
    guard !context.hasRows else { return nil }
    var place = 0
    for (key, answer) in context.asked {
      if steps[place] == 0 {
        questions.append(key)
        steps += Array(repeating: 0, count: Answer.kinds)
        steps[place] = questions.count
      }
      place = self.place(of: answer, to: steps[place])
    }
    forms.append(Self.pieces(of: printed))
    steps[place] = -forms.count
    return (-forms.count, context.asked.map(\.answer.text))
  }

  private static func pieces(of printed: String) -> [Piece] {
    var pieces: [Piece] = []
    var parts = printed.split(separator: AskedRow.opening, omittingEmptySubsequences: false)[...]
    var words = String(parts.removeFirst())
    for part in parts {
      let halves = part.split(
        separator: AskedRow.closing, maxSplits: 1, omittingEmptySubsequences: false)
      pieces.append(Piece(words: words, value: Int(halves[0])))
      words = String(halves[1])
    }
    return pieces + [Piece(words: words, value: nil)]
  }
}

/// The answer of a row to what Mustache asks of it.
private struct Answer {
  /// How many kinds of answers there are.
  static let kinds = 3

  /// 0 for no or unknown, 1 for an empty text, 2 for a text or yes.
  var kind: Int
  /// The text as it is printed.
  var text: String

  /// The answer; nil for rows.
  init?(_ value: FieldValue, _ rendering: Rendering) {
    switch value {
    case .text(let known):
      text = known.map(rendering.escape) ?? ""
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
    guard let answer = Answer(value, rendering) else {
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
