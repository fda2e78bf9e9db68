internal import TaskLedger

/// Labels that stand above the words of their item: 责任单位：… and 完成时限：… before 1. ….
extension BodyOutline {
  /// The passages, with labels where they belong: where the first labels of a part stand before its
  /// first number, every item but the last ends with the same ones and the last with none, each
  /// stands above its item.
  func passages(movingLabelsBy reader: SentenceReader) -> [Passage] {
    var result: [Passage] = []
    var rest = passages[...]
    while let first = rest.first {
      let same = rest.prefix { $0.part == first.part && $0.section == first.section }
      result += Self.moved(Array(same), reader) ?? Array(same)
      rest = rest.dropFirst(same.count)
    }
    return result
  }

  private static func moved(_ passages: [Passage], _ reader: SentenceReader) -> [Passage]? {
    guard let first = passages.first, first.number == nil, passages.count >= 3,
      passages.dropFirst().allSatisfy({ $0.number != nil })
    else { return nil }
    let roles = first.paragraphs.compactMap { reader.role(of: $0) }
    guard !roles.isEmpty, roles.count == first.paragraphs.count else { return nil }
    let items = passages.dropFirst()
    let ends = items.map { Array($0.paragraphs.suffix(roles.count).map { reader.role(of: $0) }) }
    guard ends.dropLast().allSatisfy({ $0 == roles }),
      let last = items.last,
      !last.paragraphs.contains(where: { paragraph in
        reader.role(of: paragraph).map(roles.contains) ?? false
      })
    else { return nil }
    var labels = first.paragraphs
    return items.map { item in
      var item = item
      let own = labels
      if item.number != last.number || item.text != last.text {
        labels = Array(item.paragraphs.suffix(roles.count))
        item.paragraphs.removeLast(roles.count)
      }
      item.paragraphs += own
      item.hasMovedLabels = true
      return item
    }
  }
}
