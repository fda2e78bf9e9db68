/// How the payloads of events are read; the keys are those they are written with.

extension ClosureReturned: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(item: try box.read("item"), reason: try box.read("reason"))
    try box.end()
  }
}

extension ClosureSubmitted: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      item: try box.read("item"),
      summary: try box.read("summary"),
      unprovedMeasures: try box.read("unprovedMeasures"))
    try box.end()
  }
}

extension EntryUndone: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      item: try box.read("item"),
      sequence: try box.read("sequence"),
      reason: try box.read("reason"))
    try box.end()
  }
}

extension EvidenceAttached: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(item: try box.read("item"), evidence: try box.read("evidence"))
    try box.end()
  }
}

extension EvidenceVoided: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      item: try box.read("item"),
      number: try box.read("number"),
      reason: try box.read("reason"))
    try box.end()
  }
}

extension ExtensionGranted: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      item: try box.read("item"),
      until: try box.read("until"),
      basis: try box.read("basis"))
    try box.end()
  }
}

extension ExtensionRefused: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(item: try box.read("item"), reason: try box.read("reason"))
    try box.end()
  }
}

extension ExtensionRequested: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      item: try box.read("item"),
      until: try box.read("until"),
      reason: try box.read("reason"),
      progress: try box.read("progress"))
    try box.end()
  }
}

extension FactRecorded: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      name: try box.read("name"), value: try box.read("value"),
      evidence: try box.readIfPresent("evidence"), exemption: try box.readIfPresent("exemption"),
      countedOn: try box.readIfPresent("countedOn"), source: try box.readIfPresent("source"))
    try box.end()
  }
}

extension GapRaised: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      number: try box.read("number"),
      text: try box.read("text"),
      item: try box.readIfPresent("item"),
      owner: try box.read("owner"),
      due: try box.readIfPresent("due"))
    try box.end()
  }
}

extension GapResolved: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(number: try box.read("number"), resolution: try box.read("resolution"))
    try box.end()
  }
}

extension ItemClosed: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      item: try box.read("item"),
      opinion: try box.read("opinion"),
      reviewed: try box.read("reviewed"))
    try box.end()
  }
}

extension ItemConfirmed: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      item: try box.read("item"),
      codes: try box.read("codes"),
      reason: try box.read("reason"))
    try box.end()
  }
}

extension ItemDropped: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(item: try box.read("item"), reason: try box.read("reason"))
    try box.end()
  }
}

extension ItemImported: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(item: try box.read("item"))
    try box.end()
  }
}

extension ItemReopened: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      item: try box.read("item"),
      finding: try box.read("finding"),
      basis: try box.read("basis"))
    try box.end()
  }
}

extension ItemRevised: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      item: try box.read("item"),
      changes: try box.read("changes"),
      reason: try box.read("reason"))
    try box.end()
  }
}

extension ItemStarted: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(item: try box.read("item"))
    try box.end()
  }
}

extension ItemSustained: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(item: try box.read("item"))
    try box.end()
  }
}

extension ItemWithdrawn: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(item: try box.read("item"), basis: try box.read("basis"))
    try box.end()
  }
}

extension LedgerOpened: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(school: try box.read("school"), reviewers: try box.read("reviewers"))
    try box.end()
  }
}

extension ListAdopted: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(list: try box.read("list"))
    try box.end()
  }
}

extension MeetingOpened: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(month: try box.read("month"))
    try box.end()
  }
}

extension MonthSealed: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      month: try box.read("month"),
      through: try box.read("through"),
      asOf: try box.read("asOf"),
      paper: try box.read("paper"))
    try box.end()
  }
}

extension PlanImported: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(header: try box.read("header"))
    try box.end()
  }
}

extension ProgressNoted: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(item: try box.read("item"), text: try box.read("text"))
    try box.end()
  }
}

extension ReviewersChanged: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(reviewers: try box.read("reviewers"), reason: try box.read("reason"))
    try box.end()
  }
}
