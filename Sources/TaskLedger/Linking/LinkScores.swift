/// How well items and clauses fit, by words, task and printed number.
struct LinkScores {
  /// The clauses of the list in order.
  let clauses: [Clause]
  /// How many items there are.
  let itemCount: Int
  private let likeness: [[Double]]
  private let tasks: [[Double]]
  private let ordinals: [[Double]]

  /// Below this an item and a clause do not belong together.
  static let threshold = 0.28

  init(items: [ItemDraft], list: TaskList) {
    let clauses = list.clauses
    let profiles = clauses.map { TextSimilarity.Profile($0.content) }
    let places = Self.places(list)
    var titles = TitleFits(list: list)
    var likeness: [[Double]] = []
    var tasks: [[Double]] = []
    var ordinals: [[Double]] = []
    for item in items {
      let profile = TextSimilarity.Profile(Self.words(of: item))
      likeness.append(profiles.map { Self.likeness(profile, $0) })
      let fits = titles.fits(of: item)
      let row = clauses.map { fits[$0.id.task] ?? 0 }
      tasks.append(row)
      ordinals.append(
        clauses.indices.map { Self.ordinalFit(item, clauses[$0].id, places[$0], task: row[$0]) })
    }
    (self.clauses, itemCount) = (clauses, items.count)
    (self.likeness, self.tasks, self.ordinals) = (likeness, tasks, ordinals)
  }

  /// How alike the words of an item and a clause are, 0 to 1.
  func text(_ item: Int, _ clause: Int) -> Double { likeness[item][clause] }

  /// How well the item's task fits the clause's, 0 to 1.
  func task(_ item: Int, _ clause: Int) -> Double { tasks[item][clause] }

  /// How well an item and a clause fit in all.
  func score(_ item: Int, _ clause: Int) -> Double {
    0.65 * likeness[item][clause] + 0.25 * tasks[item][clause] + 0.1 * ordinals[item][clause]
  }

  /// How sure a link is, and why.
  func grounds(item: Int, clause: Int, isInOrder: Bool) -> Link {
    let words = likeness[item][clause]
    let best = likeness[item].max() ?? 0
    let hasTask = tasks[item][clause] >= 0.6
    let hasOrdinal = ordinals[item][clause] >= 0.7
    var reasons: [Link.Reason] = []
    if words >= 0.25 { reasons.append(.text) }
    if hasTask { reasons.append(.task) }
    if hasOrdinal { reasons.append(.ordinal) }
    if isInOrder { reasons.append(.order) }
    let confidence: Link.Confidence
    if words >= 0.4, hasTask || hasOrdinal, best <= words + 0.05 {
      confidence = .certain
    } else if best <= words + 0.1, words >= 0.25 || (words >= 0.15 && hasTask && isInOrder) {
      confidence = .likely
    } else {
      confidence = .doubtful
    }
    return Link(confidence: confidence, reasons: reasons)
  }

  // MARK: - Parts of a score

  /// How alike two texts are; one that stands in a longer one is nearly as good as a like one.
  static func likeness(
    _ left: TextSimilarity.Profile, _ right: TextSimilarity.Profile
  ) -> Double {
    let alike = left.similarity(to: right)
    let shorter = min(left.count, right.count)
    guard shorter >= 12 else { return alike }
    let contained = alike * Double(left.count + right.count) / Double(2 * shorter)
    return max(alike, 0.7 * contained)
  }

  /// The words compared; a short content is helped by its measures.
  private static func words(of item: ItemDraft) -> String {
    guard item.content.utf8.count < 60 else { return item.content }
    return ([item.content] + item.measures.map(\.text)).joined(separator: " ")
  }

  /// The running number of each clause and its place in its task.
  private static func places(_ list: TaskList) -> [(running: Int, inTask: Int)] {
    var running = 0
    return list.tasks.flatMap { task in
      task.clauses.indices.map { index in
        running += 1
        return (running, index + 1)
      }
    }
  }

  private static func ordinalFit(
    _ item: ItemDraft, _ id: ClauseID, _ place: (running: Int, inTask: Int), task: Double
  ) -> Double {
    guard let ordinal = item.ordinal else { return 0 }
    if let printed = ClauseID(ordinal) { return printed == id ? 1 : 0 }
    guard let number = Int(ordinal) else { return 0 }
    if number == place.running { return 0.8 }
    if number == place.inTask, task >= 0.6 { return 0.8 }
    return number == place.running - 1 || number == place.running + 1 ? 0.5 : 0
  }
}

/// How well the titles of tasks fit those of the list; every title is compared once.
private struct TitleFits {
  private struct Title {
    var folded: String
    var profile: TextSimilarity.Profile

    init(_ title: String) {
      folded = TextFolding.compact(title)
      profile = TextSimilarity.Profile(folded)
    }

    /// 1 for the same words, 0.9 when one stands in the other, else how alike they are.
    func fit(_ other: Title) -> Double {
      if folded == other.folded { return 1 }
      // Three Chinese characters are nine bytes.
      guard folded.utf8.count >= 9, other.folded.utf8.count >= 9 else { return 0 }
      let isShorter = folded.utf8.count < other.folded.utf8.count
      let (short, long) = isShorter ? (folded, other.folded) : (other.folded, folded)
      if long.place(of: short) != nil { return 0.9 }
      return profile.similarity(to: other.profile)
    }
  }

  private let tasks: [(number: Int, title: Title)]
  private var known: [String: [Int: Double]] = [:]
  // Items of one task stand together.
  private var last: (words: String, fits: [Int: Double]) = ("", [:])

  init(list: TaskList) {
    tasks = list.tasks.map { ($0.number, Title($0.title)) }
  }

  /// The tasks that an item's task fits, by their number.
  mutating func fits(of item: ItemDraft) -> [Int: Double] {
    guard let words = item.taskTitle, !words.isEmpty else {
      guard let number = item.taskNumber else { return [:] }
      return [number: 0.6]
    }
    if last.words == words { return last.fits }
    if let fits = known[words] {
      last = (words, fits)
      return fits
    }
    let title = Title(words)
    var fits: [Int: Double] = [:]
    for task in tasks {
      let fit = title.fit(task.title)
      if fit >= 0.5 { fits[task.number] = fit }
    }
    known[words] = fits
    last = (words, fits)
    return fits
  }
}
