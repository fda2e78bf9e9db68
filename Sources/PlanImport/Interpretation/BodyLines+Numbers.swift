internal import OfficeFiles
internal import TaskLedger

extension BodyLines {
  /// The lines, with a blank between the number of an item and a figure that begins its words.
  ///
  /// `2.25名` behind `1.` is item 2 with the words 25名, and `3.3.5学雷锋日` behind it is item 3,
  /// where no other line has a number of the same depth under the same head; 2.1 with 2.2 stays.
  static func partingFigures(_ lines: [SourceParagraph?]) -> [SourceParagraph?] {
    let labels = lines.enumerated().compactMap { place, line in
      line.flatMap { Numbering.leading($0.text)?.label }.map { (place: place, label: $0) }
    }
    guard labels.contains(where: { $0.label.style == .decimal }) else { return lines }
    let heads = Dictionary(
      labels.filter { $0.label.style == .decimal }.map { ($0.label.prefix, 1) },
      uniquingKeysWith: +)
    var result = lines
    var before = 0
    for (index, (place, label)) in labels.enumerated() {
      guard label.style == .decimal, let first = label.prefix.first else {
        if label.style == .dotted { before = label.value }
        continue
      }
      let after = labels[(index + 1)...].first { $0.label.style == .dotted }?.label.value
      let goesOn = first == 1 ? after == 2 : first == before + 1
      // 2.1 alone may as well be the first below a heading.
      guard heads[label.prefix] == 1, goesOn, label.value != 1 || after == first + 1,
        var line = result[place],
        let dot = line.text.firstIndex(where: { ".．".contains($0) })
      else { continue }
      line.text.insert(" ", at: line.text.index(after: dot))
      (result[place], before) = (line, first)
    }
    return result
  }
}
