import Mustache

/// The templates of the pages, read once.
struct PageTemplates: Sendable {
  /// Why a page cannot be made: a fault of the program.
  enum Fault: Error, Sendable, Hashable {
    /// There is no such template.
    case missing(String)
    /// A template asks for keys that the page does not give.
    case keysUnknown(template: String, keys: [String])
    /// A template prints without escaping.
    case unescaped(String)
  }

  private let library: MustacheLibrary
  private let templates: [String: MustacheTemplate]

  /// Reads templates by name; one that prints anything unescaped is refused.
  init(_ texts: [String: String]) throws {
    var templates: [String: MustacheTemplate] = [:]
    for (name, text) in texts {
      guard !text.contains("{{{"), text.firstMatch(of: /\{\{\s*&/) == nil else {
        throw Fault.unescaped(name)
      }
      templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:HTML}}\n" + text)
    }
    self.templates = templates
    library = MustacheLibrary(templates: templates)
  }

  /// The page of a template.
  func page(_ name: String, _ fields: PageFields) throws -> String {
    guard let template = templates[name] else { throw Fault.missing(name) }
    let rendering = PageRendering()
    let text = template.render(PageContext(fields, rendering), library: library)
    guard rendering.unknownKeys.isEmpty else {
      throw Fault.keysUnknown(template: name, keys: rendering.unknownKeys)
    }
    return text
  }

  /// Whether a form of a page holds a text for its writer to go on with.
  func holds(_ text: String, inFormsOf page: String) throws -> Bool {
    let escaped = try Self.escaped(text)
    return page.contains(">\(escaped)</textarea>") || page.contains("value=\"\(escaped)\"")
  }

  /// Whether a page prints a text.
  func prints(_ text: String, on page: String) throws -> Bool {
    page.contains(try Self.escaped(text))
  }

  private static func escaped(_ text: String) throws -> String {
    let template = try MustacheTemplate(string: "{{% CONTENT_TYPE:HTML}}\n{{text}}")
    return template.render(PageContext(["text": .text(text)], PageRendering()))
  }
}
