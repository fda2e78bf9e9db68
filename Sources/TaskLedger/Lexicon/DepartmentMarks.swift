/// Signs and numbers that stand beside the names of departments, such as ★校团委 and 1.校团委 2.学工部.
///
/// Filled signs beside hollow ones tell lead from support; a sign before every name is a bullet; any
/// other sign is taken away and makes the cell doubtful.
struct DepartmentMarks {
  /// The words without the signs.
  private(set) var words: String
  /// Whether a sign may have meant something.
  private(set) var isDoubtful = false

  /// Reads the signs of a cell.
  init(_ cell: String) {
    words = cell
    // Most cells hold none of it.
    guard
      cell.unicodeScalars.contains(where: {
        !TextFolding.isHan($0) && (Self.signs.contains($0) || Self.counts($0))
      })
    else { return }
    words = Self.withoutNumbers(cell)
    guard words.unicodeScalars.contains(where: Self.signs.contains) else { return }
    readSigns()
  }

  private struct Name {
    var words = ""
    var sign: Unicode.Scalar?
  }

  private mutating func readSigns() {
    var names: [Name] = []
    var name = Name()
    var rest: [String] = [""]
    var depth = 0
    func isEmpty() -> Bool { name.words.allSatisfy(\.isWhitespace) }
    func close(_ separator: String) {
      if isEmpty() {
        rest[rest.count - 1] += separator
      } else {
        names.append(name)
        rest.append(separator)
      }
      let sign = isEmpty() ? name.sign : nil
      name = Name(words: "", sign: sign)
    }
    let scalars = Array(words.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      if Self.signs.contains(scalar), depth == 0 {
        let next = scalars.indices.contains(place + 1) ? scalars[place + 1] : nil
        let isAtEnd = next.map { Self.separators.contains($0) || Self.signs.contains($0) } ?? true
        if !isEmpty(), !isAtEnd { close(PlanSeparator.list) }
        if name.sign == nil { name.sign = scalar }
        continue
      }
      if "(（".unicodeScalars.contains(scalar) { depth += 1 }
      if ")）".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
      if depth == 0, Self.separators.contains(scalar) {
        close(String(scalar))
      } else {
        name.words.unicodeScalars.append(scalar)
      }
    }
    close("")
    let marked = names.compactMap(\.sign)
    let divides =
      marked.contains(where: Self.filled.contains) && marked.contains(where: Self.hollow.contains)
    let isBulleted =
      marked.count == names.count && Set(marked).count == 1
      && marked.allSatisfy(Self.bullets.contains)
    isDoubtful = !isBulleted
    words = rest[0]
    for (place, name) in names.enumerated() {
      words += name.words
      if divides, let sign = name.sign {
        words += Self.filled.contains(sign) ? PlanSeparator.lead : PlanSeparator.support
      }
      words += rest[place + 1]
    }
  }

  /// The words without the numbers before the names.
  private static func withoutNumbers(_ cell: String) -> String {
    let styles: Set<Numbering.Style> = [.dotted, .comma, .closing, .bracketed, .circled]
    guard let style = Numbering.leading(cell)?.label.style, styles.contains(style) else {
      return cell
    }
    return Numbering.split(cell, styles: [style]).map(\.text).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// Whether a sign can number a name.
  private static func counts(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0x2460...0x249B).contains(scalar.value)
      || (0x2776...0x277F).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  /// What is written for a division.
  private enum PlanSeparator {
    static let list = "、"
    static let lead = "（牵头）"
    static let support = "（配合）"
  }

  private static let filled = Set("★▲●■◆▼".unicodeScalars)
  private static let hollow = Set("☆△○□◇▽◎".unicodeScalars)
  private static let bullets = Set("●■◆▪•‣○◇▲➢➤※◎".unicodeScalars)
  private static let signs = filled.union(hollow).union(
    Set("※㊣@＠#＃*＊•‣▪➢➤►▶☞✦✧❖☀♦$^".unicodeScalars))
  private static let separators = Set("、，,；;/ \n\t\u{3000}。".unicodeScalars)
}
