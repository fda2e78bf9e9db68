internal import OfficeFiles
internal import TaskLedger

extension BodyLines {
  /// The lines, those that number the labels of an item without their numbers: 1.工作目标：…,
  /// 2.责任单位：…, 3.完成时限：….
  static func withoutNumbersOfLabels(
    _ lines: [SourceParagraph?], _ finder: LabelledText
  ) -> [SourceParagraph?] {
    var result = lines
    var run: (style: Numbering.Style, places: [Int], labels: Set<String>, hasValue: Bool)?
    func finish() {
      // The same label over and over begins items: 1.责任部门：校团委……, 2.责任部门：学工部…….
      guard let ended = run, ended.hasValue, ended.places.count > 1,
        ended.labels.count == ended.places.count
      else { return }
      for place in ended.places {
        guard var line = result[place], let leading = Numbering.leading(line.text) else { continue }
        line.text = String(leading.rest)
        result[place] = line
      }
    }
    for (place, line) in lines.enumerated() {
      guard let line else {
        finish()
        run = nil
        continue
      }
      guard let (numbered, rest) = Numbering.leading(line.text) else { continue }
      switch numbered.style {
      case .dotted, .comma, .decimal, .bracketed, .closing, .circled, .ordinal: break
      case .letter, .roman, .point, .must, .step, .sequence: continue
      case .chinese, .chineseBracketed:
        finish()
        run = nil
        continue
      }
      if let style = run?.style, style != numbered.style { continue }
      if numbered.value == 1 {
        finish()
        run = (numbered.style, [], [], false)
      }
      guard let count = run?.places.count, numbered.value == count + 1,
        let label = finder.anyLabel(of: String(rest))
      else {
        run = nil
        continue
      }
      run?.places.append(place)
      run?.labels.insert(label)
      if finder.namesValue(String(rest)) { run?.hasValue = true }
    }
    finish()
    return result
  }

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
