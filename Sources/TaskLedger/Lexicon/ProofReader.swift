/// Reads one text character by character.
struct ProofReader {
  let text: [Character]
  private var findings: [Proofreading.Finding] = []

  init(_ text: [Character]) { self.text = text }

  /// The faults in the order written.
  mutating func read() -> [Proofreading.Finding] {
    var place = 0
    while place < text.count {
      // Nearly all of a paper is common Han, of which nothing else can be wrong.
      if let han = commonHan(at: place) {
        if TraditionalCharacters.contains(han) { note(.traditional(text[place]), at: place) }
        place += 1
        continue
      }
      if let length = word(at: place) ?? figures(at: place) ?? documentYear(at: place)
        ?? fullWidth(at: place)
      {
        place += length
        continue
      }
      mark(at: place)
      odd(at: place)
      place += 1
    }
    brackets()
    titleMarks()
    return findings.sorted { $0.offset < $1.offset }
  }

  mutating func note(_ fault: Proofreading.Fault, at place: Int, length: Int = 1) {
    let around = text[excerptStart(before: place)..<excerptEnd(after: place + length)]
    let line = around.map { $0.isNewline ? " " : $0 }
    findings.append(
      Proofreading.Finding(fault: fault, offset: place, excerpt: String(line)))
  }

  /// Where the words before a fault begin: six characters before it, but neither within a figure or
  /// a word of letters nor a character or two behind the beginning.
  private func excerptStart(before place: Int) -> Int {
    var start = max(0, place - 6)
    while start > 0, isRun(start - 1, start) { start -= 1 }
    return start <= 2 ? 0 : start
  }

  private func excerptEnd(after place: Int) -> Int {
    var end = min(text.count, place + 6)
    while end < text.count, end > 0, isRun(end - 1, end) { end += 1 }
    return end
  }

  /// Whether two neighbours belong to one figure or one word of letters.
  private func isRun(_ left: Int, _ right: Int) -> Bool {
    func belongs(_ character: Character) -> Bool {
      isLetter(character) || isDigit(character) || ".%％".contains(character)
    }
    return belongs(text[left]) && belongs(text[right])
  }

  // MARK: Words

  /// A run of Latin letters, with what hangs on it by a point or an at-sign; nil when none begins.
  private mutating func word(at place: Int) -> Int? {
    guard isLetter(text[place]) else { return nil }
    var end = place
    var isAddress = false
    while end < text.count {
      isAddress = isAddress || text[end] == "@" || text[end...].starts(with: "://")
      guard
        isLetter(text[end]) || isDigit(text[end]) || isJoint(at: end)
          || isAddress && ProofMarks.addressMarks.contains(text[end])
      else { break }
      end += 1
    }
    let word = String(text[place..<end])
    if isAddress || word.contains(":") || isHost(word) { return end - place }
    if let dot = word.lastIndex(of: "."),
      ProofMarks.extensions.contains(word[word.index(after: dot)...].lowercased())
    {
      note(.fileExtension(String(word[dot...])), at: place, length: end - place)
    } else if place > 1, text[place - 1] == ".", !text[place - 2].isWhitespace,
      ProofMarks.extensions.contains(word.lowercased())
    {
      note(.fileExtension(".\(word)"), at: place - 1, length: word.count + 1)
    } else if isStray(word, at: place), isAmongChinese(place..<end) {
      note(.latinWord(word), at: place, length: end - place)
    }
    return end - place
  }

  /// A mark within an address or a name, such as the point of a file name.
  private func isJoint(at place: Int) -> Bool {
    ".@_-/:".contains(text[place]) && place + 1 < text.count
      && (isLetter(text[place + 1]) || isDigit(text[place + 1]) || text[place + 1] == "/")
  }

  /// Whether a word is the address of a page without its scheme.
  private func isHost(_ word: String) -> Bool {
    guard let slash = word.firstIndex(of: "/") else { return false }
    return word[..<slash].contains(".")
  }

  /// Whether a word belongs in no Chinese paper: neither an abbreviation, a unit, a name of software
  /// nor an address.
  private func isStray(_ word: String, at place: Int) -> Bool {
    guard word.count > 1, !word.contains(where: { ".@_/:".contains($0) || isDigit($0) }) else {
      return false
    }
    if ProofMarks.names.contains(word.lowercased()) { return false }
    // Letters that follow a figure are a unit or a version: 3cm, 5km.
    if let before = neighbour(before: place), isDigit(before) {
      if before == text[place - 1] || ProofMarks.units.contains(word) { return false }
    }
    // WiFi, iPhone and pH are names; a scan leaves small letters.
    return word.contains(where: \.isLowercase) && !word.dropFirst().contains(where: \.isUppercase)
  }

  /// Whether Chinese stands beside a word; a foreign name alone in brackets or quotation marks
  /// explains the words before it.
  private func isAmongChinese(_ range: Range<Int>) -> Bool {
    let phrase = "-'’&.,"
    var start = range.lowerBound
    while start > 0, isLatin(text[start - 1]) || phrase.contains(text[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < text.count, isLatin(text[end]) || phrase.contains(text[end]) { end += 1 }
    let before = start > 0 ? text[start - 1] : nil
    let after = end < text.count ? text[end] : nil
    if let before, let after,
      ProofMarks.closing[before] != nil || before == "(",
      ProofMarks.opening[after] != nil || "，、；)".contains(after)
    {
      return false
    }
    return neighbour(before: range.lowerBound).map(isChinese) ?? false
      || neighbour(after: range.upperBound).map(isChinese) ?? false
  }

  private func isLatin(_ character: Character) -> Bool {
    isLetter(character) || isDigit(character) || character == " "
  }

  // MARK: Characters

  /// A run of letters and figures of full width; nil when none begins.
  private mutating func fullWidth(at place: Int) -> Int? {
    var end = place
    while end < text.count, text[end].isFullWidthLetterOrDigit { end += 1 }
    guard end > place else { return nil }
    note(.fullWidth(String(text[place..<end])), at: place, length: end - place)
    return end - place
  }

  /// The character as a common Han; nil for marks, letters and all else.
  func commonHan(at place: Int) -> Unicode.Scalar? {
    text[place].unicodeScalars.first.flatMap { TextFolding.isHan($0) ? $0 : nil }
  }

  /// Radicals, and what no face has.
  private mutating func odd(at place: Int) {
    let character = text[place]
    if character.isOdd || character == "○" && isNought(at: place) {
      note(.oddCharacter(character), at: place)
    }
  }

  /// Whether a circle stands for the nought of a year in Chinese numerals.
  private func isNought(at place: Int) -> Bool {
    place > 0 && place + 1 < text.count && ProofMarks.numerals.contains(text[place - 1])
      && (ProofMarks.numerals.contains(text[place + 1]) || text[place + 1] == "年")
  }

  // MARK: What stands beside

  func neighbour(before place: Int) -> Character? {
    text[..<place].last { !$0.isWhitespace }
  }

  func neighbour(after place: Int) -> Character? {
    text[place...].first { !$0.isWhitespace }
  }

  func isLetter(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  func isChinese(_ character: Character) -> Bool {
    isIdeograph(character) || ProofMarks.stops.contains(character)
      || ProofMarks.closing[character] != nil || ProofMarks.opening[character] != nil
  }

  func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.first.map {
      (0x3400...0x9FFF).contains($0.value) || (0x20000...0x3FFFF).contains($0.value)
        || $0.value == 0x3007
    } ?? false
  }
}

extension Character {
  /// Whether it is a letter or figure of full width.
  fileprivate var isFullWidthLetterOrDigit: Bool {
    switch unicodeScalars.first?.value ?? 0 {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// Whether it is a radical, a compatibility form, one for private use or a replacement.
  fileprivate var isOdd: Bool {
    switch unicodeScalars.first?.value ?? 0 {
    case 0x2E80...0x2FDF, 0xE000...0xF8FF, 0xF900...0xFAFF, 0xFE50...0xFE6B, 0xFFFD: true
    default: false
    }
  }
}
