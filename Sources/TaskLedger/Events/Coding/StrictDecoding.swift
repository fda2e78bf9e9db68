/// What is stored as the payload of an event: its keys are written out and known.
protocol StoredPayload: Codable {
  associatedtype CodingKeys: CodingKey
}

/// A payload whose keys are all known to its type.
struct StrictPayload<Payload: StoredPayload>: Decodable {
  let payload: Payload

  init(from decoder: any Decoder) throws {
    _ = try decoder.strictContainer(keyedBy: Payload.CodingKeys.self)
    payload = try Payload(from: decoder)
  }
}

/// A key of any name, for finding keys that a type does not know.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// A container whose keys are all known; an unknown key is an error, never dropped.
  func strictContainer<Key: CodingKey>(keyedBy type: Key.Type) throws
    -> KeyedDecodingContainer<Key>
  {
    let all = try container(keyedBy: AnyKey.self)
    for key in all.allKeys where Key(stringValue: key.stringValue) == nil {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: all, debugDescription: "unknown key \(key.stringValue)")
    }
    return try container(keyedBy: type)
  }
}
