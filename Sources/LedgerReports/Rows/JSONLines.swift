import TaskLedger

/// Flat JSON objects, one a line, written into one run of bytes.
///
/// Written by hand because hundreds of rows a school, thousands of schools, are written at once. A
/// field without a value is left out: every reader of JSON lines takes it for null.
struct JSONLines {
  private(set) var bytes: [UInt8] = []

  /// Begins a line.
  mutating func begin() { bytes.append(UInt8(ascii: "{")) }

  /// Ends a line.
  mutating func end() {
    if bytes.last == UInt8(ascii: ",") { bytes.removeLast() }
    bytes += [UInt8(ascii: "}"), UInt8(ascii: "\n")]
  }

  /// Adds fields that were written before, each with its comma.
  mutating func add(_ fields: [UInt8]) { bytes += fields }

  /// Adds a field with a text.
  mutating func add(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    addName(name)
    addQuoted(text)
    addComma()
  }

  /// Adds a field with a day.
  mutating func add(_ name: StaticString, _ day: CivilDate?) {
    guard let day else { return }
    addName(name)
    bytes.append(UInt8(ascii: "\""))
    addDigits(day.year, count: 4)
    bytes.append(UInt8(ascii: "-"))
    addDigits(day.month, count: 2)
    bytes.append(UInt8(ascii: "-"))
    addDigits(day.day, count: 2)
    bytes.append(UInt8(ascii: "\""))
    addComma()
  }

  /// Adds a field with a whole number.
  mutating func add(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    addName(name)
    bytes += String(number).utf8
    addComma()
  }

  /// Adds a field with a truth value.
  mutating func add(_ name: StaticString, _ flag: Bool) {
    addName(name)
    bytes += (flag ? "true" : "false").utf8
    addComma()
  }

  /// Adds a field with a list of texts.
  mutating func add(_ name: StaticString, _ texts: [String]) {
    addName(name)
    bytes.append(UInt8(ascii: "["))
    for (place, text) in texts.enumerated() {
      if place > 0 { addComma() }
      addQuoted(text)
    }
    bytes.append(UInt8(ascii: "]"))
    addComma()
  }

  private mutating func addComma() { bytes.append(UInt8(ascii: ",")) }

  private mutating func addName(_ name: StaticString) {
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes += $0 }
    bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
  }

  private mutating func addDigits(_ number: Int, count: Int) {
    var divisor = count == 4 ? 1000 : 10
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  private mutating func addQuoted(_ text: String) {
    var quoted = "\""
    var isPlain = true
    for byte in text.utf8 where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
      isPlain = false
      break
    }
    if isPlain {
      quoted += text
    } else {
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\u{0}"..."\u{1F}", "\u{7F}":
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    bytes += PrintableText.escapedJSON(quoted + "\"").utf8
  }
}
