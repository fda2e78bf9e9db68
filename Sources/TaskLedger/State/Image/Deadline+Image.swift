extension Deadline {
  /// Whether the events of two equal deadlines are the same to the byte.
  func isEventSame(as other: Deadline) -> Bool {
    guard case .event(let own) = meaning, case .event(let words) = other.meaning else {
      return true
    }
    return own.utf8.elementsEqual(words.utf8)
  }

  func write(to image: inout ImageWriter) {
    image.write(text)
    image.write(isYearAssumed)
    switch meaning {
    case .blank: image.write(0)
    case .vague: image.write(1)
    case .unreadable: image.write(2)
    case .immediate(let thenOngoing):
      image.write(3)
      image.write(thenOngoing)
    case .date(let point):
      image.write(4)
      point.write(to: &image)
    case .range(let start, let end):
      image.write(5)
      image.write(start)
      end.write(to: &image)
    case .dates(let points):
      image.write(6)
      image.write(points) { $1.write(to: &$0) }
    case .recurring(let recurrence):
      image.write(7)
      recurrence.write(to: &image)
    case .ongoing(let point):
      image.write(8)
      image.write(point) { $1.write(to: &$0) }
    case .event(let words):
      image.write(9)
      image.write(words)
    }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    let text = try image.text()
    let isYearAssumed = try image.flag()
    self.init(
      text: text, meaning: try Self.meaning(from: &image), isYearAssumed: isYearAssumed)
  }

  private static func meaning(
    from image: inout ImageReader
  ) throws(LedgerImageError) -> Meaning {
    switch try image.int() {
    case 0: .blank
    case 1: .vague
    case 2: .unreadable
    case 3: .immediate(thenOngoing: try image.flag())
    case 4: .date(try DeadlinePoint(from: &image))
    case 5: .range(from: try image.date(), to: try DeadlinePoint(from: &image))
    case 6:
      .dates(
        try image.list { (image) throws(LedgerImageError) in try DeadlinePoint(from: &image) })
    case 7: .recurring(try Recurrence(from: &image))
    case 8:
      .ongoing(
        after: try image.optional { (image) throws(LedgerImageError) in
          try DeadlinePoint(from: &image)
        })
    case 9: .event(try image.text())
    default: throw image.fault
    }
  }
}

extension DeadlinePoint {
  func write(to image: inout ImageWriter) {
    image.write(day)
    image.write(bound)
    image.write(precision)
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    self.init(
      day: try image.date(), bound: try image.oneOf(ImageCases.bounds),
      precision: try image.oneOf(ImageCases.precisions))
  }
}

extension Recurrence {
  func write(to image: inout ImageWriter) {
    image.write(period)
    image.write(interval)
    for list in [days, months, weekdays] { image.write(list) { $0.write($1) } }
    for date in [from, until] { image.write(date) { $0.write($1) } }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    func numbers(_ image: inout ImageReader) throws(LedgerImageError) -> [Int] {
      try image.list { (image) throws(LedgerImageError) in try image.int() }
    }
    func date(_ image: inout ImageReader) throws(LedgerImageError) -> CivilDate? {
      try image.optional { (image) throws(LedgerImageError) in try image.date() }
    }
    self.init(
      period: try image.oneOf(ImageCases.periods), interval: try image.int(),
      days: try numbers(&image), months: try numbers(&image), weekdays: try numbers(&image),
      from: try date(&image), until: try date(&image))
  }
}
