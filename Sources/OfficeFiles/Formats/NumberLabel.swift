/// Writes the numbers that Word and browsers compute in front of paragraphs.
package enum NumberLabel {
  /// A number in a format named as in `w:numFmt`; an unknown format counts in digits.
  package static func text(_ number: Int, format: String) -> String {
    switch format {
    case "none", "bullet": return ""
    case "decimalZero": return number < 10 ? "0\(number)" : String(number)
    case "upperLetter": return letters(number, first: 0x41)
    case "lowerLetter": return letters(number, first: 0x61)
    case "upperRoman": return roman(number)
    case "lowerRoman": return roman(number).lowercased()
    case "chineseCounting", "japaneseCounting", "taiwaneseCounting", "koreanCounting",
      "chineseCountingThousand", "taiwaneseCountingThousand":
      return chinese(number, digits: plainDigits, units: plainUnits, zero: "零", dropsOne: true)
    case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
      return chinese(number, digits: legalDigits, units: legalUnits, zero: "零", dropsOne: false)
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
      return String(String(number).map { plainDigits[$0.wholeNumberValue ?? 0] })
    case "ideographTraditional": return cycle(number, "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": return cycle(number, "子丑寅卯辰巳午未申酉戌亥")
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return enclosed(number, first: 0x2460, count: 20)
    case "ideographEnclosedCircle": return enclosed(number, first: 0x3280, count: 10)
    case "decimalEnclosedParen": return enclosed(number, first: 0x2474, count: 20)
    case "decimalEnclosedFullstop": return enclosed(number, first: 0x2488, count: 20)
    case "decimalFullWidth", "decimalFullWidth2":
      return String(
        String.UnicodeScalarView(
          String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    default: return String(number)
    }
  }

  /// One Chinese digit.
  static func digit(_ value: Int, isLegal: Bool) -> String {
    let digits = isLegal ? legalDigits : plainDigits
    return digits.indices.contains(value) ? String(digits[value]) : ""
  }

  /// A whole number in Chinese words, as a workbook shows it: 一十二, 一万二千三百四十五.
  static func amount(_ number: Int, isLegal: Bool) -> String {
    guard number > 0, number < 1_000_000_000_000 else {
      return String(number).compactMap(\.wholeNumberValue).map { digit($0, isLegal: isLegal) }
        .joined()
    }
    let groups = ["", "万", "亿"]
    var text = ""
    for (place, name) in groups.enumerated().reversed() {
      let divisor = (0..<place).reduce(1) { value, _ in value * 10_000 }
      let group = number / divisor % 10_000
      guard group > 0 else { continue }
      if !text.isEmpty, group < 1000 || number / divisor % 100_000_000 == group {
        text += isLegal ? "零" : "〇"
      }
      text += chinese(
        group, digits: isLegal ? legalDigits : plainDigits,
        units: isLegal ? legalUnits : plainUnits, zero: isLegal ? "零" : "〇", dropsOne: false)
      text += name
    }
    return text
  }

  private static let plainDigits = Array("〇一二三四五六七八九")
  private static let plainUnits = ["", "十", "百", "千"]
  private static let legalDigits = Array("零壹贰叁肆伍陆柒捌玖")
  private static let legalUnits = ["", "拾", "佰", "仟"]

  private static func chinese(
    _ number: Int, digits: [Character], units: [String], zero: String, dropsOne: Bool
  ) -> String {
    guard (1..<10_000).contains(number) else { return String(number) }
    let figures = String(number).compactMap(\.wholeNumberValue)
    var text = ""
    var zeroPending = false
    for (index, figure) in figures.enumerated() {
      let place = figures.count - 1 - index
      if figure == 0 {
        zeroPending = true
        continue
      }
      if zeroPending { text += zero }
      zeroPending = false
      // 十二, not 一十二, at the front.
      if !(dropsOne && figure == 1 && place == 1 && index == 0) { text.append(digits[figure]) }
      text += units[place]
    }
    return text
  }

  private static func letters(_ number: Int, first: UInt8) -> String {
    // After z Word doubles the letter: aa, bb, cc.
    guard (1...780).contains(number) else { return String(number) }
    let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return String(number) }
    var rest = number
    var text = ""
    let table = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    for (value, sign) in table {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func cycle(_ number: Int, _ signs: String) -> String {
    let signs = Array(signs)
    return number >= 1 ? String(signs[(number - 1) % signs.count]) : String(number)
  }

  private static func enclosed(_ number: Int, first: UInt32, count: Int) -> String {
    guard (1...count).contains(number), let scalar = Unicode.Scalar(first + UInt32(number) - 1)
    else { return String(number) }
    return String(Character(scalar))
  }
}
