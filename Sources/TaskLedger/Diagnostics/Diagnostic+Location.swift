extension Diagnostic {
  /// A place in a source, 1-based; columns count characters, not bytes.
  public enum Location: Sendable, Hashable {
    /// A line and column of a text file.
    case text(file: String, line: Int, column: Int)
    /// A spreadsheet cell such as `重点任务!D7`.
    case cell(file: String, sheet: String, reference: String)
    /// A cell of the n-th table of a document, by grid row and grid column.
    case tableCell(file: String, table: Int, row: Int, column: Int)
    /// A row of a spreadsheet, where the cell is not known.
    case sheetRow(file: String, sheet: String, row: Int)
    /// A grid row of the n-th table of a document, where the cell is not known.
    case tableRow(file: String, table: Int, row: Int)
    /// A line of a text file, where the column is not known.
    case line(file: String, line: Int)
    /// The n-th paragraph of a document outside of tables.
    case paragraph(file: String, index: Int)
    /// An entry of the ledger's log.
    case event(sequence: Int)
    /// A line of a program that made the value itself.
    case code(file: String, line: Int)
  }
}

extension Diagnostic.Location {
  /// The line of a program that calls this, for what no document tells.
  public static func here(file: String = #fileID, line: Int = #line) -> Self {
    .code(file: file, line: line)
  }
}

extension Diagnostic.Location {
  /// The row or line of the place, for what stands in another cell of it that nobody kept.
  var row: Self {
    switch self {
    case .text(let file, let line, _): return .line(file: file, line: line)
    case .cell(let file, let sheet, let reference):
      return Int(reference.drop { !$0.isNumber }).map {
        .sheetRow(file: file, sheet: sheet, row: $0)
      }
        ?? self
    case .tableCell(let file, let table, let row, _):
      return .tableRow(file: file, table: table, row: row)
    case .sheetRow, .tableRow, .line, .paragraph, .event, .code: return self
    }
  }
}

extension Diagnostic.Location: CustomStringConvertible {
  /// The place as it is printed at the head of a message, for example `方案.xlsx[任务列表!D7]`.
  public var description: String {
    switch self {
    case .text(let file, let line, let column): "\(file):\(line):\(column)"
    case .cell(let file, let sheet, let reference): "\(file)[\(sheet)!\(reference)]"
    case .tableCell(let file, let table, let row, let column):
      "\(file)[表\(table) 第\(row)行第\(column)列]"
    case .sheetRow(let file, let sheet, let row): "\(file)[\(sheet) 第\(row)行]"
    case .tableRow(let file, let table, let row): "\(file)[表\(table) 第\(row)行]"
    case .line(let file, let line): "\(file):\(line)"
    case .paragraph(let file, let index): "\(file)[第\(index)段]"
    case .event(let sequence): "台账[第\(sequence)条]"
    case .code(let file, let line): "\(file):\(line)"
    }
  }
}

extension Diagnostic.Location: Encodable {
  private enum CodingKeys: String, CodingKey {
    case kind, file, line, column, sheet, reference, table, row, index, sequence
  }

  /// Encodes the place with a `kind` and its numbers.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .text(let file, let line, let column):
      try box.encode("text", forKey: .kind)
      try box.encode(file, forKey: .file)
      try box.encode(line, forKey: .line)
      try box.encode(column, forKey: .column)
    case .cell(let file, let sheet, let reference):
      try box.encode("cell", forKey: .kind)
      try box.encode(file, forKey: .file)
      try box.encode(sheet, forKey: .sheet)
      try box.encode(reference, forKey: .reference)
    case .tableCell(let file, let table, let row, let column):
      try box.encode("table-cell", forKey: .kind)
      try box.encode(file, forKey: .file)
      try box.encode(table, forKey: .table)
      try box.encode(row, forKey: .row)
      try box.encode(column, forKey: .column)
    case .sheetRow(let file, let sheet, let row):
      try box.encode("sheet-row", forKey: .kind)
      try box.encode(file, forKey: .file)
      try box.encode(sheet, forKey: .sheet)
      try box.encode(row, forKey: .row)
    case .tableRow(let file, let table, let row):
      try box.encode("table-row", forKey: .kind)
      try box.encode(file, forKey: .file)
      try box.encode(table, forKey: .table)
      try box.encode(row, forKey: .row)
    case .line(let file, let line):
      try box.encode("line", forKey: .kind)
      try box.encode(file, forKey: .file)
      try box.encode(line, forKey: .line)
    case .paragraph(let file, let index):
      try box.encode("paragraph", forKey: .kind)
      try box.encode(file, forKey: .file)
      try box.encode(index, forKey: .index)
    case .event(let sequence):
      try box.encode("event", forKey: .kind)
      try box.encode(sequence, forKey: .sequence)
    case .code(let file, let line):
      try box.encode("code", forKey: .kind)
      try box.encode(file, forKey: .file)
      try box.encode(line, forKey: .line)
    }
  }
}

extension Diagnostic.Location: StoredReadable {
  /// Reads a place written by ``encode(to:)``; an unknown kind is an error.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    let kind = try box.value("kind")
    switch try String(stored: kind) {
    case "text":
      self = .text(
        file: try box.read("file"), line: try box.read("line"), column: try box.read("column"))
    case "cell":
      self = .cell(
        file: try box.read("file"), sheet: try box.read("sheet"),
        reference: try box.read("reference"))
    case "table-cell":
      self = .tableCell(
        file: try box.read("file"), table: try box.read("table"), row: try box.read("row"),
        column: try box.read("column"))
    case "sheet-row":
      self = .sheetRow(
        file: try box.read("file"), sheet: try box.read("sheet"), row: try box.read("row"))
    case "table-row":
      self = .tableRow(
        file: try box.read("file"), table: try box.read("table"), row: try box.read("row"))
    case "line": self = .line(file: try box.read("file"), line: try box.read("line"))
    case "paragraph":
      self = .paragraph(file: try box.read("file"), index: try box.read("index"))
    case "event": self = .event(sequence: try box.read("sequence"))
    case "code": self = .code(file: try box.read("file"), line: try box.read("line"))
    case let name: throw kind.fault("unknown location kind \(name)")
    }
    try box.end()
  }
}
