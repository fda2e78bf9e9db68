import Mustache
import TaskLedger

/// The context handed to Mustache: it knows its keys, and notes every key it does not know.
///
/// Mustache prints nothing for an unknown key, which would be a blank in an official paper.
final class StrictContext: MustacheParent {
  private let fields: Fields
  private let outer: StrictContext?
  private let rendering: Rendering

  init(_ fields: Fields, within outer: StrictContext? = nil, _ rendering: Rendering) {
    self.fields = fields
    self.outer = outer
    self.rendering = rendering
  }

  /// The value of a key here or further out.
  func child(named name: String) -> Any? {
    var scope: StrictContext? = self
    while let here = scope {
      if let value = here.fields[name] { return present(name, value) }
      scope = here.outer
    }
    rendering.unknownKeys.append(name)
    return PrintedValue(name: name, text: "", rendering: rendering)
  }

  private func present(_ name: String, _ value: FieldValue) -> Any {
    switch value {
    case .text(let text):
      PrintedValue(name: name, text: text.map(rendering.escape), rendering: rendering)
    case .flag(let flag): flag
    case .rows(let rows):
      if rows.count > 0, rendering.ownLines.contains(name) {
        MustacheLambda { self.rendering.printed(rows, with: $0, within: self) }
      } else {
        contexts(of: rows)
      }
    }
  }

  /// The contexts of rows within this one.
  func contexts(of rows: Rows) -> [StrictContext] {
    (0..<rows.count).map { StrictContext(rows.fields(at: $0), within: self, rendering) }
  }
}

/// A text as a template prints it; one that is unknown is noted when it is printed all the same.
struct PrintedValue: MustacheCustomRenderable, MustacheParent {
  var name: String
  var text: String?
  var rendering: Rendering

  var renderText: String {
    if text == nil { rendering.missingValues.append(name) }
    return text ?? ""
  }

  var isNull: Bool { text?.isEmpty ?? true }

  func child(named name: String) -> Any? { nil }
}

/// What one rendering shares: how values are made harmless, which rows may be printed by their
/// forms, and what was asked for in vain.
final class Rendering {
  /// Makes a value harmless.
  let escape: @Sendable (String) -> String
  /// The keys whose sections stand on lines of their own, see ``SectionLines``.
  let ownLines: Set<String>
  /// The keys that a template asked for and nobody knows.
  var unknownKeys: [String] = []
  /// The keys that were printed without a value.
  var missingValues: [String] = []
  /// The bodies of sections that Mustache could not read by themselves.
  private(set) var unreadableBodies: [String] = []
  private let parse: (String) -> MustacheTemplate?
  private let library: MustacheLibrary
  private var bodies: [String: MustacheTemplate] = [:]

  init(
    escape: @escaping @Sendable (String) -> String, ownLines: Set<String>, library: MustacheLibrary,
    parse: @escaping (String) -> MustacheTemplate?
  ) {
    self.escape = escape
    self.ownLines = ownLines
    self.library = library
    self.parse = parse
  }

  /// The rows of a section on lines of its own.
  func printed(_ rows: Rows, with body: String, within outer: StrictContext) -> PrintedRows {
    guard let template = bodies[body] ?? parse(body) else {
      unreadableBodies.append(body)
      return PrintedRows(description: "")
    }
    bodies[body] = template
    var forms = RowForms(rows, template, library, within: outer, self)
    if let text = forms.text() { return PrintedRows(description: text) }
    return PrintedRows(
      description: outer.contexts(of: rows).map { template.render($0, library: library) }
        .joined())
  }
}

/// The text of rows that are printed; Mustache puts it in as it is.
struct PrintedRows: CustomStringConvertible {
  let description: String
}
