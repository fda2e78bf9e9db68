internal import OfficeFiles
internal import TaskLedger

/// Chooses among several plans, versions or years in one document (一文多稿).
enum PlanVersions {
  /// A choice that must be said.
  struct Choice: Hashable {
    /// Why two tables cannot both be read.
    enum Reason: Hashable {
      /// They say the same of most items.
      case repeated
      /// They are of different years.
      case years
      /// They are of different works, and only one answers the list.
      case works
      /// A person named the one to be read.
      case named
    }

    /// The name of the table that is read.
    var read: String
    /// The name of the one that is not.
    var left: String
    /// Why.
    var reason: Reason
  }

  /// How many contents of a table are compared.
  static let sample = 10
  /// How many tables are compared with each other.
  private static let most = 200

  /// The parts that count, and what was chosen.
  ///
  /// - Parameters:
  ///   - parts: The tables of the document.
  ///   - setting: The list that the plan answers, and the departments.
  ///   - wanted: Words of the name of the one that a person wants; nothing is kept when none bears
  ///     them.
  /// - Returns: The tables that are read, each choice that must be said, and how many tables were
  ///   not compared with each other because there are too many.
  static func choose(
    among parts: [PlanTables.Part], _ setting: PlanSetting, wanted: String?
  ) -> (kept: [PlanTables.Part], choices: [Choice], uncompared: Int) {
    var heads = parts.indices.filter { !parts[$0].isContinuation }
    var left: [Int: Choice] = [:]
    if let wanted {
      let words = TextFolding.compact(wanted)
      let same = heads.filter { TextFolding.compact(name(parts[$0], at: $0)) == words }
      let read =
        same.isEmpty
        ? heads.filter { TextFolding.compact(name(parts[$0], at: $0)).contains(words) } : same
      guard let first = read.first else { return ([], [], 0) }
      for head in heads where !read.contains(head) {
        left[head] = Choice(
          read: name(parts[first], at: first), left: name(parts[head], at: head), reason: .named)
      }
      return (kept(parts, left), left.sorted { $0.key < $1.key }.map(\.value), 0)
    }
    guard heads.count > 1 else { return (parts, [], 0) }
    guard heads.count <= most else { return (parts, [], heads.count) }
    for (head, read) in otherWorks(parts, heads, setting) {
      left[head] = Choice(
        read: name(parts[read], at: read), left: name(parts[head], at: head), reason: .works)
    }
    heads.removeAll { left[$0] != nil }
    chooseYears(parts, heads, &left)
    let contents = heads.map { Self.contents(of: parts[$0]) }
    for (place, first) in heads.enumerated() where left[first] == nil {
      for (other, second) in heads.enumerated().dropFirst(place + 1) where left[second] == nil {
        // One table that goes on below other headings is no second version of itself.
        guard parts[first].origin != parts[second].origin,
          repeats(contents[place], contents[other])
        else { continue }
        let keepsFirst = !outranks(parts[second], parts[first])
        let (read, gone) = keepsFirst ? (first, second) : (second, first)
        left[gone] = Choice(
          read: name(parts[read], at: read), left: name(parts[gone], at: gone), reason: .repeated)
        if gone == first { break }
      }
    }
    return (kept(parts, left), left.sorted { $0.key < $1.key }.map(\.value), 0)
  }

  /// The parts without those that were left and what continues them.
  private static func kept(
    _ parts: [PlanTables.Part], _ left: [Int: Choice]
  ) -> [PlanTables.Part] {
    guard !left.isEmpty else { return parts }
    var kept: [PlanTables.Part] = []
    var isKept = true
    for index in parts.indices {
      if !parts[index].isContinuation { isKept = left[index] == nil }
      if isKept { kept.append(parts[index]) }
    }
    return kept
  }

  /// Tables named by different years: the newest counts.
  private static func chooseYears(
    _ parts: [PlanTables.Part], _ heads: [Int], _ left: inout [Int: Choice]
  ) {
    let years = heads.map { Self.year(of: parts[$0]) }
    let known = years.compactMap { $0 }
    guard known.count == heads.count, let newest = known.max(), Set(known).count > 1,
      let read = zip(heads, years).first(where: { $0.1 == newest })?.0
    else { return }
    for (head, year) in zip(heads, years) where year != newest {
      left[head] = Choice(
        read: name(parts[read], at: read), left: name(parts[head], at: head), reason: .years)
    }
  }

  /// The year that the name of a list bears; a day in it is a deadline and no year.
  private static func year(of part: PlanTables.Part) -> Int? {
    guard part.caption.stated.deadline == nil else { return nil }
    return HeaderReader.firstYear(part.caption.name)
  }

  private static func name(_ part: PlanTables.Part, at index: Int) -> String {
    part.caption.name
  }

  private static func contents(of part: PlanTables.Part) -> [TextSimilarity.Profile] {
    guard let column = part.layout.roles.firstIndex(of: .content) else { return [] }
    var result: [TextSimilarity.Profile] = []
    for row in part.rows where result.count < sample {
      guard let cell = row.cell(at: column), !cell.isBlank, !cell.continuesAbove else { continue }
      let profile = TextSimilarity.Profile(cell.words)
      if profile.count >= 6 { result.append(profile) }
    }
    return result
  }

  /// Whether most contents of the shorter table stand in the other one too.
  private static func repeats(
    _ left: [TextSimilarity.Profile], _ right: [TextSimilarity.Profile]
  ) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard short.count >= 2 else { return false }
    let same = short.count { one in long.contains { one.similarity(to: $0) >= 0.75 } }
    return same * 10 >= short.count * 6
  }

  /// Whether a table counts more than another: that of the later year where both name one, then the
  /// later version, the school itself, the one with more columns.
  private static func outranks(_ part: PlanTables.Part, _ other: PlanTables.Part) -> Bool {
    if let year = year(of: part), let earlier = self.year(of: other), year != earlier {
      return year > earlier
    }
    let (own, others) = (rank(part), rank(other))
    if own.0 == others.0, let version = VersionName(part.caption.name),
      let earlier = VersionName(other.caption.name), let isLater = version.isLater(than: earlier)
    {
      return isLater
    }
    return own > others
  }

  private static func rank(_ part: PlanTables.Part) -> (Int, Int, Int, Int) {
    let words = part.caption.name
    let isNewer =
      PlanPhrases.newerWords.contains { words.contains($0) }
      || PlanPhrases.newerBeginnings.contains(where: words.hasPrefix)
    let isOlder =
      PlanPhrases.olderWords.contains { words.contains($0) }
      || PlanPhrases.olderBeginnings.contains(where: words.hasPrefix)
    let isBelow = PlanPhrases.belowSchoolWords.contains { words.contains($0) }
    let version = isOlder ? -1 : isNewer ? 1 : 0
    let columns = Set(part.layout.roles.compactMap { $0 }).count
    return (version, year(of: part) ?? 0, isBelow ? 0 : 1, columns)
  }
}
