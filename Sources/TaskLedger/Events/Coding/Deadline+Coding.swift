extension DeadlinePoint: Codable {
  private enum CodingKeys: String, CodingKey {
    case day = "day"
    case bound = "bound"
    case precision = "precision"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      day: try box.decode(CivilDate.self, forKey: .day),
      bound: try box.decode(DeadlinePoint.Bound.self, forKey: .bound),
      precision: try box.decode(DeadlinePoint.Precision.self, forKey: .precision))
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(day, forKey: .day)
    try box.encode(bound, forKey: .bound)
    try box.encode(precision, forKey: .precision)
  }
}

extension Recurrence: Codable {
  private enum CodingKeys: String, CodingKey {
    case period = "period"
    case day = "day"
    case month = "month"
    case weekday = "weekday"
    case from = "from"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      period: try box.decode(Recurrence.Period.self, forKey: .period),
      day: try box.decodeIfPresent(Int.self, forKey: .day),
      month: try box.decodeIfPresent(Int.self, forKey: .month),
      weekday: try box.decodeIfPresent(Int.self, forKey: .weekday),
      from: try box.decodeIfPresent(CivilDate.self, forKey: .from))
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(period, forKey: .period)
    try box.encodeIfPresent(day, forKey: .day)
    try box.encodeIfPresent(month, forKey: .month)
    try box.encodeIfPresent(weekday, forKey: .weekday)
    try box.encodeIfPresent(from, forKey: .from)
  }
}

extension Deadline: Codable {
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

  /// Decodes the stored form; an unknown kind is an error.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    let meaning: Meaning
    switch try box.decode(String.self, forKey: .kind) {
    case "blank": meaning = .blank
    case "vague": meaning = .vague
    case "unreadable": meaning = .unreadable
    case "immediate":
      meaning = .immediate(
        thenOngoing: try box.decodeIfPresent(Bool.self, forKey: .thenOngoing) ?? false)
    case "date": meaning = .date(try box.decode(DeadlinePoint.self, forKey: .point))
    case "range":
      meaning = .range(
        from: try box.decode(CivilDate.self, forKey: .from),
        to: try box.decode(DeadlinePoint.self, forKey: .point))
    case "dates": meaning = .dates(try box.decode([DeadlinePoint].self, forKey: .points))
    case "recurring": meaning = .recurring(try box.decode(Recurrence.self, forKey: .every))
    case "ongoing":
      meaning = .ongoing(after: try box.decodeIfPresent(DeadlinePoint.self, forKey: .point))
    case "event": meaning = .event(try box.decode(String.self, forKey: .event))
    case let kind:
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: box, debugDescription: "unknown deadline kind \(kind)")
    }
    self.init(
      text: try box.decode(String.self, forKey: .text), meaning: meaning,
      isYearAssumed: try box.decodeIfPresent(Bool.self, forKey: .yearAssumed) ?? false)
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
