/// Numbers, days and digests as they stand in payloads: texts of a known alphabet, read from their
/// bytes.

extension ItemID: StoredReadable {
  /// Reads the written form.
  init(stored value: StoredValue) throws {
    guard let text = value.plain, let known = ItemID(utf8: text) else {
      throw value.fault("not an item id")
    }
    self = known
  }
}

extension ClauseID: StoredReadable {
  /// Reads the written form.
  init(stored value: StoredValue) throws {
    guard let text = value.plain, let known = ClauseID(utf8: text) else {
      throw value.fault("not a clause id")
    }
    self = known
  }
}

extension CivilDate: StoredReadable {
  /// Reads the written form.
  init(stored value: StoredValue) throws {
    guard let text = value.plain, let known = CivilDate(utf8: text) else {
      throw value.fault("not a date")
    }
    self = known
  }
}

extension CivilMonth: StoredReadable {
  /// Reads the written form.
  init(stored value: StoredValue) throws {
    guard let text = value.plain, let known = CivilMonth(utf8: text) else {
      throw value.fault("not a month")
    }
    self = known
  }
}

extension EvidenceNumber: StoredReadable {
  /// Reads the written form.
  init(stored value: StoredValue) throws {
    guard let text = value.plain, let known = EvidenceNumber(utf8: text) else {
      throw value.fault("not an evidence number")
    }
    self = known
  }
}

extension EvidenceDigest: StoredReadable {
  /// Reads the written form.
  init(stored value: StoredValue) throws {
    guard let text = value.plain, let known = EvidenceDigest(utf8: text) else {
      throw value.fault("not a digest")
    }
    self = known
  }
}

extension DeadlinePoint.Bound: StoredReadable {}
extension DeadlinePoint.Precision: StoredReadable {}
extension Recurrence.Period: StoredReadable {}
extension Link.Confidence: StoredReadable {}
extension ColumnReading.Ground: StoredReadable {}
extension Link.Reason: StoredReadable {}
extension Figure.Relation: StoredReadable {}
extension FindingCode: StoredReadable {}
