import Mustache
import TaskLedger

/// The context handed to Mustache: it knows its keys, and notes every key it does not know.
///
/// Mustache prints nothing for an unknown key, which would be a blank in an official paper.
final class StrictContext: MustacheParent {
  private let fields: Fields
  private let outer: StrictContext?
  private let notes: MissingNotes
  private let escape: @Sendable (String) -> String

  init(
    _ fields: Fields, within outer: StrictContext? = nil, notes: MissingNotes,
    escape: @escaping @Sendable (String) -> String
  ) {
    self.fields = fields
    self.outer = outer
    self.notes = notes
    self.escape = escape
  }

  /// The value of a key here or further out.
  func child(named name: String) -> Any? {
    var scope: StrictContext? = self
    while let here = scope {
      if let value = here.fields[name] { return present(name, value) }
      scope = here.outer
    }
    notes.unknownKeys.append(name)
    return PrintedValue(name: name, text: "", notes: notes)
  }

  private func present(_ name: String, _ value: FieldValue) -> Any {
    switch value {
    case .text(let text):
      PrintedValue(name: name, text: text.map(escape), notes: notes)
    case .flag(let flag): flag
    case .rows(let rows):
      rows.map { StrictContext($0, within: self, notes: notes, escape: escape) }
    }
  }
}

/// A text as a template prints it; one that is unknown is noted when it is printed all the same.
struct PrintedValue: MustacheCustomRenderable, MustacheParent {
  var name: String
  var text: String?
  var notes: MissingNotes

  var renderText: String {
    if text == nil { notes.missingValues.append(name) }
    return text ?? ""
  }

  var isNull: Bool { text?.isEmpty ?? true }

  func child(named name: String) -> Any? { nil }
}

/// What rendering asked for in vain.
final class MissingNotes {
  var unknownKeys: [String] = []
  var missingValues: [String] = []
}
