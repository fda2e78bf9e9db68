/// The answers of a table's indicators, kept up while figures change.
public struct IndicatorAnswers: Sendable {
  private let table: IndicatorTable
  /// Where the indicators stand that ask for a figure.
  private let places: [String: [Int]]
  /// The answers of all indicators in order; empty before the first figures.
  public private(set) var all: [IndicatorAnswer] = []

  /// Begins without an answer.
  ///
  /// - Parameter table: The indicators.
  public init(_ table: IndicatorTable) {
    self.table = table
    var places: [String: [Int]] = [:]
    for (place, indicator) in table.indicators.enumerated() {
      for name in Set(indicator.factNames) { places[name, default: []].append(place) }
    }
    self.places = places
  }

  /// Answers everything anew.
  ///
  /// - Parameter sheet: The figures now.
  public mutating func renew(by sheet: FactSheet) { all = table.answers(by: sheet) }

  /// Answers anew what asks for one of some figures; the other answers stay as they are.
  ///
  /// - Parameters:
  ///   - names: The figures that changed. A figure of a union may bring in a union, of which every
  ///     figure is asked: then all is answered anew.
  ///   - sheet: The figures now.
  public mutating func renew(asking names: Set<FactName>, by sheet: FactSheet) {
    guard all.count == table.indicators.count, names.allSatisfy({ $0.unit == nil }) else {
      return renew(by: sheet)
    }
    for place in Set(names.flatMap { places[$0.name] ?? [] }) {
      all[place] = table.indicators[place].answer(by: sheet)
    }
  }
}
