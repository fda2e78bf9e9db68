import TaskLedger

/// What to do about a diagnostic, as the page words it: acts and places are links.
enum PortalRemedy {
  /// A piece of a remedy.
  struct Part: Sendable, Hashable {
    /// The words.
    var words: String
    /// The page they lead to; empty for plain words.
    var path = ""
  }

  /// The remedy of a diagnostic.
  static func parts(_ diagnostic: Diagnostic) -> [Part] {
    diagnostic.suggestion.map { [Part(words: $0)] } ?? []
  }

  /// The remedy as the rows of a template.
  static func rows(_ parts: [Part]) -> PageValue {
    .rows(parts.map { ["words": .text($0.words), "path": .text($0.path)] })
  }
}
