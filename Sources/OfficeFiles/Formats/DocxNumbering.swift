/// The lists of a Word document, which compute the numbers in front of paragraphs.
///
/// A number is produced each time a numbered paragraph is met, so paragraphs must be asked for in
/// document order. Bullets produce nothing: the paragraph is an entry of its own anyway.
struct DocxNumbering {
  /// One level of a list.
  struct Level {
    var start = 0
    var format = "decimal"
    var text = ""
    var isFollowedByNothing = false
    var isLegal = false
    var restart: Int?
    var style: String?
  }

  /// A list definition.
  struct Definition {
    var levels: [Int: Level] = [:]
    /// The list style it stands for, or defines.
    var styleReference: String?
    var styleDefinition: String?
  }

  /// A list that paragraphs refer to.
  struct List {
    var definition: Int
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  var definitions: [Int: Definition] = [:]
  var lists: [Int: List] = [:]
  var styles = DocxStyles()
  private var counters: [Int: [Int?]] = [:]
  private var usedLists: Set<Int> = []

  /// The list and level of a paragraph from its own properties and those of its style.
  func place(list: Int?, level: Int?, style: String?) -> (list: Int, level: Int)? {
    var list = list
    var level = level
    var listStyle: String?
    var name = style
    var steps = 0
    while list == nil || level == nil, let current = name, let found = styles.styles[current],
      steps < 20
    {
      if list == nil, let number = found.list {
        list = number
        listStyle = current
      }
      if level == nil { level = found.level }
      name = found.basedOn
      steps += 1
    }
    guard let list, list != 0 else { return nil }
    if level == nil, let listStyle, let definition = definition(of: list) {
      level = definition.levels.first { $0.value.style == listStyle }?.key
    }
    return (list, min(max(level ?? 0, 0), 8))
  }

  /// Counts one paragraph and returns its number with what stands around it, or nil.
  mutating func next(list number: Int, level index: Int) -> String? {
    guard let list = lists[number] else { return nil }
    let key = resolve(list.definition)
    var values = counters[key] ?? Array(repeating: nil, count: 9)
    if usedLists.insert(number).inserted {
      for (level, start) in list.starts where (0..<9).contains(level) { values[level] = start - 1 }
    }
    guard let level = self.level(index, of: list) else { return nil }
    // A level that was passed over counts as begun.
    for higher in 0..<index where values[higher] == nil {
      values[higher] = list.starts[higher] ?? self.level(higher, of: list)?.start
    }
    values[index] = (values[index] ?? level.start - 1) &+ 1
    for deeper in (index + 1)..<max(9, index + 1) {
      let restart = self.level(deeper, of: list)?.restart
      // Zero never restarts; n restarts after a level above n.
      if restart == 0 { continue }
      if let restart, index >= restart { continue }
      values[deeper] = list.starts[deeper].map { $0 - 1 }
    }
    counters[key] = values
    return label(level, list: list, values: values)
  }

  private func label(_ level: Level, list: List, values: [Int?]) -> String? {
    guard level.format != "bullet" else { return nil }
    var label = ""
    var isPlaceholder = false
    for character in level.text.prefix(60) {
      if isPlaceholder, let place = character.wholeNumberValue, place >= 1 {
        let other = self.level(place - 1, of: list)
        let value = values[place - 1] ?? other?.start ?? 1
        label += NumberLabel.text(value, format: level.isLegal ? "decimal" : other?.format ?? "")
        isPlaceholder = false
      } else if character == "%" {
        if isPlaceholder { label += "%" }
        isPlaceholder = true
      } else {
        if isPlaceholder { label += "%" }
        isPlaceholder = false
        label.append(character)
      }
    }
    guard !label.isEmpty else { return nil }
    return level.isFollowedByNothing ? label : label + " "
  }

  private func level(_ index: Int, of list: List) -> Level? {
    list.levels[index] ?? definitions[resolve(list.definition)]?.levels[index]
  }

  private func definition(of list: Int) -> Definition? {
    lists[list].flatMap { definitions[resolve($0.definition)] }
  }

  /// Follows a reference from a list to the list style that defines it.
  private func resolve(_ key: Int) -> Int {
    guard let definition = definitions[key], definition.levels.isEmpty,
      let name = definition.styleReference
    else { return key }
    return definitions.first { $0.value.styleDefinition == name }?.key ?? key
  }
}

/// Reads `word/numbering.xml`.
final class DocxNumberingHandler: XMLContentHandler {
  private(set) var numbering = DocxNumbering()
  private var definition: Int?
  private var list: Int?
  private var levelIndex: Int?
  private var level = DocxNumbering.Level()
  private var overrideIndex: Int?

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    guard name.space == .word else { return }
    switch name.local {
    case .abstractNum:
      definition = attributes.int("abstractNumId")
      if let definition { numbering.definitions[definition] = DocxNumbering.Definition() }
    case .num:
      list = attributes.int("numId")
    case .abstractNumId:
      if let list, let key = attributes.int("val") {
        numbering.lists[list] = DocxNumbering.List(definition: key)
      }
    case .numStyleLink:
      if let definition { numbering.definitions[definition]?.styleReference = attributes["val"] }
    case .styleLink:
      if let definition { numbering.definitions[definition]?.styleDefinition = attributes["val"] }
    case .lvlOverride:
      overrideIndex = attributes.int("ilvl")
    case .startOverride:
      if let list, let overrideIndex {
        numbering.lists[list]?.starts[overrideIndex] = Self.bounded(attributes.int("val"))
      }
    case .lvl:
      levelIndex = attributes.int("ilvl")
      level = DocxNumbering.Level()
    case .start: level.start = Self.bounded(attributes.int("val"))
    case .numFmt: level.format = attributes["val"] ?? "decimal"
    case .lvlText: level.text = attributes["val"] ?? ""
    case .suff: level.isFollowedByNothing = attributes["val"] == "nothing"
    case .isLgl: level.isLegal = attributes.isOn("val", default: true)
    case .lvlRestart: level.restart = attributes.int("val")
    case .pStyle: level.style = attributes["val"]
    default: break
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    guard name.space == .word else { return }
    switch name.local {
    case .lvl:
      guard let levelIndex, (0..<9).contains(levelIndex) else { return }
      if let list {
        numbering.lists[list]?.levels[levelIndex] = level
      } else if let definition {
        numbering.definitions[definition]?.levels[levelIndex] = level
      }
    case .abstractNum: definition = nil
    case .num: list = nil
    case .lvlOverride: overrideIndex = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {}

  private static func bounded(_ number: Int?) -> Int { min(max(number ?? 0, 0), 1_000_000) }
}
