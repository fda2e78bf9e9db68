import Foundation

/// The texts of a form as they were sent: several of one name keep their order.
struct FormFields: Sendable, Hashable {
  private var values: [String: [String]] = [:]

  /// No fields.
  init() {}

  /// Fields by name, for drafts.
  init(_ fields: [String: String]) { values = fields.mapValues { [$0] } }

  /// Reads `application/x-www-form-urlencoded`; nil when it is not UTF-8 or has broken escapes.
  init?(encoded text: String) {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]),
        let value = Self.decoded(parts.count > 1 ? parts[1] : "")
      else { return nil }
      add(value, to: name)
    }
  }

  /// The last text of a name; empty when there is none.
  subscript(name: String) -> String { values[name]?.last ?? "" }

  /// All texts of a name.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The names, sorted.
  var names: [String] { values.keys.sorted() }

  /// All texts as they stand in the query of an address.
  var query: String {
    names.flatMap { name in
      all(name).map { "\(Self.encoded(name))=\(Self.encoded($0))" }
    }.joined(separator: "&")
  }

  /// Whether there is a text of a name, empty or not.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The last text of each name.
  var texts: [String: String] { values.compactMapValues(\.last) }

  /// Adds a text.
  mutating func add(_ value: String, to name: String) { values[name, default: []].append(value) }

  /// A text as it stands in an address.
  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }

  private static let unreserved = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")

  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }
}
