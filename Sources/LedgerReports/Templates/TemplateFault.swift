/// One fault of a template, with its place.
package struct TemplateFault: Sendable, Hashable {
  /// What is wrong.
  package enum Kind: Sendable, Hashable {
    /// A key that the paper does not have; the nearest known.
    case keyUnknown(String, nearest: [String])
    /// A key is printed although the ledger has no value for it.
    case valueMissing(String)
    /// Rows are printed like a text.
    case rowsPrinted(String)
    /// A section that is never closed.
    case sectionUnclosed(String)
    /// A closing tag for another section than the open one.
    case sectionMismatched(String, open: String?)
    /// A tag that never ends.
    case tagUnfinished
    /// A tag that templates here may not use.
    case tagRefused(String)
    /// Another template that is not there.
    case partialUnknown(String)
    /// A template that puts in itself.
    case partialRecursive(String)
    /// A template nests, repeats or puts in more than any paper needs.
    case tooLarge
    /// Mustache itself cannot read the template.
    case unreadable(String)
  }

  /// The name of the template.
  package var template: String
  /// The line, from 1.
  package var line: Int
  /// The column in characters, from 1.
  package var column: Int
  /// What is wrong.
  package var kind: Kind

  /// Creates a fault.
  package init(template: String, line: Int, column: Int, kind: Kind) {
    self.template = template
    self.line = line
    self.column = column
    self.kind = kind
  }
}

/// Why a paper cannot be printed.
package enum ReportError: Error, Sendable, Hashable {
  /// There is no template of that name.
  case templateMissing(String)
  /// Templates with faults; never empty.
  case templateFaulty([TemplateFault])
  /// No item names such a department; the nearest known.
  case departmentUnknown(String, nearest: [String])
  /// No figure was recorded for such a department's union; the nearest known.
  case unitUnknown(String, nearest: [String])
  /// The work has no indicators, so that no form asks for figures; what it is called.
  case indicatorsNone(String)
}
