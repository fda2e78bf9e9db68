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
      rendering.spend(text?.utf8.count ?? 0)
      return PrintedValue(
        name: name, text: rendering.isExhausted ? "" : text.map(rendering.escape),
        rendering: rendering)
    case .flag(let flag):
      rendering.spend(1)
      return flag && !rendering.isExhausted
    case .rows(let rows):
      rendering.spend((rows.count + 1) * rendering.templateBytes)
      if rendering.isExhausted { return [StrictContext]() }
      return rows.map { StrictContext($0, within: self, rendering) }
    }
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

/// What one rendering shares: how values are made harmless, and what was asked for in vain.
final class Rendering {
  /// Makes a value harmless.
  let escape: (String) -> String
  /// The keys that a template asked for and nobody knows.
  var unknownKeys: [String] = []
  /// The keys that were printed without a value.
  var missingValues: [String] = []

  /// How many bytes one row can give at most besides its values: those of all templates in use.
  let templateBytes: Int
  /// How many bytes may still be printed.
  private var rest = 1 << 30

  init(templateBytes: Int = 0, escape: @escaping (String) -> String) {
    self.templateBytes = templateBytes
    self.escape = escape
  }

  /// Whether a template repeats more than any paper needs.
  var isExhausted: Bool { rest < 0 }

  /// Counts what is about to be printed at most.
  func spend(_ bytes: Int) { rest -= min(bytes, 1 << 30) }
}
