import Mustache
import TaskLedger

/// Renders fields with a template, and refuses whatever Mustache would pass over in silence.
enum StrictTemplate {
  /// What kind of text a template makes.
  enum TextKind {
    /// Markdown: values are escaped here, once.
    case markdown
    /// HTML: values are escaped by Mustache, and raw tags are refused.
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
    let parsed = try parse(check.used, of: texts, kind: kind)
    guard let template = parsed[name] else { throw .templateMissing(name) }
    let library = MustacheLibrary(templates: parsed)
    let rendering = Rendering(escape: escape(for: kind))
    let text = template.render(StrictContext(fields, rendering), library: library)
    let faults =
      rendering.unknownKeys.map { TemplateFault.Kind.keyUnknown($0, nearest: []) }
      + rendering.missingValues.map { TemplateFault.Kind.valueMissing($0) }
    guard faults.isEmpty else {
      throw .templateFaulty(placed(faults, in: check.used, of: texts))
    }
    return text
  }

  /// Line breaks as `\n`, without a byte order mark, so that a template saved on Windows gives the
  /// same paper.
  private static func unified(_ text: String) -> String {
    let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    return body.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  private static func escape(for kind: TextKind) -> (String) -> String {
    switch kind {
    case .markdown: { MarkdownText.escaped($0) }
    case .html: { PrintableText.line($0) }
    }
  }

  /// The line that tells Mustache what kind of text a template makes.
  private static func setting(for kind: TextKind) -> String {
    switch kind {
    case .markdown: "{{% CONTENT_TYPE:TEXT}}\n"
    case .html: "{{% CONTENT_TYPE:HTML}}\n"
    }
  }

  private static func parse(
    _ names: [String], of texts: [String: String], kind: TextKind
  ) throws(ReportError) -> [String: MustacheTemplate] {
    var parsed: [String: MustacheTemplate] = [:]
    for name in names {
      guard let text = texts[name] else { continue }
      let whole = text.hasPrefix("{{%") ? text : setting(for: kind) + text
      do {
        parsed[name] = try MustacheTemplate(string: whole)
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
      .partialUnknown, .partialRecursive, .unreadable:
      nil
    }
  }
}
