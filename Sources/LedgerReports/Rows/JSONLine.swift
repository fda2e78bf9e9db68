import TaskLedger

/// One flat JSON object on one line, its fields sorted by name.
///
/// Written by hand because hundreds of rows a school, thousands of schools, are written at once.
struct JSONLine {
  private var fields: [(name: String, value: String)] = []

  /// Adds a field with a text or null.
  mutating func add(_ name: String, _ text: String?) {
    fields.append((name, text.map(Self.quoted) ?? "null"))
  }

  /// Adds a field with a day or null.
  mutating func add(_ name: String, _ day: CivilDate?) {
    fields.append((name, day.map { "\"\($0)\"" } ?? "null"))
  }

  /// Adds a field with a whole number or null.
  mutating func add(_ name: String, _ number: Int?) {
    fields.append((name, number.map { "\($0)" } ?? "null"))
  }

  /// Adds a field with a truth value.
  mutating func add(_ name: String, _ flag: Bool) {
    fields.append((name, flag ? "true" : "false"))
  }

  /// Adds a field with a list of texts.
  mutating func add(_ name: String, _ texts: [String]) {
    fields.append((name, "[" + texts.map(Self.quoted).joined(separator: ",") + "]"))
  }

  /// The line with its line break.
  var text: String {
    let sorted = fields.sorted { $0.name < $1.name }
    return "{" + sorted.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}\n"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    quoted.reserveCapacity(text.utf8.count + 2)
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
    return PrintableText.escapedJSON(quoted + "\"")
  }
}
