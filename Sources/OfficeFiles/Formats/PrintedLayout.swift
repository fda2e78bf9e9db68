/// Finds tables in text that was taken from a printed page with its gaps.
enum PrintedLayout {
  /// Whether the lines of a table stand in it: many lines that fall into the same columns.
  ///
  /// What belongs to one cell cannot be told from the gaps alone, so such text is never read as
  /// prose.
  static func holdsTable(_ bytes: [UInt8]) -> Bool {
    var places: [Int: Int] = [:]
    var wide = 0
    for line in UTF8Text.lines(bytes) {
      let starts = columns(of: line, in: bytes)
      guard starts.count >= 3 else { continue }
      wide += 1
      for start in Set(starts.dropFirst().map { $0 / 4 }) { places[start, default: 0] += 1 }
    }
    // Two columns beside the first one that line after line keeps.
    return wide >= 6 && places.values.count { $0 * 4 >= wide } >= 2
  }

  /// Where the pieces of a line begin that gaps divide, in narrow characters.
  private static func columns(of line: Range<Int>, in bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var place = 0
    var gap = 2
    var labels = 0
    var isLabel = false
    for scalar in UTF8Text.string(bytes, line).unicodeScalars {
      if scalar == " " || scalar == "\u{3000}" {
        gap += 1
      } else {
        if gap >= 2 {
          starts.append(place)
          isLabel = false
        }
        gap = 0
        if !isLabel, scalar == "：" || scalar == ":" { (isLabel, labels) = (true, labels + 1) }
      }
      place += scalar.value >= 0x1100 ? 2 : 1
    }
    // 责任单位：…　完成时限：… is a line of labels and no row.
    return labels == starts.count ? [] : starts
  }
}
