/// Reads numbers as Chinese offices write them: 十二, 二〇二〇, 两百, 廿五, `12`, `１２`.
public enum ChineseNumerals {
  /// The number that a text is, or nil when it is anything else.
  ///
  /// Units run to 千, so numbers with units to 九千九百九十九; figures by digits to nine places.
  ///
  /// - Parameter text: The numeral alone; white space at its ends is ignored.
  /// - Returns: The number: `二〇二〇` gives 2020, `一百零五` 105, `一百二` 120, `廿` 20.
  public static func value(of text: some StringProtocol) -> Int? {
    let source = UTF8Text(text)
    let trimmed = UTF8Text(source.trimmed(0, source.count))
    var scalars: [UInt32] = []
    var offset = 0
    while offset < trimmed.count {
      let (value, next) = trimmed.folded(at: offset)
      scalars.append(value)
      offset = next
    }
    return value(of: scalars)
  }

  /// The number that folded scalars are, or nil.
  static func value(of scalars: [UInt32]) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 9 else { return nil }
    if scalars.count == 1, scalars[0] == two { return 2 }
    return byDigits(scalars) ?? byUnits(scalars)
  }

  /// Whether a scalar can stand in a numeral: a Chinese digit or unit, or a decimal digit.
  static func isNumeral(_ value: UInt32) -> Bool {
    decimal(value) != nil || isChinese(value)
  }

  /// Whether a scalar is a Chinese digit or unit.
  static func isChinese(_ value: UInt32) -> Bool {
    value == two || digit(value) != nil || unit(value) != nil || tens(value) != nil
  }

  /// The value of a decimal digit, half-width or full-width.
  static func decimal(_ value: UInt32) -> Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  private static let two: UInt32 = 0x4E24  // 两

  private static func byDigits(_ scalars: [UInt32]) -> Int? {
    var result = 0
    for scalar in scalars {
      guard let place = decimal(scalar) ?? digit(scalar) else { return nil }
      result = result * 10 + place
    }
    return result
  }

  private static func byUnits(_ scalars: [UInt32]) -> Int? {
    var total = 0
    var pending: Int?
    var lastUnit = 10_000
    var hasZero = false
    for scalar in scalars {
      if let value = tens(scalar) {
        guard pending == nil, lastUnit > 10 else { return nil }
        total += value
        lastUnit = 10
        hasZero = false
      } else if let size = unit(scalar) {
        guard size < lastUnit, pending != nil || (size == 10 && !hasZero) else { return nil }
        total += (pending ?? 1) * size
        (pending, lastUnit, hasZero) = (nil, size, false)
      } else if let value = scalar == two ? 2 : digit(scalar) {
        guard pending == nil else { return nil }
        if value == 0 {
          guard !hasZero, lastUnit < 10_000 else { return nil }
          hasZero = true
        } else {
          pending = value
        }
      } else {
        return nil
      }
    }
    guard let last = pending else { return hasZero ? nil : total }
    if hasZero || lastUnit == 10 { return total + last }
    return lastUnit == 10_000 ? nil : total + last * lastUnit / 10
  }

  private static func digit(_ value: UInt32) -> Int? {
    switch value {
    case 0x3007, 0x96F6, 0x25CB, 0x25EF: 0  // 〇 零 ○ ◯
    case 0x4E00, 0x58F9: 1  // 一 壹
    case 0x4E8C, 0x8D30: 2  // 二 贰
    case 0x4E09, 0x53C1: 3  // 三 叁
    case 0x56DB, 0x8086: 4  // 四 肆
    case 0x4E94, 0x4F0D: 5  // 五 伍
    case 0x516D, 0x9646: 6  // 六 陆
    case 0x4E03, 0x67D2: 7  // 七 柒
    case 0x516B, 0x634C: 8  // 八 捌
    case 0x4E5D, 0x7396: 9  // 九 玖
    default: nil
    }
  }

  private static func unit(_ value: UInt32) -> Int? {
    switch value {
    case 0x5341, 0x62FE: 10  // 十 拾
    case 0x767E, 0x4F70: 100  // 百 佰
    case 0x5343, 0x4EDF: 1000  // 千 仟
    default: nil
    }
  }

  private static func tens(_ value: UInt32) -> Int? {
    switch value {
    case 0x5EFF: 20  // 廿
    case 0x5345: 30  // 卅
    default: nil
    }
  }
}
