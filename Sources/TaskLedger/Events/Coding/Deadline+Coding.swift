extension DeadlinePoint: Encodable {
  private enum CodingKeys: String, CodingKey {
    case day = "day"
    case bound = "bound"
    case precision = "precision"
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(day, forKey: .day)
    try box.encode(bound, forKey: .bound)
    try box.encode(precision, forKey: .precision)
  }
}

extension DeadlinePoint: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      day: try box.read("day"),
      bound: try box.read("bound"),
      precision: try box.read("precision"))
    try box.end()
  }
}

extension Recurrence: Encodable {
  private enum CodingKeys: String, CodingKey {
    case period = "period"
    case interval = "interval"
    case day = "day"
    case days = "days"
    case month = "month"
    case months = "months"
    case weekday = "weekday"
    case weekdays = "weekdays"
    case from = "from"
    case until = "until"
  }

  /// Encodes the stored form; empty values are left out, and a single day, month or weekday has
  /// the name that it had before there could be several.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(period, forKey: .period)
    if interval > 1 { try box.encode(interval, forKey: .interval) }
    for (list, one, many) in [
      (days, CodingKeys.day, CodingKeys.days), (months, .month, .months),
      (weekdays, .weekday, .weekdays),
    ] {
      if list.count == 1 {
        try box.encode(list[0], forKey: one)
      } else if list.count > 1 {
        try box.encode(list, forKey: many)
      }
    }
    try box.encodeIfPresent(from, forKey: .from)
    try box.encodeIfPresent(until, forKey: .until)
  }
}

extension Recurrence: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    func list(_ one: StaticString, _ many: StaticString) throws -> [Int] {
      if let only: Int = try box.readIfPresent(one) { return [only] }
      return try box.readAny(many)
    }
    self.init(
      period: try box.read("period"),
      interval: try box.readIfPresent("interval") ?? 1,
      days: try list("day", "days"),
      months: try list("month", "months"),
      weekdays: try list("weekday", "weekdays"),
      from: try box.readIfPresent("from"),
      until: try box.readIfPresent("until"))
    try box.end()
  }
}

extension Deadline: Encodable {
  private enum CodingKeys: String, CodingKey {
    case text = "text"
    case kind = "kind"
    case yearAssumed = "yearAssumed"
    case point = "point"
    case points = "points"
    case from = "from"
    case every = "every"
    case event = "event"
    case thenOngoing = "thenOngoing"
  }

  /// Encodes the words, the kind and what the kind needs.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(text, forKey: .text)
    try box.encode(kind, forKey: .kind)
    if isYearAssumed { try box.encode(true, forKey: .yearAssumed) }
    switch meaning {
    case .blank, .vague, .unreadable: break
    case .immediate(let thenOngoing):
      if thenOngoing { try box.encode(true, forKey: .thenOngoing) }
    case .date(let point): try box.encode(point, forKey: .point)
    case .range(let start, let end):
      try box.encode(start, forKey: .from)
      try box.encode(end, forKey: .point)
    case .dates(let points): try box.encode(points, forKey: .points)
    case .recurring(let every): try box.encode(every, forKey: .every)
    case .ongoing(let point): try box.encodeIfPresent(point, forKey: .point)
    case .event(let words): try box.encode(words, forKey: .event)
    }
  }
}

extension Deadline: StoredReadable {
  /// Decodes the stored form; an unknown kind is an error.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    let meaning: Meaning
    let kind = try box.value("kind")
    switch try String(stored: kind) {
    case "blank": meaning = .blank
    case "vague": meaning = .vague
    case "unreadable": meaning = .unreadable
    case "immediate":
      meaning = .immediate(thenOngoing: try box.readIfPresent("thenOngoing") ?? false)
    case "date": meaning = .date(try box.read("point"))
    case "range":
      meaning = .range(from: try box.read("from"), to: try box.read("point"))
    case "dates": meaning = .dates(try box.read("points"))
    case "recurring": meaning = .recurring(try box.read("every"))
    case "ongoing":
      meaning = .ongoing(after: try box.readIfPresent("point"))
    case "event": meaning = .event(try box.read("event"))
    case let name: throw kind.fault("unknown deadline kind \(name)")
    }
    self.init(
      text: try box.read("text"), meaning: meaning,
      isYearAssumed: try box.readIfPresent("yearAssumed") ?? false)
    try box.end()
  }
}
