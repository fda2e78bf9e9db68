/// Finds what an official paper should not hold (校对): marks, dates and words that come from scanning,
/// typing or file names. Nothing is changed; every finding has its place.
///
/// The rules follow GB/T 15834 (marks) and GB/T 9704 (dates); they look at one text at a time.
public enum Proofreading {
  /// What is wrong.
  public enum Fault: Sendable, Hashable {
    /// A Latin word inside Chinese prose, as a scan leaves it: `思想 and 党的`.
    case latinWord(String)
    /// A half-width mark between Chinese characters.
    case halfWidthMark(Character)
    /// Two stops one after the other.
    case markDoubled(String)
    /// A bracket or quotation mark without its other half.
    case markUnpaired(Character)
    /// A quotation mark that is not “” or ‘’.
    case quotationMark(Character)
    /// A date in figures and points, such as 2020.9.30.
    case dateInFigures(String)
    /// The extension of a file name.
    case fileExtension(String)
    /// A space between two Chinese characters.
    case spaceBetween
  }

  /// One fault with its place.
  ///
  /// Invariant: `offset` lies in the text.
  public struct Finding: Sendable, Hashable {
    /// What is wrong.
    public var fault: Fault
    /// The number of characters before it, from 0.
    public var offset: Int
    /// The words around it, as written.
    public var excerpt: String

    /// Creates a finding.
    public init(fault: Fault, offset: Int, excerpt: String) {
      self.fault = fault
      self.offset = offset
      self.excerpt = excerpt
    }
  }

  /// The faults of a text, in the order written.
  ///
  /// - Parameter text: A passage of prose; several paragraphs are looked at as one.
  /// - Returns: The findings with up to six characters of context on both sides.
  public static func findings(in text: some StringProtocol) -> [Finding] {
    var reader = ProofReader(Array(text))
    return reader.read()
  }
}

/// Reads one text character by character.
private struct ProofReader {
  private let text: [Character]
  private var findings: [Proofreading.Finding] = []

  init(_ text: [Character]) { self.text = text }

  mutating func read() -> [Proofreading.Finding] {
    var place = 0
    while place < text.count {
      if let length = word(at: place) ?? date(at: place) {
        place += length
        continue
      }
      mark(at: place)
      place += 1
    }
    unpaired()
    return findings.sorted { $0.offset < $1.offset }
  }

  private mutating func note(_ fault: Proofreading.Fault, at place: Int, length: Int = 1) {
    let around = text[max(0, place - 6)..<min(text.count, place + length + 6)]
    let line = around.map { $0.isNewline ? " " : $0 }
    findings.append(
      Proofreading.Finding(fault: fault, offset: place, excerpt: String(line)))
  }

  /// A run of Latin letters, with what hangs on it by a point or an at-sign; nil when none begins.
  private mutating func word(at place: Int) -> Int? {
    guard isLetter(text[place]) else { return nil }
    var end = place
    while end < text.count, isLetter(text[end]) || isDigit(text[end]) || isJoint(at: end) {
      end += 1
    }
    let word = String(text[place..<end])
    if word.contains(where: { "@:".contains($0) }) { return end - place }
    if let dot = word.lastIndex(of: "."),
      ProofMarks.extensions.contains(word[word.index(after: dot)...].lowercased())
    {
      note(.fileExtension(String(word[dot...])), at: place, length: end - place)
    } else if place > 0, text[place - 1] == ".", place > 1, !text[place - 2].isWhitespace,
      ProofMarks.extensions.contains(word.lowercased())
    {
      note(.fileExtension(".\(word)"), at: place - 1, length: word.count + 1)
    } else if isStray(word), isAmongChinese(place..<end) {
      note(.latinWord(word), at: place, length: end - place)
    }
    return end - place
  }

  /// A mark within an address or a name, such as the point of a file name.
  private func isJoint(at place: Int) -> Bool {
    ".@_-/:".contains(text[place]) && place + 1 < text.count
      && (isLetter(text[place + 1]) || isDigit(text[place + 1]) || text[place + 1] == "/")
  }

  /// Whether a word belongs in no Chinese paper: neither an abbreviation, a name of software nor
  /// an address.
  private func isStray(_ word: String) -> Bool {
    guard word.count > 1, !word.contains(where: { ".@_/:".contains($0) }) else { return false }
    if word.contains(where: { isDigit($0) }) || ProofMarks.names.contains(word) { return false }
    return word.contains { $0.isLowercase }
  }

  private func isAmongChinese(_ range: Range<Int>) -> Bool {
    neighbour(before: range.lowerBound).map(isChinese) ?? false
      || neighbour(after: range.upperBound).map(isChinese) ?? false
  }

  /// A date such as 2020.9.30, 2020-09-30 or 2020/9/30; nil when none begins.
  private mutating func date(at place: Int) -> Int? {
    guard isDigit(text[place]), place == 0 || !isDigit(text[place - 1]) else { return nil }
    var end = place
    var groups = [""]
    var joint: Character?
    while end < text.count {
      if isDigit(text[end]) {
        groups[groups.count - 1].append(text[end])
      } else if "./-．－".contains(text[end]), joint == nil || joint == text[end],
        end + 1 < text.count, isDigit(text[end + 1]), groups.count < 3
      {
        joint = text[end]
        groups.append("")
      } else {
        break
      }
      end += 1
    }
    guard groups.count == 3, groups[0].count == 4, let year = Int(groups[0]),
      let month = Int(groups[1]), let day = Int(groups[2]),
      CivilDate(year: year, month: month, day: day) != nil
    else { return end - place }
    note(.dateInFigures(String(text[place..<end])), at: place, length: end - place)
    return end - place
  }

  private mutating func mark(at place: Int) {
    let character = text[place]
    let before = place > 0 ? text[place - 1] : nil
    let after = place + 1 < text.count ? text[place + 1] : nil
    if ProofMarks.foreignQuotes.contains(character) {
      if neighbour(before: place).map(isChinese) ?? false
        || neighbour(after: place + 1).map(isChinese) ?? false
      {
        note(.quotationMark(character), at: place)
      }
    } else if ProofMarks.halfWidth.contains(character) {
      let isBefore = neighbour(before: place).map(isChinese) ?? false
      let isAfter = after.map(isChinese) ?? false
      let isBetween =
        switch character {
        case "(": isAfter
        case ")": before.map(isChinese) ?? false
        default: isBefore && (isAfter || after == nil || after?.isWhitespace == true)
        }
      if isBetween { note(.halfWidthMark(character), at: place) }
    } else if let after, ProofMarks.stops.contains(character), ProofMarks.stops.contains(after),
      !ProofMarks.allowedPairs.contains([character, after])
    {
      note(.markDoubled(String([character, after])), at: place, length: 2)
    } else if character == " " || character == "\u{3000}", let before, let after,
      isIdeograph(before), isIdeograph(after)
    {
      note(.spaceBetween, at: place)
    }
  }

  /// Brackets and quotation marks whose other half is missing.
  private mutating func unpaired() {
    var open: [(mark: Character, place: Int)] = []
    for (place, character) in text.enumerated() {
      if ProofMarks.closing[character] != nil {
        open.append((character, place))
      } else if let opening = ProofMarks.opening[character] {
        if open.last?.mark == opening {
          open.removeLast()
        } else if !isListNumber(before: place) {
          note(.markUnpaired(character), at: place)
        }
      }
    }
    for (mark, place) in open { note(.markUnpaired(mark), at: place) }
  }

  /// Whether a closing bracket belongs to the number of a list, such as `1）`.
  private func isListNumber(before place: Int) -> Bool {
    text[place] == "）" && place > 0 && (text[place - 1].isNumber)
  }

  private func neighbour(before place: Int) -> Character? {
    text[..<place].last { !$0.isWhitespace }
  }

  private func neighbour(after place: Int) -> Character? {
    text[place...].first { !$0.isWhitespace }
  }

  private func isLetter(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  private func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private func isChinese(_ character: Character) -> Bool {
    isIdeograph(character) || ProofMarks.stops.contains(character)
      || ProofMarks.closing[character] != nil || ProofMarks.opening[character] != nil
  }

  private func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
  }
}
