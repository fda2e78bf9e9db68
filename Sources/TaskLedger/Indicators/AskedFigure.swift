/// A figure that is asked for (填报数据): its name, how it is written, and the indicator it serves.
public struct AskedFigure: Sendable, Hashable {
  /// How a figure is written.
  public enum Kind: Sendable, Hashable {
    /// A number.
    case number
    /// A day.
    case date
    /// 是 or 否.
    case truth
  }

  /// What is counted, and for whose union.
  public var name: FactName
  /// How it is written.
  public var kind: Kind
  /// The first indicator that asks for it.
  public var indicator: Indicator

  /// What is said of how it is counted, as the data has it; empty when nothing is.
  public var note: String {
    for part in indicator.counted.split(whereSeparator: { "；;".contains($0) }) {
      guard let colon = part.firstIndex(where: { "：:".contains($0) }) else { continue }
      let names = part[..<colon].split { "、，,".contains($0) }.map {
        FactName(String($0)).name
      }
      if names.contains(name.name) { return TextFolding.compact(part[part.index(after: colon)...]) }
    }
    return ""
  }
}

extension IndicatorTable {
  /// The figures that indicators are judged by, in their order, each once.
  ///
  /// - Parameter unit: The department whose union is asked, by a table of its own form; nil for the
  ///   school.
  /// - Returns: The figures of the school, without those that an indicator counts for every union; for
  ///   a union all that its form needs.
  public func asked(unit: String? = nil) -> [AskedFigure] { figures(unit: unit) { !$0 } }

  /// The figures that indicators of the school count for every department's union.
  public func askedOfUnions(unit: String) -> [AskedFigure] {
    figures(unit: unit) { $0 }
  }

  /// How the figures are written of which the conditions tell it, by name.
  public var figureKinds: [String: AskedFigure.Kind] {
    let kinds = kinds
    return Dictionary(
      factNames.compactMap { name in
        kinds.kind(of: name).map { (name, AskedFigure.Kind($0)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private var kinds: FactKinds {
    var kinds = FactKinds()
    for indicator in indicators { _ = kinds.faults(of: indicator.condition, isCondition: true) }
    return kinds
  }

  private func figures(
    unit: String?, _ isMeant: (_ isOfUnits: Bool) -> Bool
  ) -> [AskedFigure] {
    let kinds = kinds
    var seen: Set<String> = []
    var asked: [AskedFigure] = []
    for indicator in indicators {
      let figures = indicator.condition.figures() + (indicator.relaxed?.figures() ?? [])
      for figure in figures where isMeant(figure.isOfUnits) && seen.insert(figure.name).inserted {
        let kind = kinds.kind(of: figure.name).map(AskedFigure.Kind.init) ?? .number
        asked.append(
          AskedFigure(
            name: FactName(name: figure.name, unit: unit), kind: kind, indicator: indicator))
      }
    }
    return asked
  }
}

extension AskedFigure.Kind {
  init(_ kind: FactKinds.Kind) {
    self =
      switch kind {
      case .number: .number
      case .date: .date
      case .truth: .truth
      }
  }

  /// Whether a value is written so.
  func fits(_ value: FactValue) -> Bool {
    switch (self, value) {
    case (.number, .number), (.date, .date), (.truth, .truth): true
    case (.number, _), (.date, _), (.truth, _): false
    }
  }
}
