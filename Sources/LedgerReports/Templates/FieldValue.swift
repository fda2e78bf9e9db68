/// What a template may ask for under a key: a text, a yes or no, or rows with keys of their own.
enum FieldValue: Sendable {
  /// A text; nil when the ledger does not know it, and then a template must ask first.
  case text(String?)
  /// Whether something is so.
  case flag(Bool)
  /// Rows, each with its own keys.
  case rows([Fields])
}

/// The values of one row or of a whole paper by key, each read only when a template asks for it: a
/// row has some sixty, and a table of many rows shows eight.
struct Fields: Sendable {
  fileprivate let places: [String: Int]
  fileprivate let read: @Sendable (_ place: Int) -> FieldValue

  /// The value of a key; nil when there is no such key.
  subscript(name: String) -> FieldValue? { places[name].map(read) }
}

/// The keys of one kind of report value: each with its name and how it is read from the value.
///
/// One table serves three ends: rendering, the check of a template before it is used, and the list
/// of keys for those who write templates.
struct KeyTable<Value: Sendable>: Sendable {
  /// One key.
  struct Key: Sendable {
    var name: String
    var shape: KeyShape.Kind
    fileprivate var reader: Reader
  }

  /// Reads the value of a key.
  fileprivate typealias Reader = @Sendable (Value) -> FieldValue

  let keys: [Key]
  fileprivate let places: [String: Int]
  fileprivate let readers: [Reader]

  init(_ keys: [Key]) {
    self.keys = keys
    places = Dictionary(
      keys.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { _, last in last })
    readers = keys.map(\.reader)
  }

  /// The values of a report value by key.
  func fields(of value: Value) -> Fields {
    let readers = readers
    return Fields(places: places) { readers[$0](value) }
  }

  /// The keys without a value.
  var shapes: [KeyShape] { keys.map { KeyShape(name: $0.name, kind: $0.shape) } }

  /// The keys of two tables together.
  static func + (left: KeyTable, right: KeyTable) -> KeyTable { KeyTable(left.keys + right.keys) }

  /// The same keys for a value that holds this one.
  func within<Outer: Sendable>(_ path: @escaping @Sendable (Outer) -> Value) -> KeyTable<Outer> {
    KeyTable<Outer>(
      keys.map { key in
        KeyTable<Outer>.Key(
          name: key.name, shape: key.shape, reader: { key.reader(path($0)) })
      })
  }
}

extension KeyTable.Key {
  /// A text that is always known.
  static func text(_ name: String, _ read: @escaping @Sendable (Value) -> String) -> Self {
    Self(name: name, shape: .text, reader: { .text(read($0)) })
  }

  /// A text that may be unknown or empty; a template must ask first.
  static func optional(_ name: String, _ read: @escaping @Sendable (Value) -> String?) -> Self {
    Self(
      name: name, shape: .optional,
      reader: { value in
        let text = read(value)
        return .text(text?.isEmpty ?? true ? nil : text)
      })
  }

  /// A number.
  static func number(_ name: String, _ read: @escaping @Sendable (Value) -> Int) -> Self {
    Self(name: name, shape: .text, reader: { .text(String(read($0))) })
  }

  /// Whether something is so.
  static func flag(_ name: String, _ read: @escaping @Sendable (Value) -> Bool) -> Self {
    Self(name: name, shape: .flag, reader: { .flag(read($0)) })
  }

  /// Rows with keys of their own.
  static func rows<Row: Sendable>(
    _ name: String, _ table: KeyTable<Row>, _ read: @escaping @Sendable (Value) -> [Row]
  ) -> Self {
    Self(
      name: name, shape: .rows(table.shapes), reader: { .rows(read($0).map(table.fields)) })
  }

  /// One row or none.
  static func row<Row: Sendable>(
    _ name: String, _ table: KeyTable<Row>, _ read: @escaping @Sendable (Value) -> Row?
  ) -> Self {
    Self(
      name: name, shape: .rows(table.shapes),
      reader: { value in .rows(read(value).map { [table.fields(of: $0)] } ?? []) })
  }
}

/// A key without a value: what a template may ask for.
struct KeyShape: Sendable, Hashable {
  /// What stands under a key.
  enum Kind: Sendable, Hashable {
    /// A text that is always known.
    case text
    /// A text that may be unknown.
    case optional
    /// Yes or no.
    case flag
    /// Rows with keys of their own.
    case rows([KeyShape])
  }

  var name: String
  var kind: Kind
}
