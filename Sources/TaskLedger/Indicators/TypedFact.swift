/// A figure typed at the command line (实有), held to the same rules as one of a file: its name is
/// one that the indicators or the table of headings know, and its value can be read.
///
/// Invariant: `name` and `value` can be recorded when `diagnostics` is empty.
public struct TypedFact: Sendable, Hashable {
  /// The name under which it is recorded; other ways of writing it are folded into it.
  public private(set) var name: FactName
  /// The figure as written; empty when it does not apply.
  public private(set) var value = ""
  /// Why a limit is exceeded, or does not apply.
  public private(set) var exemption: String?
  /// Every reason for which it cannot be recorded.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Reads a figure.
  ///
  /// - Parameters:
  ///   - typed: The name as typed, with `@` and a department's name for a department's union.
  ///   - value: The figure as typed; empty when only an exemption is given.
  ///   - exemption: The reason given beside it.
  ///   - vocabulary: The known names.
  ///   - today: The last day on which something can have happened.
  public init(
    name typed: String, value: String, exemption: String?, vocabulary: FactVocabulary,
    today: CivilDate
  ) {
    name = FactName(TextFolding.compact(typed))
    self.exemption = exemption
    readName(vocabulary)
    let kind = vocabulary.kind(of: name)
    switch FactWriting(PrintableText.line(value), as: kind, today: today) {
    case .blank:
      // Whether a figure or a reason is missing is the ledger's rule.
      break
    case .exempt(let reason):
      if exemption == nil, !reason.isEmpty { self.exemption = reason }
      if self.exemption == nil { diagnostics.append(.factExemptionUnreasoned(name, at: nil)) }
    case .negative(let words): diagnostics.append(.factNegative(name, words, at: nil))
    case .unreadable(let words):
      diagnostics.append(.factValueUnreadable(name, words, at: nil))
    case .misfit(let words, let kind):
      diagnostics.append(.factKindWrong(name, words, kind, at: nil))
    case .ahead(let day): diagnostics.append(.factDayAhead(name, day, at: nil))
    case .figure(let words): self.value = words
    }
  }

  private mutating func readName(_ vocabulary: FactVocabulary) {
    guard !name.name.isEmpty else { return }
    guard let known = vocabulary.figure(name.name) else {
      diagnostics.append(
        .factNameUnknown(name.name, nearest: vocabulary.nearestFigures(to: name.name)))
      return
    }
    name.name = known
    if let unit = name.unit,
      unit.isEmpty || vocabulary.meaning(of: unit) != nil || vocabulary.isTotal(unit)
    {
      diagnostics.append(.factUnitUnnamed(name))
    }
  }
}

/// What the words in the place of a figure say.
enum FactWriting {
  /// Nothing.
  case blank
  /// 不适用, with the reason behind it.
  case exempt(String)
  /// Less than nothing.
  case negative(String)
  /// Words that are no figure.
  case unreadable(String)
  /// A figure of another kind than its indicators can use.
  case misfit(String, AskedFigure.Kind)
  /// A day that has not come, so that nothing can have happened on it.
  case ahead(CivilDate)
  /// A figure.
  case figure(String)

  /// Reads the words; their kind and days are held against what is asked and today when those are
  /// known.
  init(_ text: String, as kind: AskedFigure.Kind?, today: CivilDate?) {
    let words = text.trimmed
    if let reason = IndicatorWords.exemption(words) {
      self = .exempt(reason)
    } else if IndicatorWords.isBlank(words) {
      self = .blank
    } else if words.hasPrefix("-") || words.hasPrefix("−") || words.hasPrefix("－") {
      self = .negative(words)
    } else if case .words = FactValue(words) {
      self = .unreadable(words)
    } else if let kind, !kind.fits(FactValue(words)) {
      self = .misfit(words, kind)
    } else if case .date(let day) = FactValue(words), let today, day > today {
      self = .ahead(day)
    } else {
      self = .figure(words)
    }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    let body = drop(while: \.isWhitespace)
    return body.lastIndex { !$0.isWhitespace }.map { String(body[...$0]) } ?? ""
  }
}
