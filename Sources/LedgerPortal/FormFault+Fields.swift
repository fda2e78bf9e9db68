import TaskLedger

extension FormFault {
  /// A fault of the desk beside the field of the form that it is about; above the form where it is
  /// about none.
  init(_ diagnostic: Diagnostic, of asked: PortalRequest) {
    self.init(diagnostic)
    field = Self.fields(of: diagnostic).first { name in
      asked.fields.has(name) || asked.uploads.contains { $0.field == name }
    }
    guard field != nil else { return }
    // That a field is to be filled in says all, and so does the place beside it.
    remedy = diagnostic.code == "text-missing" ? [] : PortalRemedy.parts(beside: diagnostic)
  }

  /// The fields that a diagnostic may be about; forms name theirs differently.
  private static func fields(of diagnostic: Diagnostic) -> [String] {
    let texts = (diagnostic.remedy?.parts ?? []).flatMap { part -> [String] in
      if case .field(.text(let text)) = part { fields(of: text) } else { [] }
    }
    return diagnostic.code == "text-missing" ? texts : Self.fields[diagnostic.code] ?? []
  }

  private static func fields(of text: RequiredText) -> [String] {
    switch text {
    case .summary, .opinion, .finding, .note, .content, .owner, .department, .answer, .reviewers:
      [text.rawValue]
    case .reason: ["reason", "voidReason", "basis"]
    case .basis: ["basis", "superior"]
    case .gap, .decision: ["text"]
    case .resolution: ["resolution", "result"]
    case .member: ["member", "names"]
    case .factName: ["name"]
    case .factValue: ["value"]
    case .words: ["progress"]
    case .actor, .school, .measure, .officeText: []
    }
  }

  private static let fields: [String: [String]] = [
    "gap-due-in-past": ["due"], "round-due-in-past": ["due"], "extension-not-later": ["until"],
    "superior-missing": ["superior"], "superior-not-document": ["superior", "basis"],
    "deadline-not-readable": ["deadline"], "clause-taken": ["clause"],
    "clause-unknown": ["clause"], "revision-defers": ["deadline"],
    "date-in-future": ["counted", "day"], "date-far-off": ["counted", "day"],
    "column-unknown": ["columns"], "column-missing": ["columns"],
    "table-unknown": ["table", "plan"],
    "plans-several": ["table", "plan"],
    "measure-unknown": ["measure"], "evidence-unknown": ["evidence"], "item-unknown": ["item"],
    "item-not-live": ["item"], "month-in-future": ["month"], "meeting-already-open": ["month"],
    "month-already-sealed": ["month"], "month-out-of-order": ["month"],
    "member-already-there": ["member"], "fact-name-unknown": ["name"],
    "fact-unit-unnamed": ["name"], "fact-value-unreadable": ["value"],
    "fact-kind-wrong": ["value"], "fact-negative": ["value"], "fact-day-ahead": ["counted"],
    "fact-exemption-unreasoned": ["exemption"],
  ].merging(
    ["empty", "damaged", "encrypted", "too-large", "unreadable", "without-text"].map {
      ("file-\($0)", ["plan", "table", "text", "files"])
    }, uniquingKeysWith: { first, _ in first })
}
