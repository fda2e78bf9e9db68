import Foundation
import TaskLedger

/// What `--json` prints: `{"schemaVersion":1,"kind":…, …}` with sorted keys and a line break.
package struct JSONDocument<Body: Encodable>: Encodable {
  private let kind: String
  private let body: Body

  private enum CodingKeys: String, CodingKey {
    case schemaVersion = "schemaVersion"
    case kind = "kind"
  }

  /// Creates a document of a kind; the fields of the body follow the kind.
  package init(kind: String, _ body: Body) {
    self.kind = kind
    self.body = body
  }

  /// Encodes version, kind and the fields of the body.
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(1, forKey: .schemaVersion)
    try box.encode(kind, forKey: .kind)
    try body.encode(to: encoder)
  }

  /// The document as it is printed: sorted keys, one field a line.
  package func encoded() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let text = String(decoding: try encoder.encode(self), as: UTF8.self)
    return PrintableText.escapedJSON(text) + "\n"
  }
}

/// A value that is printed as `null` when there is none, so that every field is always there.
package struct Nullable<Value: Encodable>: Encodable {
  private let value: Value?

  /// Wraps a value.
  package init(_ value: Value?) { self.value = value }

  /// Encodes the value or null.
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    if let value { try box.encode(value) } else { try box.encodeNil() }
  }
}
