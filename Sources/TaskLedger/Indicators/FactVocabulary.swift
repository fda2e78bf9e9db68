/// The headings of tables of figures (实有), from the data beside the indicators: what each column
/// is called in the offices' own files.
///
/// Invariant: every key is folded, without what stands in brackets, and not empty.
public struct FactVocabulary: Sendable, Hashable {
  /// What a column or a row holds besides figures.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// 院系: whose union was counted.
    case unit = "院系"
    /// 名称: what was counted, one a row.
    case name = "名称"
    /// 数值: the figure beside a name.
    case value = "数值"
    /// 日期: the day it was counted.
    case date = "日期"
    /// 佐证: the evidence it rests on.
    case evidence = "佐证"
    /// 理由: why a limit is exceeded, or does not apply.
    case exemption = "理由"
    /// 不读: columns that hold no figure.
    case ignored = "不读"
    /// 合计行: what stands in place of a department in a row of totals.
    case totals = "合计行"
  }

  /// What a heading means.
  public enum Meaning: Sendable, Hashable {
    /// A column of its own kind.
    case role(Role)
    /// The figure of this name.
    case figure(String)
  }

  private var meanings: [String: Meaning] = [:]
  private var totals: Set<String> = []
  private var words: [String: [String]] = [:]
  private let kinds: [String: AskedFigure.Kind]
  /// The names of the figures, in order, each once.
  public private(set) var names: [String] = []

  /// Reads the rows of the table 栏目 / 写法; figures that the indicators ask for are known by their
  /// own names besides.
  ///
  /// - Parameters:
  ///   - rows: The rows, headings first; none when the data has no such table.
  ///   - known: The names of the figures that are asked for.
  ///   - kinds: How they are written, where that is known.
  public init(
    rows: [[IndicatorTable.Cell]], known: [String], kinds: [String: AskedFigure.Kind] = [:]
  ) {
    self.kinds = kinds
    for name in known { add(name, .figure(name)) }
    for role in Role.allCases where role != .totals { add(role.rawValue, .role(role)) }
    for row in rows.dropFirst() where row.count >= 2 {
      let title = TextFolding.compact(row[0].text)
      let words = row[1].text.split { "、，,；;\n".contains($0) }.map(String.init)
      if let role = Role(rawValue: title) {
        for word in words {
          if role == .totals {
            totals.insert(Self.key(word))
          } else {
            add(word, .role(role))
          }
        }
      } else if !title.isEmpty {
        for word in [title] + words { add(word, .figure(title)) }
      }
    }
  }

  /// Whether rows are the table of headings: 栏目 and 写法.
  public static func isVocabulary(_ head: [IndicatorTable.Cell]) -> Bool {
    head.prefix(2).map { TextFolding.compact($0.text) } == IndicatorWords.vocabularyHeadings
  }

  /// How a figure is written; nil when no condition tells it.
  func kind(of name: FactName) -> AskedFigure.Kind? { kinds[name.name] }

  private mutating func add(_ word: String, _ meaning: Meaning) {
    let key = Self.key(word)
    guard !key.isEmpty, meanings[key] == nil else { return }
    meanings[key] = meaning
    guard case .figure(let name) = meaning else { return }
    if !names.contains(name) { names.append(name) }
    if key != Self.key(name) { words[name, default: []].append(word) }
  }

  /// The form in which headings are compared: folded, without what stands in brackets.
  static func key(_ heading: String) -> String {
    let folded = TextFolding.compact(heading)
    return folded.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false).first
      .map(String.init) ?? folded
  }

  /// What a heading means; nil when it is not known.
  public func meaning(of heading: String) -> Meaning? { meanings[Self.key(heading)] }

  /// The name of the figure that words mean; nil when they are not known.
  public func figure(_ words: String) -> String? {
    if case .figure(let name)? = meaning(of: words) { name } else { nil }
  }

  /// Whether a row of totals begins with these words.
  package func isTotal(_ words: String) -> Bool {
    totals.contains(Self.key(words)) || PlanPhrases.isTotal(TextFolding.compact(words))
  }

  /// The ways of writing a figure's name beside the name itself, as the data has them.
  public func otherWords(for name: String) -> [String] { words[name] ?? [] }

  /// The names of figures nearest to one that is not known: those within a slip of the pen, else
  /// those that hold it or are held by it.
  func nearestFigures(to typed: String) -> [String] {
    let key = Self.key(typed)
    var found: [String] = []
    for word in EditDistance.nearest(to: key, among: meanings.keys.sorted()) {
      if let name = figure(word), !found.contains(name) { found.append(name) }
    }
    guard found.isEmpty, key.count >= 2 else { return found }
    return Array(names.filter { $0.contains(key) || key.contains($0) }.prefix(3))
  }

  /// The known headings nearest to one that is not known.
  func nearest(to heading: String) -> [String] {
    EditDistance.nearest(to: Self.key(heading), among: meanings.keys.sorted())
  }
}
