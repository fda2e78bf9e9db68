/// The words of an EQ field, whose instruction says what Word sets over and beside each other:
/// `\o\ac(○,1)` is a figure in a circle, `\f(1,2)` a fraction.
struct EquationField {
  private let signs: [Character]
  private var index = 0

  /// How deep parts may stand in each other.
  private static let deepest = 8

  /// The words of an instruction behind its name; nil when it has none.
  static func text(_ instruction: String) -> String? {
    var field = EquationField(signs: Array(instruction))
    let text = field.parts(0, upTo: nil).joined().trimmingPrefix { $0.isWhitespace }
    return text.allSatisfy(\.isWhitespace) ? nil : String(text)
  }

  private init(signs: [Character]) { self.signs = signs }

  /// The parts up to a closing bracket, divided by commas and semicolons, or all that is left as one.
  private mutating func parts(_ depth: Int, upTo close: Character?) -> [String] {
    var parts = [""]
    while index < signs.count {
      let sign = signs[index]
      index += 1
      switch sign {
      case "\\": parts[parts.count - 1] += command(depth)
      case ",", ";":
        if close == nil { parts[parts.count - 1].append(sign) } else { parts.append("") }
      case ")" where close != nil: return parts
      default: parts[parts.count - 1].append(sign)
      }
    }
    return parts
  }

  /// A command with its options and its parts, or a sign that stands for itself.
  private mutating func command(_ depth: Int) -> String {
    guard index < signs.count else { return "" }
    guard signs[index].isASCII, signs[index].isLetter else {
      index += 1
      return String(signs[index - 1])
    }
    var names = [name()]
    while index < signs.count, signs[index] != "(" {
      if signs[index] == "\\" {
        index += 1
        names.append(name())
      } else if signs[index].isWhitespace || signs[index].isNumber {
        index += 1
      } else {
        return ""
      }
    }
    index += 1
    guard depth < Self.deepest else { return "" }
    return Self.set(names, parts(depth + 1, upTo: ")"))
  }

  /// The letters of a name in small ones.
  private mutating func name() -> String {
    var name = ""
    while index < signs.count, signs[index].isASCII, signs[index].isLetter {
      name += signs[index].lowercased()
      index += 1
    }
    return name
  }

  /// The parts of a command on one line.
  private static func set(_ names: [String], _ parts: [String]) -> String {
    switch names.first {
    case "f" where parts.count == 2:
      return MathText.text(.numerator, parts[0]) + MathText.text(.denominator, parts[1])
    case "o": return overlaid(parts)
    case "s":
      let part: MathText.Part = names.contains("do") ? .lowered : .raised
      return parts.map { MathText.text(part, $0) }.joined()
    case "r":
      let degree = parts.count > 1 ? MathText.text(.raised, parts[0]) : ""
      return degree + "√(\(parts.last ?? ""))"
    case "b": return "(\(parts.joined(separator: ",")))"
    case "l": return parts.joined(separator: ",")
    default: return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// What is set over each other: a figure in a circle is one sign, other frames say nothing.
  private static func overlaid(_ parts: [String]) -> String {
    let parts = parts.map { $0.filter { !$0.isWhitespace } }
    let words = parts.filter { !frames.contains($0) }.joined()
    guard parts.contains(where: circles.contains), let number = Int(words) else { return words }
    return circled(number) ?? words
  }

  private static let circles: Set = ["○", "◯", "〇"]
  private static let frames = circles.union(["□", "△", "◇", "▽", "◎"])

  /// The sign of a figure in a circle, up to 50.
  private static func circled(_ number: Int) -> String? {
    let first: UInt32
    switch number {
    case 1...20: first = 0x2460 - 1
    case 21...35: first = 0x3251 - 21
    case 36...50: first = 0x32B1 - 36
    default: return nil
    }
    return Unicode.Scalar(first + UInt32(number)).map { String(Character($0)) }
  }
}
