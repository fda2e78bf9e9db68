import TaskLedger

/// Holds a template against the keys of its paper before it is used, so that a fault is found even
/// in a section that today's ledger does not print.
struct TemplateCheck {
  private let texts: [String: String]
  private(set) var faults: [TemplateFault] = []
  /// The templates that are used, each once, the first one first.
  private(set) var used: [String] = []
  private var path: [String] = []
  /// How many tags have been looked at: templates that put each other in twice double them.
  private var tagCount = 0

  private static let depthLimit = 12
  private static let tagLimit = 50_000
  private static let faultLimit = 100
  /// The largest template; the built-in ones have less than 10 KB.
  static let sizeLimit = 64 << 10

  /// Checks a template and the templates it puts in.
  init(_ name: String, texts: [String: String], shapes: [KeyShape]) {
    self.texts = texts
    check(name, scopes: [shapes])
  }

  private struct OpenSection {
    var tag: TemplateTag
    var scopes: [[KeyShape]]
  }

  private mutating func check(_ name: String, scopes outer: [[KeyShape]]) {
    guard let text = texts[name] else { return }
    guard text.utf8.count <= Self.sizeLimit, path.count < Self.depthLimit else {
      let fault = TemplateFault(template: name, line: 1, column: 1, kind: .tooLarge)
      if !faults.contains(fault) { faults.append(fault) }
      return
    }
    path.append(name)
    if !used.contains(name) { used.append(name) }
    defer { path.removeLast() }
    let scanner = TemplateScanner(text)
    var open: [OpenSection] = []
    var scopes = outer
    for tag in scanner.tags {
      tagCount += 1
      guard tagCount <= Self.tagLimit, open.count <= Self.depthLimit else {
        return note(.tooLarge, at: tag)
      }
      switch tag.kind {
      case .comment: break
      case .setting: if (tag.line, tag.column) != (1, 1) { note(.tagRefused(tag.name), at: tag) }
      case .other, .raw: note(.tagRefused(tag.name), at: tag)
      case .variable:
        if case .rows = shape(tag, in: scopes) { note(.rowsPrinted(tag.name), at: tag) }
      case .section, .inverted:
        open.append(OpenSection(tag: tag, scopes: scopes))
        if case .rows(let inner) = shape(tag, in: scopes), tag.kind == .section {
          scopes.append(inner)
        }
      case .close:
        if let last = open.last, last.tag.name == tag.name {
          scopes = last.scopes
          open.removeLast()
        } else {
          note(.sectionMismatched(tag.name, open: open.last?.tag.name), at: tag)
        }
      case .partial: enter(tag, scopes: scopes)
      }
    }
    if let place = scanner.unfinished {
      faults.append(
        TemplateFault(
          template: name, line: place.line, column: place.column, kind: .tagUnfinished))
    }
    for section in open { note(.sectionUnclosed(section.tag.name), at: section.tag) }
  }

  private mutating func enter(_ tag: TemplateTag, scopes: [[KeyShape]]) {
    if path.contains(tag.name) {
      note(.partialRecursive(tag.name), at: tag)
    } else if texts[tag.name] == nil {
      note(.partialUnknown(tag.name), at: tag)
    } else {
      check(tag.name, scopes: scopes)
    }
  }

  private mutating func shape(_ tag: TemplateTag, in scopes: [[KeyShape]]) -> KeyShape.Kind? {
    for scope in scopes.reversed() {
      if let shape = scope.first(where: { $0.name == tag.name }) { return shape.kind }
    }
    let known = scopes.reversed().flatMap { $0.map(\.name) }
    note(.keyUnknown(tag.name, nearest: EditDistance.nearest(to: tag.name, among: known)), at: tag)
    return nil
  }

  private mutating func note(_ kind: TemplateFault.Kind, at tag: TemplateTag) {
    let fault = TemplateFault(
      template: path.last ?? "", line: tag.line, column: tag.column, kind: kind)
    if faults.count < Self.faultLimit, !faults.contains(fault) { faults.append(fault) }
  }
}
