/// Finds the known names nearest to one that is not known.
public enum EditDistance {
  /// The fewest changes that make one text the other: a character added, dropped or replaced, or
  /// two neighbours swapped.
  ///
  /// - Parameters:
  ///   - left: A text.
  ///   - right: Another text.
  /// - Returns: The number of changes; folded forms of one character are equal.
  public static func between(_ left: some StringProtocol, _ right: some StringProtocol) -> Int {
    distance(characters(left), characters(right))
  }

  /// The names near enough to be suggested: one change up to four characters, two above, at most
  /// three names.
  ///
  /// - Parameters:
  ///   - name: What was written.
  ///   - candidates: The known names.
  /// - Returns: The nearest first, equally near ones by their characters, each once.
  public static func nearest(
    to name: some StringProtocol, among candidates: some Sequence<String>
  ) -> [String] {
    let wanted = characters(name)
    let limit = wanted.count <= 4 ? 1 : 2
    var found: [(name: String, distance: Int)] = []
    for candidate in candidates {
      let known = characters(candidate)
      guard abs(known.count - wanted.count) <= limit,
        !found.contains(where: { $0.name == candidate })
      else { continue }
      let distance = distance(wanted, known)
      if distance <= limit { found.append((candidate, distance)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(3).map(\.name)
  }

  private static func characters(_ text: some StringProtocol) -> [Character] {
    Array(TextFolding.compact(text).lowercased())
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in 1...left.count {
      current[0] = row
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(last[column] + 1, current[column - 1] + 1)
        best = min(best, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = best
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}
