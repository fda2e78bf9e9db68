/// What the cells said that nobody fills in (对照), two characters a cell, so that a reader can tell
/// which of them somebody wrote over, whatever program or year the sheet was made in.
///
/// It is no protection: it tells a slip of the hand, and not a forgery.
public struct SheetCheck: Sendable, Hashable, CustomStringConvertible {
  private static let mark = "XH#"
  private let parts: [String]

  /// Keeps what cells say.
  public init(of cells: [String]) { parts = cells.map(Self.part) }

  /// Reads a check as a cell has it; nil when it is none.
  public init?(reading text: String) {
    let folded = TextFolding.compact(text).uppercased()
    guard folded.hasPrefix(Self.mark), folded.utf8.count.isMultiple(of: 2) == false else {
      return nil
    }
    var rest = folded.dropFirst(Self.mark.count)
    var parts: [String] = []
    while !rest.isEmpty {
      parts.append(String(rest.prefix(2)))
      rest = rest.dropFirst(2)
    }
    self.parts = parts
  }

  /// Whether a cell still says what it did. Spaces and widths are no difference, and neither is a day
  /// that a program made of the words.
  ///
  /// - Parameters:
  ///   - words: What it says.
  ///   - day: The day, where the cell is one.
  ///   - place: Which of the cells it is, from 0; nothing is said of others.
  /// - Returns: Whether it does.
  public func holds(_ words: String, day: CivilDate? = nil, at place: Int) -> Bool {
    guard parts.indices.contains(place) else { return true }
    return ([words] + (day.map(Self.spellings) ?? [])).contains {
      Self.part(of: $0) == parts[place]
    }
  }

  /// The ways in which words name a day that a program takes for a date.
  private static func spellings(of day: CivilDate) -> [String] {
    let (year, month) = (day.year, day.month)
    return [
      "\(day)", "\(year)年\(month)月\(day.day)日", "\(year)年\(month)月",
      "\(year)/\(month)/\(day.day)", "\(year).\(month).\(day.day)", "\(CivilMonth(of: day))",
    ]
  }

  private static func part(of words: String) -> String {
    SheetCode.check(of: TextFolding.compact(PrintableText.block(words)))
  }

  /// The check as it stands in a cell.
  public var description: String { Self.mark + parts.joined() }
}
