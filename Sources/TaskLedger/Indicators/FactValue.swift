/// What a recorded figure says: a number, a day, yes or no, or words.
public enum FactValue: Sendable, Hashable {
  /// A number, also one written in per cent.
  case number(Rational)
  /// A day.
  case date(CivilDate)
  /// 是 or 否.
  case truth(Bool)
  /// Anything else.
  case words(String)

  /// Reads a figure as people write it: `31`, `31人`, `12,345人`, `1.2万`, `67.74%`, `2020-08-25`,
  /// `2020年8月25日`, `是`. A count of persons or things is whole, and digits alone are a number, but
  /// for eight that are a day.
  public init(_ text: String) {
    let folded = TextFolding.compact(text)
    if let truth = IndicatorWords.truth(folded) {
      self = .truth(truth)
    } else if let date = CivilDate(folded) ?? Self.writtenDate(folded) {
      self = .date(date)
    } else if let number = Self.number(folded) {
      self = .number(number)
    } else {
      self = .words(text)
    }
  }

  /// A number with its unit, its groups of three and 万; a part of a person is none.
  private static func number(_ text: String) -> Rational? {
    var words = IndicatorWords.withoutUnit(text)
    let hasUnit = words.count < text.count
    let isTenThousands = words.last == IndicatorWords.tenThousand
    if isTenThousands { words = words.dropLast() }
    let groups = words.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    guard var number = Rational(words.filter { $0 != "," }) else { return nil }
    if isTenThousands {
      let (scaled, isTooLong) = number.numerator.multipliedReportingOverflow(by: 10_000)
      guard !isTooLong, let larger = Rational(scaled, over: number.denominator) else { return nil }
      number = larger
    }
    return hasUnit && number.denominator != 1 ? nil : number
  }

  /// A day with all its parts written in Chinese; a month alone is no day.
  private static func writtenDate(_ text: String) -> CivilDate? {
    if text.utf8.count != 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return nil }
    guard case .date(let point) = DeadlineLanguage.read(text, year: nil).meaning,
      point.precision == .day, point.bound == .within
    else { return nil }
    return point.day
  }
}

/// The name of a figure, and the department union it was counted for.
///
/// Written `工作人员` for the school and `工作人员@信息工程系` for a department's union.
public struct FactName: Sendable, Hashable {
  /// What was counted.
  public var name: String
  /// The department whose union was counted; nil for the school's.
  public var unit: String?

  /// Reads a recorded name.
  public init(_ recorded: String) {
    // Folded first: the sign may be written wide.
    let parts = TextFolding.compact(recorded)
      .split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    name = parts.first ?? ""
    unit = parts.count == 2 ? parts[1] : nil
  }

  /// Creates a name.
  public init(name: String, unit: String?) {
    self.name = name
    self.unit = unit
  }

  /// The name as it is recorded.
  public var recorded: String { unit.map { "\(name)@\($0)" } ?? name }
}

/// The figures that an indicator is judged by: the newest of each name.
public struct FactSheet: Sendable, Hashable {
  private var facts: [FactName: Ledger.Fact] = [:]
  /// The departments with figures, sorted.
  public let units: [String]
  private let exemptions: [Ledger.IndicatorExemption: String]

  /// Gathers the figures of a ledger and the indicators declared not applicable; evidence that no
  /// longer counts proves no figure.
  public init(_ ledger: Ledger) {
    self.init(
      ledger.facts.mapValues { facts in facts.map { ledger.proved($0) } },
      exemptions: ledger.exemptions)
  }

  /// Gathers figures; of two with the same day, the one recorded last counts.
  public init(
    _ recorded: [String: [Ledger.Fact]],
    exemptions: [Ledger.IndicatorExemption: String] = [:]
  ) {
    self.exemptions = exemptions
    for key in recorded.keys.sorted() {
      for fact in recorded[key] ?? [] {
        let name = FactName(key)
        if let known = facts[name], known.on > fact.on { continue }
        facts[name] = fact
      }
    }
    units = Set(facts.keys.compactMap(\.unit)).sorted()
  }

  /// Why an indicator was declared not applicable, for the school or for one union; nil when it was
  /// not.
  public func exemption(of indicator: String, unit: String? = nil) -> String? {
    exemptions.first { key, _ in
      key.indicator == indicator
        && key.unit.map { TextFolding.compact($0) } == unit.map { TextFolding.compact($0) }
    }?.value
  }

  /// The departments with figures and those for whose union an indicator was declared not applicable.
  func units(with indicator: String?) -> [String] {
    let known = Set(units.map { TextFolding.compact($0) })
    let declared = exemptions.keys.filter { $0.indicator == indicator }.compactMap(\.unit)
      .filter { !known.contains(TextFolding.compact($0)) }
    return declared.isEmpty ? units : (units + declared).sorted()
  }

  /// The figures of one department's union as figures of their own; empty for an unknown one.
  public func sheet(of unit: String) -> FactSheet {
    var own: [String: [Ledger.Fact]] = [:]
    for (name, fact) in facts where name.unit == unit { own[name.name] = [fact] }
    return FactSheet(own)
  }

  /// The figure under a name, or nil.
  public subscript(name: FactName) -> Ledger.Fact? { facts[name] }
}

extension Ledger {
  /// Whether a piece of evidence is there and counts.
  func holds(_ number: EvidenceNumber) -> Bool {
    self[number.item]?.validEvidence.contains { $0.number == number } ?? false
  }

  /// A figure without evidence that was declared void since it was recorded.
  fileprivate func proved(_ fact: Fact) -> Fact {
    guard let number = fact.evidence, !holds(number) else { return fact }
    var fact = fact
    fact.evidence = nil
    return fact
  }
}
