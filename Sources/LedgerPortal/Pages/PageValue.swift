import Mustache
import Synchronization
import TaskLedger

/// What a page template may ask for under a key.
enum PageValue: Sendable {
  /// A text; it is escaped where it lands.
  case text(String)
  /// Whether something is so.
  case flag(Bool)
  /// Rows with keys of their own.
  case rows([PageFields])
  /// One row, or none.
  static func row(_ fields: PageFields?) -> PageValue { .rows(fields.map { [$0] } ?? []) }
}

extension PageValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  /// A text of the program's own.
  init(stringLiteral value: String) { self = .text(value) }

  /// Yes or no.
  init(booleanLiteral value: Bool) { self = .flag(value) }
}

/// The values of a page or of one row by key.
typealias PageFields = [String: PageValue]

/// What one rendering asked for in vain.
final class PageRendering: Sendable {
  private let unknown = Mutex<[String]>([])

  /// The keys that nobody knows.
  var unknownKeys: [String] { unknown.withLock { $0 } }

  func note(_ key: String) { unknown.withLock { $0.append(key) } }
}

/// The context handed to Mustache. It notes the keys it does not know: Mustache would print a blank.
struct PageContext: MustacheParent {
  private let fields: PageFields
  private let outer: [PageFields]
  private let rendering: PageRendering

  init(_ fields: PageFields, within outer: [PageFields] = [], _ rendering: PageRendering) {
    (self.fields, self.outer, self.rendering) = (fields, outer, rendering)
  }

  /// The value of a key here or further out.
  func child(named name: String) -> Any? {
    if let value = fields[name] { return present(value) }
    for fields in outer.reversed() {
      if let value = fields[name] { return present(value) }
    }
    rendering.note(name)
    return PageText(text: "")
  }

  private func present(_ value: PageValue) -> Any {
    switch value {
    case .text(let text): return PageText(text: PrintableText.block(text))
    case .flag(let flag): return flag
    case .rows(let rows):
      let within = outer + [fields]
      return rows.map { PageContext($0, within: within, rendering) }
    }
  }
}

/// A text that a section asks for is there when it is not empty.
struct PageText: MustacheCustomRenderable, MustacheParent {
  var text: String

  var renderText: String { text }

  var isNull: Bool { text.isEmpty }

  func child(named name: String) -> Any? { nil }
}
