/// What a template may ask for under a key: a text, a yes or no, or rows with keys of their own.
enum FieldValue: Sendable {
  /// A text; nil when the ledger does not know it, and then a template must ask first.
  case text(String?)
  /// Whether something is so.
  case flag(Bool)
  /// Rows, each with its own keys.
  case rows(Rows)
}

/// The values of one row or of a whole paper by key, each read only when a template asks for it: a
/// row has some sixty, and a table of many rows shows eight.
struct Fields {
  fileprivate let places: [String: Int]
  fileprivate let read: (_ place: Int) -> FieldValue

  /// The value of a key; nil when there is no such key.
  subscript(name: String) -> FieldValue? { places[name].map(read) }
}

/// Rows that have the same keys; a key is found once for all of them.
struct Rows: Sendable {
  /// How many there are.
  let count: Int
  /// The place of each key.
  let places: [String: Int]
  /// Reads the value of the key at a place from a row.
  let read: @Sendable (_ row: Int, _ place: Int) -> FieldValue

  init<Row: Sendable>(_ rows: [Row], _ table: KeyTable<Row>) {
    let readers = table.readers
    count = rows.count
    places = table.places
    read = { row, place in readers[place].value(of: rows[row]) }
  }

  /// The values of one row.
  func fields(at row: Int) -> Fields {
    let read = read
    return Fields(places: places) { read(row, $0) }
  }
}

/// The keys of one kind of report value: each with its name and how it is read from the value.
///
/// One table serves three ends: rendering, the check of a template before it is used, and the list
/// of keys for those who write templates.
struct KeyTable<Value>: Sendable {
  /// One key.
  struct Key: Sendable {
    var name: String
    var shape: KeyShape.Kind
    fileprivate var reader: Reader
  }

  /// How a key is read. What reads is kept as it was given, without a closure around it: threads
  /// that print rows side by side would wait for each other over its references.
  fileprivate enum Reader: Sendable {
    case text(@Sendable (Value) -> String)
    case optional(@Sendable (Value) -> String?)
    case number(@Sendable (Value) -> Int)
    case flag(@Sendable (Value) -> Bool)
    case other(@Sendable (Value) -> FieldValue)

    func value(of row: Value) -> FieldValue {
      switch self {
      case .text(let read): return .text(read(row))
      case .optional(let read):
        let text = read(row)
        return .text(text?.isEmpty ?? true ? nil : text)
      case .number(let read): return .text(String(read(row)))
      case .flag(let read): return .flag(read(row))
      case .other(let read): return read(row)
      }
    }
  }

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
    return Fields(places: places) { readers[$0].value(of: value) }
  }

  /// The keys without a value.
  var shapes: [KeyShape] { keys.map { KeyShape(name: $0.name, kind: $0.shape) } }

  /// The keys of two tables together.
  static func + (left: KeyTable, right: KeyTable) -> KeyTable { KeyTable(left.keys + right.keys) }

  /// The same keys for a value that holds this one.
  func within<Outer>(_ path: @escaping @Sendable (Outer) -> Value) -> KeyTable<Outer> {
    KeyTable<Outer>(
      keys.map { key in
        KeyTable<Outer>.Key(
          name: key.name, shape: key.shape, reader: .other { key.reader.value(of: path($0)) })
      })
  }
}

extension KeyTable.Key {
  /// A text that is always known.
  static func text(_ name: String, _ read: @escaping @Sendable (Value) -> String) -> Self {
    Self(name: name, shape: .text, reader: .text(read))
  }

  /// A text that may be unknown or empty; a template must ask first.
  static func optional(_ name: String, _ read: @escaping @Sendable (Value) -> String?) -> Self {
    Self(name: name, shape: .optional, reader: .optional(read))
  }

  /// A number.
  static func number(_ name: String, _ read: @escaping @Sendable (Value) -> Int) -> Self {
    Self(name: name, shape: .text, reader: .number(read))
  }

  /// Whether something is so.
  static func flag(_ name: String, _ read: @escaping @Sendable (Value) -> Bool) -> Self {
    Self(name: name, shape: .flag, reader: .flag(read))
  }

  /// Rows with keys of their own.
  static func rows<Row: Sendable>(
    _ name: String, _ table: KeyTable<Row>, _ read: @escaping @Sendable (Value) -> [Row]
  ) -> Self {
    Self(
      name: name, shape: .rows(table.shapes), reader: .other { .rows(Rows(read($0), table)) })
  }

  /// One row or none.
  static func row<Row: Sendable>(
    _ name: String, _ table: KeyTable<Row>, _ read: @escaping @Sendable (Value) -> Row?
  ) -> Self {
    Self(
      name: name, shape: .rows(table.shapes),
      reader: .other { value in .rows(Rows(read(value).map { [$0] } ?? [], table)) })
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
