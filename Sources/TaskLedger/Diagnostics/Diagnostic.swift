/// One fact about the user's data or command, with its place and one thing to do (诊断).
///
/// Diagnostics are values: a run collects all of them, sorts them by location and prints them in
/// one place. Within this package they are built only by the factories in each module's
/// `Diagnostic+<Module>.swift`, so that all wording of a module stands in one file.
///
/// Invariant: `code` is a stored name in kebab-case ASCII that is never reused.
public struct Diagnostic: Sendable, Hashable {
  /// How much a diagnostic matters.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    /// The data contradict a requirement or cannot be used; `check` and `import` exit with 1 or 65.
    case error
    /// The data can be used but somebody must look at them.
    case warning
    /// Something the reader should know.
    case note
  }

  /// The stored name of the fault, for example `deadline-later`.
  public let code: String
  /// How much it matters.
  public let severity: Severity
  /// Where it is, when it has a place.
  public let location: Location?
  /// The item it is about, when it is about one.
  public let item: ItemID?
  /// The fact, in Chinese, one sentence.
  public let message: String
  /// One thing to do, worded by each front end its own way.
  public let remedy: Remedy?

  /// Creates a diagnostic.
  ///
  /// Only the factories of `Diagnostic+<Module>.swift` call this, and programs that add a
  /// ``Check`` of their own.
  ///
  /// - Parameters:
  ///   - code: The stored name of the fault.
  ///   - severity: How much it matters.
  ///   - location: Where it is, when it has a place.
  ///   - item: The item it is about, when it is about one.
  ///   - message: The fact, one sentence.
  ///   - remedy: One thing to do; a text literal will do.
  public init(
    code: String, severity: Severity, location: Location? = nil, item: ItemID? = nil,
    message: String, remedy: Remedy? = nil
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.item = item
    self.message = message
    self.remedy = remedy
  }

  /// Creates what a check finds in an item.
  ///
  /// - Parameters:
  ///   - code: The code of the check.
  ///   - severity: How much it matters.
  ///   - item: The item; its place in the plan becomes the diagnostic's. Import keeps where the
  ///     content stands, so what is found in another column is placed at the row.
  ///   - message: The fact, one sentence.
  ///   - remedy: One thing to do; a text literal will do.
  public init(
    _ code: FindingCode, severity: Severity, of item: Item, message: String, remedy: Remedy? = nil
  ) {
    self.init(
      code: code.rawValue, severity: severity,
      location: code.isOfAnotherColumn ? item.location.row : item.location, item: item.id,
      message: message, remedy: remedy)
  }
}
