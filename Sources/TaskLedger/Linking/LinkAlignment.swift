/// Aligns items with clauses: in order first, then what is left out of order.
enum LinkAlignment {
  /// A clause linked to an item.
  struct Pair: Hashable {
    /// The index of the clause.
    var clause: Int
    /// Whether the link keeps the order of both sides.
    var isInOrder: Bool
  }

  /// The links by item, nil for items without a clause.
  static func pairs(_ scores: LinkScores) -> [Pair?] {
    var pairs = inOrder(scores)
    linkRest(&pairs, scores)
    return pairs
  }

  /// The links that keep both orders and together fit best.
  private static func inOrder(_ scores: LinkScores) -> [Pair?] {
    let (rows, columns) = (scores.itemCount, scores.clauses.count)
    var pairs: [Pair?] = Array(repeating: nil, count: rows)
    guard rows > 0, columns > 0 else { return pairs }
    let width = columns + 1
    var best = Array(repeating: 0.0, count: (rows + 1) * width)
    for row in 1...rows {
      for column in 1...columns {
        let here = row * width + column
        let gain = scores.score(row - 1, column - 1) - LinkScores.threshold
        best[here] = max(best[here - width], best[here - 1])
        if gain > 0 { best[here] = max(best[here], best[here - width - 1] + gain) }
      }
    }
    var (row, column) = (rows, columns)
    while row > 0, column > 0 {
      let here = row * width + column
      if best[here] == best[here - width] {
        row -= 1
      } else if best[here] == best[here - 1] {
        column -= 1
      } else {
        (row, column) = (row - 1, column - 1)
        pairs[row] = Pair(clause: column, isInOrder: true)
      }
    }
    return pairs
  }

  /// Links what the order left over when words, or task and words, are close enough.
  private static func linkRest(_ pairs: inout [Pair?], _ scores: LinkScores) {
    let taken = Set(pairs.compactMap { $0?.clause })
    var free = scores.clauses.indices.filter { !taken.contains($0) }
    guard !free.isEmpty else { return }
    var candidates: [(item: Int, clause: Int, score: Double)] = []
    for item in pairs.indices where pairs[item] == nil {
      for clause in free {
        let words = scores.text(item, clause)
        guard words >= 0.4 || (words >= 0.2 && scores.task(item, clause) >= 0.9) else { continue }
        candidates.append((item, clause, scores.score(item, clause)))
      }
    }
    candidates.sort { ($1.score, $0.item, $0.clause) < ($0.score, $1.item, $1.clause) }
    for candidate in candidates
    where pairs[candidate.item] == nil && free.contains(candidate.clause) {
      pairs[candidate.item] = Pair(clause: candidate.clause, isInOrder: false)
      free.removeAll { $0 == candidate.clause }
    }
  }
}
