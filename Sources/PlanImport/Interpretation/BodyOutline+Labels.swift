internal import TaskLedger

/// Labels that stand above the words of their item, 责任单位：… and 完成时限：… before 1. …, and labels
/// that stand above all items of a part.
extension BodyOutline {
  /// The passages, with labels where they belong: where the first labels of a part or section stand
  /// before its first number, every item but the last ends with the same ones and the last with none,
  /// each stands above its item; where no item has any of them, they hold for all.
  func passages(movingLabelsBy reader: SentenceReader) -> [Passage] {
    Self.closed(opened(reader), reader)
  }

  /// The passages, with what stands behind the last item of a section given to all its items: where
  /// the line says that it speaks of all, or every one of several sections ends so and no other item
  /// says anything.
  private static func closed(_ passages: [Passage], _ reader: SentenceReader) -> [Passage] {
    var groups: [[Passage]] = []
    for passage in passages {
      if let last = groups.last?.last, last.part == passage.part, last.section == passage.section {
        groups[groups.count - 1].append(passage)
      } else {
        groups.append([passage])
      }
    }
    let lines = groups.map { closing($0, reader) }
    let isEvery = groups.count > 1 && !lines.contains(nil)
    return zip(groups, lines).flatMap { group, line -> [Passage] in
      guard let line, isEvery || reader.namesAll(line), let stated = reader.statement(line)
      else { return group }
      var group = group
      group[group.count - 1].paragraphs.removeLast()
      for index in group.indices { group[index].common.fill(from: SectionStatement(stated)) }
      return group
    }
  }

  /// The line behind the last of several items that states something, where no item does.
  private static func closing(_ items: [Passage], _ reader: SentenceReader) -> String? {
    guard items.count > 1, items.allSatisfy({ $0.number != nil }), let last = items.last,
      last.paragraphs.count > 1, let line = last.paragraphs.last, reader.statement(line) != nil
    else { return nil }
    let own = items.dropLast().map(\.paragraphs) + [last.paragraphs.dropLast()]
    return own.allSatisfy { reader.read($0).stated.isEmpty } ? line : nil
  }

  /// The passages, with the labels that stand above them.
  private func opened(_ reader: SentenceReader) -> [Passage] {
    var result: [Passage] = []
    var rest = passages[...]
    var ofPart: (part: String?, labels: [String])?
    while let first = rest.first {
      let same = rest.prefix { $0.part == first.part && $0.section == first.section }
      rest = rest.dropFirst(same.count)
      var items = Array(same)
      var labels: [String] = []
      if first.number == nil {
        labels = first.paragraphs
        items.removeFirst()
      } else if let section = first.section {
        labels = sections[section].labels
      }
      if let moved = Self.moved(labels, to: items, reader) {
        result += moved
      } else if first.section == nil, let given = Self.given(labels, to: items, reader) {
        // What stands in sections of the part is part of it too.
        ofPart = (first.part, labels)
        result += given
      } else if let above = ofPart, above.part == first.part {
        result += Self.given(above.labels, to: Array(same), reader) ?? Array(same)
      } else {
        result += Array(same)
      }
    }
    return result
  }

  private static func moved(
    _ first: [String], to items: [Passage], _ reader: SentenceReader
  ) -> [Passage]? {
    let roles = first.map(reader.roles)
    guard !roles.isEmpty, !roles.contains([]), items.count >= 2,
      items.allSatisfy({ $0.number != nil }),
      items.dropLast().allSatisfy({ $0.paragraphs.suffix(roles.count).map(reader.roles) == roles }),
      let last = items.last, !names(Set(roles.joined()), last, reader)
    else { return nil }
    var labels = first
    return items.indices.map { place in
      var item = items[place]
      let own = labels
      if place + 1 < items.count {
        labels = Array(item.paragraphs.suffix(roles.count))
        item.paragraphs.removeLast(roles.count)
      }
      item.paragraphs += own
      item.hasMovedLabels = true
      return item
    }
  }

  /// The items of a part with what the lines before them state of all of them; nil when a line says
  /// anything else.
  private static func given(
    _ lines: [String], to items: [Passage], _ reader: SentenceReader
  ) -> [Passage]? {
    let found = lines.compactMap(reader.statement)
    let roles = Set(lines.flatMap(reader.roles))
    guard !lines.isEmpty, found.count == lines.count,
      !items.contains(where: { names(roles, $0, reader) })
    else { return nil }
    var stated = StatedValues()
    for more in found { stated.fill(from: more) }
    return items.map { item in
      var item = item
      item.common.fill(from: SectionStatement(stated))
      return item
    }
  }

  /// Whether a line of an item is a label of one of the roles.
  private static func names(
    _ roles: Set<ColumnRole>, _ item: Passage, _ reader: SentenceReader
  ) -> Bool {
    item.paragraphs.contains { !roles.isDisjoint(with: reader.roles(of: $0)) }
  }
}
