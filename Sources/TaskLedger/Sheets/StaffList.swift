/// The list of a union's staff (工作人员名单), as far as it is counted.
///
/// What it says of people is counted and forgotten: numbers enter the ledger, names and marks do not.
///
/// Invariant: no two people have the same student number.
public struct StaffList: Sendable, Hashable {
  /// One person.
  public struct Person: Sendable, Hashable {
    /// The student number.
    public var number: String
    /// What is written of her, by column; nothing where the cell is blank.
    public var cells: [StaffColumn: String] = [:]
    /// Whether her rank is in the first three tenths; nil when it is not said.
    public var isInFront: Bool?
    /// The number of failed courses; nil when it is not said.
    public var failed: Int?

    /// Creates a person.
    public init(number: String) { self.number = number }

    var isGraduate: Bool { cells[.level] == StaffWords.graduate }
    var isFreshman: Bool { cells[.grade] == StaffWords.freshman && !isGraduate }
  }

  /// A figure counted from the list.
  public enum Counted: Sendable, Hashable {
    /// It is known.
    case known(Int)
    /// So many people have a blank where it is counted.
    case blank(StaffColumn, people: Int)
  }

  /// The people, in the order of the list.
  public var people: [Person]
  /// Where the list begins.
  public var location: Diagnostic.Location

  /// Creates a list.
  public init(people: [Person], location: Diagnostic.Location) {
    self.people = people
    self.location = location
  }

  /// Counts a figure.
  ///
  /// - Parameter figure: What is counted.
  /// - Returns: The number, or the column in which something is left out that it rests on.
  public func count(_ figure: StaffCount) -> Counted {
    switch figure {
    case .staff: return .known(people.count)
    case .presidium: return count(.post) { $0.cells[.post] == StaffWords.presidium }
    case .departments: return ofDepartments { $0.count }
    case .fewestHeads: return ofDepartments { $0.values.map(\.heads).min() ?? 0 }
    case .mostHeads: return ofDepartments { $0.values.map(\.heads).max() ?? 0 }
    case .mostMembers: return ofDepartments { $0.values.map(\.members).max() ?? 0 }
    case .partyAndLeague:
      return count(.politics) {
        $0.cells[.politics].map(StaffWords.partyAndLeague.contains) ?? false
      }
    case .freshmen: return count(.grade, \.isFreshman)
    case .graduates: return count(.level, \.isGraduate)
    case .inFront:
      let ranked = people.filter { !$0.isFreshman && !$0.isGraduate }
      let blank = ranked.count { $0.isInFront == nil }
      return blank > 0
        ? .blank(.rank, people: blank) : .known(ranked.count { $0.isInFront == true })
    case .failed:
      let blank = people.count { $0.failed == nil && !$0.isFreshman }
      return blank > 0
        ? .blank(.failed, people: blank) : .known(people.count { ($0.failed ?? 0) > 0 })
    case .fromUnions:
      return count(.fromUnion) { $0.cells[.fromUnion] == StaffColumn.fromUnion.choices?.first }
    }
  }

  private func count(_ column: StaffColumn, _ isMeant: (Person) -> Bool) -> Counted {
    let blank = people.count { $0.cells[column] == nil }
    return blank > 0 ? .blank(column, people: blank) : .known(people.count(where: isMeant))
  }

  /// Counts by the departments of the union; the presidium is in none.
  private func ofDepartments(
    _ number: ([String: (heads: Int, members: Int)]) -> Int
  ) -> Counted {
    let untold = people.count { $0.cells[.post] == nil }
    guard untold == 0 else { return .blank(.post, people: untold) }
    let inDepartments = people.filter { $0.cells[.post] != StaffWords.presidium }
    let blank = inDepartments.count { $0.cells[.department] == nil }
    guard blank == 0 else { return .blank(.department, people: blank) }
    var departments: [String: (heads: Int, members: Int)] = [:]
    for person in inDepartments {
      let name = TextFolding.compact(person.cells[.department] ?? "")
      if person.cells[.post] == StaffWords.head {
        departments[name, default: (0, 0)].heads += 1
      } else {
        departments[name, default: (0, 0)].members += 1
      }
    }
    return .known(number(departments))
  }
}

extension StaffList {
  /// How a rank reads: as 12/60, 20%, or by its band.
  public enum Rank: Sendable, Hashable {
    /// It is in the first three tenths, or behind.
    case read(isInFront: Bool)
    /// The words are no rank.
    case unreadable
    /// The rank and the band contradict each other.
    case contradicts
  }

  /// Reads a rank and a band; nil when neither is given.
  public static func rank(_ rank: String?, band: StaffBand?) -> Rank? {
    guard let rank else { return band.map { .read(isInFront: $0.isInFront) } }
    guard let share = share(rank) else { return .unreadable }
    guard let band else { return .read(isInFront: share <= tenths(3)) }
    let fits =
      switch band {
      case .tenth: share <= tenths(1)
      case .fifth: share <= tenths(2)
      case .third: share <= tenths(3)
      case .behind: share > tenths(3)
      }
    return fits ? .read(isInFront: band.isInFront) : .contradicts
  }

  private static func tenths(_ count: Int) -> Rational { Rational(count, over: 10) ?? Rational(1) }

  /// The part of the major that a rank is in: 12/60 is a fifth.
  private static func share(_ text: String) -> Rational? {
    let folded = TextFolding.compact(text)
    let parts = folded.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let place = Int(parts[0]), let all = Int(parts[1]) {
      return (1...max(all, 1)).contains(place) && all > 0 ? Rational(place, over: all) : nil
    }
    guard folded.hasSuffix("%"), let share = Rational(folded) else { return nil }
    return share > Rational(0) && share <= Rational(1) ? share : nil
  }
}
