import Mustache
import TaskLedger

/// Renders fields with a template, and refuses whatever Mustache would pass over in silence.
enum StrictTemplate {
  /// What kind of text a template makes.
  enum TextKind {
    /// Markdown: values are escaped here, once.
    case markdown
    /// HTML: values are escaped here, once, and raw tags are refused.
    case html
  }

  static func render(
    _ name: String, fields: Fields, shapes: [KeyShape], kind: TextKind,
    templates: TemplateSource
  ) throws(ReportError) -> String {
    let texts = templates.texts.mapValues(unified)
    guard texts[name] != nil else { throw .templateMissing(name) }
    let check = TemplateCheck(name, texts: texts, shapes: shapes)
    guard check.faults.isEmpty else { throw .templateFaulty(check.faults) }
    let parsed = try parse(check.used, of: texts)
    guard let template = parsed[name] else { throw .templateMissing(name) }
    let library = MustacheLibrary(templates: parsed)
    let size = check.used.reduce(0) { $0 + (texts[$1]?.utf8.count ?? 0) }
    let rendering = Rendering(templateBytes: size, escape: escape(for: kind))
    let text = template.render(StrictContext(fields, rendering), library: library)
    let faults =
      rendering.unknownKeys.map { TemplateFault.Kind.keyUnknown($0, nearest: []) }
      + rendering.missingValues.map { TemplateFault.Kind.valueMissing($0) }
    guard !rendering.isExhausted else {
      throw .templateFaulty([
        TemplateFault(template: name, line: 1, column: 1, kind: .tooLarge)
      ])
    }
    guard faults.isEmpty else {
      throw .templateFaulty(placed(faults, in: check.used, of: texts))
    }
    guard kind == .html else { return MarkdownText.withoutIdleMarks(text) }
    guard !PageSafety.commandsBrowser(text) else {
      throw .templateFaulty([
        TemplateFault(template: name, line: 1, column: 1, kind: .tagRefused("http-equiv"))
      ])
    }
    return PageSafety.guarded(text)
  }

  /// Line breaks as `\n`, without a byte order mark, so that a template saved on Windows gives the
  /// same paper.
  private static func unified(_ text: String) -> String {
    let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    guard body.utf8.contains(0x0D) else { return body }
    return body.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  private static func escape(for kind: TextKind) -> (String) -> String {
    switch kind {
    case .markdown: { MarkdownText.escaped($0) }
    case .html: { ScalarText.html(PrintableText.line($0)) }
    }
  }

  /// The line that tells Mustache to put in values as they are: it escapes by characters, and whoever
  /// reads the page reads code points.
  private static let setting = "{{% CONTENT_TYPE:TEXT}}\n"

  /// A template under this program's setting; what its first line says of the kind of text does not
  /// count.
  private static func whole(_ text: String) -> String {
    guard text.hasPrefix("{{%"), let end = text.firstRange(of: "}}") else { return setting + text }
    let rest = text[end.upperBound...]
    return setting + (rest.first == "\n" ? rest.dropFirst() : rest)
  }

  private static func parse(
    _ names: [String], of texts: [String: String]
  ) throws(ReportError) -> [String: MustacheTemplate] {
    var parsed: [String: MustacheTemplate] = [:]
    for name in names {
      guard let text = texts[name] else { continue }
      do {
        parsed[name] = try MustacheTemplate(string: whole(text))
      } catch let error as MustacheTemplate.ParserError {
        let shift = text.hasPrefix("{{%") ? 0 : 1
        throw .templateFaulty([
          TemplateFault(
            template: name, line: max(1, error.context.lineNumber - shift),
            column: error.context.columnNumber, kind: .unreadable("\(error.error)"))
        ])
      } catch {
        throw .templateFaulty([
          TemplateFault(template: name, line: 1, column: 1, kind: .unreadable("\(error)"))
        ])
      }
    }
    return parsed
  }

  /// Faults found while rendering, at the first tag that asks for the key.
  private static func placed(
    _ kinds: [TemplateFault.Kind], in names: [String], of texts: [String: String]
  ) -> [TemplateFault] {
    var faults: [TemplateFault] = []
    for kind in kinds {
      guard let key = key(of: kind) else { continue }
      for name in names {
        let tags = TemplateScanner(texts[name] ?? "").tags
        guard let tag = tags.first(where: { $0.name == key && $0.kind == .variable }) else {
          continue
        }
        let fault = TemplateFault(template: name, line: tag.line, column: tag.column, kind: kind)
        if !faults.contains(fault) { faults.append(fault) }
        break
      }
    }
    return faults.isEmpty
      ? kinds.prefix(1).map { TemplateFault(template: names[0], line: 1, column: 1, kind: $0) }
      : faults
  }

  private static func key(of kind: TemplateFault.Kind) -> String? {
    switch kind {
    case .keyUnknown(let key, _), .valueMissing(let key): key
    case .rowsPrinted, .sectionUnclosed, .sectionMismatched, .tagUnfinished, .tagRefused,
      .partialUnknown, .partialRecursive, .tooLarge, .unreadable:
      nil
    }
  }
}
