/// Stops, brackets, quotation marks and spaces.
extension ProofReader {
  /// What is wrong of a mark.
  mutating func mark(at place: Int) {
    let character = text[place]
    let after = place + 1 < text.count ? text[place + 1] : nil
    if ProofMarks.foreignQuotes.contains(character) {
      if neighbour(before: place).map(isChinese) ?? false
        || neighbour(after: place + 1).map(isChinese) ?? false
      {
        note(.quotationMark(character), at: place)
      }
    } else if ProofMarks.halfWidth.contains(character) {
      if isHalfWidthAmongChinese(character, at: place) {
        note(.halfWidthMark(character), at: place)
      }
    } else if let after, ProofMarks.stops.contains(character), ProofMarks.stops.contains(after),
      !ProofMarks.allowedPairs.contains([character, after])
    {
      note(.markDoubled(String([character, after])), at: place, length: 2)
    } else if character.isWhitespace, !character.isNewline {
      space(at: place)
    }
  }

  /// Whether a half-width mark stands where Chinese prose has its own.
  private func isHalfWidthAmongChinese(_ mark: Character, at place: Int) -> Bool {
    let before = place > 0 ? text[place - 1] : nil
    let after = place + 1 < text.count ? text[place + 1] : nil
    let isBefore = neighbour(before: place).map(isChinese) ?? false
    let isAfter = after.map(isChinese) ?? false
    switch mark {
    case "(", "[": return opensAmongChinese(at: place)
    case ")", "]":
      if before.map(isChinese) ?? false { return true }
      let open: Character = mark == ")" ? "(" : "["
      guard let start = text[..<place].lastIndex(of: open) else { return false }
      return opensAmongChinese(at: start)
    case ".":
      // A number of a list has its point; three points are no ellipsis.
      guard isBefore, before != "." else { return false }
      return isAfter || after == nil || after?.isWhitespace == true
        || after == "." && before.map(isIdeograph) ?? false
    case "-":
      return before.map(isIdeograph) ?? false && after == "-"
    case "~": return before.map(isIdeograph) ?? false || after.map(isIdeograph) ?? false
    default: return isBefore || isAfter
    }
  }

  /// Whether a half-width bracket opens in Chinese prose; `(1)` before an item of a list does not.
  private func opensAmongChinese(at place: Int) -> Bool {
    place + 1 < text.count && isChinese(text[place + 1])
      || place > 0 && isIdeograph(text[place - 1])
  }

  /// A space within Chinese prose: between two characters, or beside a mark that takes none. A name
  /// of two characters may be spread: 李　明.
  private mutating func space(at place: Int) {
    guard place > 0, !text[place - 1].isWhitespace else { return }
    var end = place
    while end < text.count, text[end].isWhitespace, !text[end].isNewline { end += 1 }
    guard end < text.count, !text[end].isNewline else { return }
    let (before, after) = (text[place - 1], text[end])
    guard isTight(before), isTight(after) || ProofMarks.stops.contains(after),
      !isSpreadName(before: place, after: end)
    else { return }
    note(.spaceBetween, at: place, length: end - place)
  }

  /// Whether a character takes no space beside it: an ideograph, a bracket or a quotation mark.
  private func isTight(_ character: Character) -> Bool {
    isIdeograph(character) || ProofMarks.closing[character] != nil
      || ProofMarks.opening[character] != nil
  }

  private func isSpreadName(before place: Int, after end: Int) -> Bool {
    isIdeograph(text[end])
      && (place < 2 || !isIdeograph(text[place - 2]) && !isDigit(text[place - 2]))
      && (end + 1 >= text.count || !isIdeograph(text[end + 1]))
  }

  /// Brackets and quotation marks whose other half is missing.
  mutating func brackets() {
    var open: [(mark: Character, place: Int)] = []
    for (place, character) in text.enumerated() where commonHan(at: place) == nil {
      if ProofMarks.closing[character] != nil {
        open.append((character, place))
      } else if let opening = ProofMarks.opening[character] {
        if open.last?.mark == opening {
          open.removeLast()
        } else if !isListNumber(before: place), !isApostrophe(at: place) {
          note(.markUnpaired(character), at: place)
        }
      }
    }
    for (mark, place) in open { note(.markUnpaired(mark), at: place) }
  }

  /// Titles between the signs for less and more.
  mutating func titleMarks() {
    for place in text.indices where text[place] == "<" {
      guard place + 1 < text.count, isIdeograph(text[place + 1]),
        let end = text[place...].firstIndex(of: ">"), isChinese(text[end - 1]),
        !text[(place + 1)..<end].contains(where: { $0 == "<" || $0.isNewline })
      else { continue }
      note(.halfWidthMark("<"), at: place)
      note(.halfWidthMark(">"), at: end)
    }
  }

  /// Whether a closing bracket belongs to the number of a list, such as `1）` or `A）`.
  private func isListNumber(before place: Int) -> Bool {
    guard text[place] == "）", place > 0 else { return false }
    return text[place - 1].isNumber
      || isLetter(text[place - 1]) && (place == 1 || !isLetter(text[place - 2]))
  }

  /// Whether a mark is the apostrophe of a foreign word.
  private func isApostrophe(at place: Int) -> Bool {
    text[place] == "’" && place > 0 && isLetter(text[place - 1])
  }
}
