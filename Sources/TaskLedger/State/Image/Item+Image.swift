extension Item {
  func write(to image: inout ImageWriter) {
    id.write(to: &image)
    image.write(clause) { $1.write(to: &$0) }
    image.write(task)
    image.write(taskTitle)
    image.write(ordinal) { $0.write($1) }
    image.write(basis)
    image.write(content)
    image.write(measures) { $1.write(to: &$0) }
    deadline.write(to: &image)
    image.write(names: departments.lead)
    image.write(names: departments.supporting)
    image.write(responsiblePerson)
    image.write(remark)
    image.write(narrative)
    image.write(flags.sorted { $0.rawValue < $1.rawValue }) { $0.write($1.rawValue) }
    image.write(link.confidence)
    image.write(link.reasons) { $0.write($1) }
    location.write(to: &image)
  }

  /// A function and not an initialiser, which would copy what is as large as this once more.
  static func read(from image: inout ImageReader) throws(LedgerImageError) -> Item {
    Item(
      id: try ItemID(from: &image),
      clause: try image.optional { (image) throws(LedgerImageError) in
        try ClauseID(from: &image)
      },
      task: try image.int(), taskTitle: try image.text(),
      ordinal: try image.optional { (image) throws(LedgerImageError) in try image.text() },
      basis: try image.text(), content: try image.text(),
      measures: try image.list { (image) throws(LedgerImageError) in try Measure(from: &image) },
      deadline: try Deadline(from: &image),
      departments: DepartmentAssignment(
        lead: try image.names(), supporting: try image.names()),
      responsiblePerson: try image.text(), remark: try image.text(),
      narrative: try image.text(),
      flags: Set(
        try image.list { (image) throws(LedgerImageError) in try image.findingCode() }),
      link: Link(
        confidence: try image.oneOf(ImageCases.confidences),
        reasons: try image.reasons()),
      location: try Diagnostic.Location(from: &image))
  }
}

extension ItemID {
  func write(to image: inout ImageWriter) {
    switch self {
    case .own(let number):
      image.write(0)
      image.write(number)
    case .clause(let clause): clause.write(to: &image)
    }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    // No clause stands in a task 0.
    let task = try image.int()
    let number = try image.int()
    if task == 0 {
      guard number >= 1 else { throw image.fault }
      self = .own(number)
    } else {
      guard let clause = ClauseID(task: task, number: number) else { throw image.fault }
      self = .clause(clause)
    }
  }
}

extension ClauseID {
  func write(to image: inout ImageWriter) {
    image.write(task)
    image.write(number)
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    guard let clause = ClauseID(task: try image.int(), number: try image.int()) else {
      throw image.fault
    }
    self = clause
  }
}

extension Measure {
  func write(to image: inout ImageWriter) {
    image.write(number)
    image.write(text)
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    self.init(number: try image.int(), text: try image.text())
  }
}

extension Diagnostic.Location {
  func write(to image: inout ImageWriter) {
    switch self {
    case .text(let file, let line, let column):
      image.write(0)
      image.write(file)
      image.write(line)
      image.write(column)
    case .cell(let file, let sheet, let reference):
      image.write(1)
      image.write(file)
      image.write(sheet)
      image.write(reference)
    case .tableCell(let file, let table, let row, let column):
      image.write(2)
      image.write(file)
      image.write(table)
      image.write(row)
      image.write(column)
    case .paragraph(let file, let index):
      image.write(3)
      image.write(file)
      image.write(index)
    case .event(let sequence):
      image.write(4)
      image.write(sequence)
    }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    switch try image.int() {
    case 0:
      self = .text(file: try image.text(), line: try image.int(), column: try image.int())
    case 1:
      self = .cell(file: try image.text(), sheet: try image.text(), reference: try image.text())
    case 2:
      self = .tableCell(
        file: try image.text(), table: try image.int(), row: try image.int(),
        column: try image.int())
    case 3: self = .paragraph(file: try image.text(), index: try image.int())
    case 4: self = .event(sequence: try image.int())
    default: throw image.fault
    }
  }
}
