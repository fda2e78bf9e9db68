/// The words that belong to one work from above (专用词): what it is called, who stands above, what
/// papers and their columns are titled, and by which areas it is told.
///
/// Data in `tasks/`, never code: another list from above brings its own.
///
/// Invariant: every word of ``Word`` has a text, apart from the organisations, which may be none;
/// areas stand in the order of the table.
public struct ReformProfile: Sendable, Hashable {
  /// A word that every work has.
  public enum Word: String, Sendable, Hashable, CaseIterable {
    /// What the set is called when a ledger is opened: 深化改革.
    case set = "名称"
    /// What the reform is called: 深化改革.
    case reform = "改革"
    /// What it is called in the middle of a sentence: 改革.
    case short = "简称"
    /// The organisations it concerns, the first always; none when it concerns the school.
    case organisations = "组织"
    /// Who stands above and receives the papers.
    case superior = "上级"
    /// What the list from above is called in short.
    case list = "任务列表"
    /// The conclusion when nothing speaks against it.
    case passed = "结论通过"
    /// The conclusion otherwise.
    case open = "结论未通过"
    /// Whoever leads the reform in the school.
    case leaders = "领导机构"
    /// Whoever keeps the papers and answers for them: 校团委.
    case office = "经办机构"
    /// What the judgement of the school itself is called: 自评.
    case evaluation = "自评"
    /// What a clause of the list with its item is called, counted by 项: 改革举措.
    case matter = "举措"
    /// What the list puts its clauses together in, with the word it is counted by: 项任务, 类问题.
    case group = "分组"
    /// What was done task by task, as a heading: 各项任务落实情况.
    case account = "落实情况"
    /// The heading of an item where the final report answers item by item, with {条目} for what the
    /// item is about; none where it is told by tasks.
    case entry = "逐条标题"
    /// What was reached, as a heading: 改革成效.
    case results = "成效"
    /// The heading of what is to be done.
    case content = "内容"
    /// The heading of the measures.
    case measures = "措施"
    /// The heading of the deadlines.
    case deadline = "时限"
    /// The heading of the departments.
    case departments = "部门"

    /// Whether a table may leave it out or blank.
    var isOptional: Bool { [.organisations, .group, .entry].contains(self) }

    /// What holds where no table says it.
    var usual: String { self == .group ? ReformWords.usualGroup : "" }
  }

  /// One area of the report by area, with the tasks that belong to it.
  public struct Area: Sendable, Hashable {
    /// The title.
    public var title: String
    /// The numbers of the tasks, in the order in which they are told.
    public var tasks: [Int]

    /// Creates an area.
    public init(title: String, tasks: [Int]) {
      self.title = title
      self.tasks = tasks
    }
  }

  private var words: [Word: String] = [:]
  private var titles: [String: String] = [:]
  private var names: [String: String] = [:]
  /// The words of which a list has one when it belongs to the work; none when nothing tells.
  public private(set) var signs: [String] = []
  /// Words of works that are easily taken for this one, as 巡视 for 巡察.
  public private(set) var neighbours: [String] = []
  /// Whether the list is the school's own and says who does what, as a list of problems does.
  public private(set) var isListOwn = false
  /// The words that hedge a statement of completion: the common ones and the work's own.
  public private(set) var hedges = HedgeWords.common
  private var ownHedges = HedgeTable()
  /// The areas in order.
  public private(set) var areas: [Area] = []

  /// Creates a profile without words.
  public init() {}

  /// The text of a word.
  public subscript(word: Word) -> String {
    words[word].flatMap { $0.isEmpty ? nil : $0 } ?? word.usual
  }

  /// Reads a table of two columns, the headings first.
  ///
  /// - Parameters:
  ///   - rows: The rows with the place of every cell.
  ///   - base: What holds where the table says nothing.
  /// - Returns: What could be read, and every fault with its place; with an error the words are not
  ///   to be used.
  public static func read(
    rows: [[IndicatorTable.Cell]], over base: ReformProfile = ReformProfile()
  ) -> (profile: ReformProfile, diagnostics: [Diagnostic]) {
    var profile = base
    profile.areas = []
    var diagnostics: [Diagnostic] = []
    var hedgeRows: [(HedgeTable.Kind, Diagnostic.Location)] = []
    for row in rows.dropFirst() where row.count >= 2 {
      let key = TextFolding.compact(row[0].text)
      let text = row[1].text
      if let word = Word(rawValue: key) {
        profile.words[word] = text
      } else if key.hasPrefix(ReformWords.title) {
        profile.titles[String(key.dropFirst(ReformWords.title.count))] = text
      } else if key.hasPrefix(ReformWords.paper) {
        profile.names[String(key.dropFirst(ReformWords.paper.count))] = text
      } else if key == ReformWords.signs {
        profile.signs = text.split(separator: "、").map(String.init)
      } else if key == ReformWords.neighbours {
        profile.neighbours = text.split(separator: "、").map(String.init)
      } else if key == ReformWords.ownList {
        profile.isListOwn = IndicatorWords.truth(TextFolding.compact(text)) ?? false
      } else if let kind = HedgeTable.Kind(rawValue: key) {
        profile.ownHedges.read(kind, text)
        hedgeRows.append((kind, row[1].location))
      } else if key.hasPrefix(ReformWords.area) {
        let tasks = text.split { "、,， ".contains($0) }.compactMap { Int($0) }
        profile.areas.append(
          Area(title: String(key.dropFirst(ReformWords.area.count)), tasks: tasks))
      } else if !key.isEmpty {
        diagnostics.append(
          .reformWordUnknown(
            row[0].text,
            nearest: EditDistance.nearest(to: key, among: known),
            at: row[0].location))
      }
    }
    if profile.areas.isEmpty { profile.areas = base.areas }
    profile.hedges = profile.ownHedges.hedges
    for (kind, place) in hedgeRows {
      diagnostics += profile.ownHedges.faults(of: kind).map {
        .hedgeUnusable($0.word, $0.fault, at: place)
      }
    }
    let place = rows.first?.first?.location
    for word in Word.allCases where !word.isOptional && (profile.words[word] ?? "").isEmpty {
      diagnostics.append(.reformWordMissing(word.rawValue, at: place))
    }
    return (profile, diagnostics)
  }

  /// The rows that a table may have, for the nearest of a name that is none.
  private static let known =
    Word.allCases.map(\.rawValue) + HedgeTable.Kind.allCases.map(\.rawValue)
    + [ReformWords.signs, ReformWords.neighbours, ReformWords.ownList]

  /// The organisations that the reform concerns.
  public var organisations: [String] {
    self[.organisations].split(separator: "、").map(String.init)
  }

  /// The organisations that a school has: those that a text of its own names, or all.
  public func organisations(namedIn text: String) -> [String] {
    let named = organisations.filter { text.contains($0) }
    return named.isEmpty ? organisations : named
  }

  /// The organisations as a school has them, in one name: those that a text of its own names, or all.
  ///
  /// - Parameter text: The title of the school's plan.
  /// - Returns: 学生会, 研究生会 or 学生会（研究生会）.
  public func organisation(namedIn text: String) -> String {
    let shown = organisations(namedIn: text)
    guard let first = shown.first else { return "" }
    let others = shown.dropFirst().joined(separator: "、")
    return others.isEmpty ? first : "\(first)（\(others)）"
  }

  /// A text of the data with the one organisation that a school has in place of those it has not:
  /// 研究生会 and 研究生代表大会 for 学生会 and 学生代表大会. A school that has all is left as written.
  ///
  /// - Parameters:
  ///   - text: Words of an indicator.
  ///   - title: The title of the school's plan.
  /// - Returns: The text.
  func namingPresent(in text: String, planTitled title: String) -> String {
    let present = organisations(namedIn: title)
    guard present.count == 1, let own = present.first else { return text }
    return organisations.filter { $0 != own }.reduce(text) { text, absent in
      text.replacing(absent, with: own)
        .replacing(Self.assembly(of: absent), with: Self.assembly(of: own))
    }
  }

  /// What the assembly of an organisation is called: 学生代表大会 for 学生会.
  private static func assembly(of organisation: String) -> String {
    (organisation.hasSuffix("会") ? String(organisation.dropLast()) : organisation) + "代表大会"
  }

  /// The neighbouring work that a list's title names while the words here name this one; nil when
  /// they agree.
  ///
  /// - Parameter title: The title of the list.
  /// - Returns: 巡视, where papers would speak of 巡察.
  public func neighbour(namedIn title: String) -> String? {
    neighbours.first { title.contains($0) && !self[.reform].contains($0) }
  }

  /// The heading under which the final report answers an item; nil where it is told by tasks.
  ///
  /// - Parameters:
  ///   - subject: What the item is about.
  ///   - quoted: How words are put in quotation marks.
  /// - Returns: 关于“三个支部换届超过期限”问题.
  public func entryTitle(of subject: String, quoted: (String) -> String) -> String? {
    let words = self[.entry]
    guard !words.isEmpty else { return nil }
    // 关于“换届超期的问题”问题 says it twice.
    let ending = words.ranges(of: ReformWords.subject).last.map { words[$0.upperBound...] } ?? ""
    var subject = subject
    if !ending.isEmpty, subject.hasSuffix(ending), subject.count > ending.count + 2 {
      subject = String(subject.dropLast(ending.count))
      if subject.hasSuffix("的") { subject.removeLast() }
    }
    return words.replacing(ReformWords.subject, with: quoted(subject))
  }

  /// The first of the organisations with what the work is called: 学生会深化改革.
  public var name: String { (organisations.first ?? "") + self[.reform] }

  /// What a paper is called in this work; what it is called anyway when the table does not say.
  public func name(of paper: String) -> String { names[paper] ?? paper }

  /// The title of a paper with the school's own words put in; nil when the table has none.
  ///
  /// - Parameters:
  ///   - paper: What the paper is called.
  ///   - values: What stands for the names in braces.
  /// - Returns: The title.
  public func title(of paper: String, _ values: [String: String]) -> String? {
    titles[paper].map { title in
      values.reduce(title) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
  }
}
