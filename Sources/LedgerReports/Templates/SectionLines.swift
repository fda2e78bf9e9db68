/// Finds the sections of templates that stand on lines of their own, as rows of a table do.
///
/// The body of such a section prints the same when it is a template by itself: it begins and ends
/// with a line, and nothing around it changes how it is read.
struct SectionLines {
  /// The keys whose sections, all of them, stand on lines of their own.
  let keys: Set<String>

  /// Looks at the templates that a paper uses; none is faulty.
  init(_ tags: [String: [TemplateTag]], of texts: [String: String]) {
    var own: Set<String> = []
    var others: Set<String> = []
    for (name, tags) in tags {
      let text = texts[name] ?? ""
      guard Self.isPlain(text, tags) else {
        keys = []
        return
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      var open: [TemplateTag] = []
      for tag in tags {
        switch tag.kind {
        case .section, .inverted: open.append(tag)
        case .close:
          guard let section = open.popLast(), section.kind == .section else { continue }
          if lines[section.line - 1] == "{{#\(tag.name)}}",
            lines[tag.line - 1] == "{{/\(tag.name)}}"
          {
            own.insert(tag.name)
          } else {
            others.insert(tag.name)
          }
        case .variable, .raw, .partial, .comment, .setting, .other: break
        }
      }
    }
    keys = own.subtracting(others)
  }

  /// Whether nothing in a template changes how its sections are printed: no setting of its own, no
  /// indented template within it, and no mark that stands for a value.
  private static func isPlain(_ text: String, _ tags: [TemplateTag]) -> Bool {
    !text.unicodeScalars.contains { $0 == "\u{1}" || $0 == "\u{2}" }
      && !tags.contains { $0.kind == .setting || ($0.kind == .partial && $0.column > 1) }
  }
}
