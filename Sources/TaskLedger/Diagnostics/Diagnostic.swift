/// One fact about the user's data or command, with its place and one thing to do (诊断).
///
/// Diagnostics are values: a run collects all of them, sorts them by location and prints them in
/// one place. They are built only by the factories in each module's `Diagnostic+<Module>.swift`,
/// so that all wording of a module stands in one file.
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
  /// One thing to do, in Chinese, with the exact command or the nearest known name.
  public let suggestion: String?

  /// Creates a diagnostic; only the factories of `Diagnostic+<Module>.swift` call this.
  package init(
    code: String, severity: Severity, location: Location? = nil, item: ItemID? = nil,
    message: String, suggestion: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.item = item
    self.message = message
    self.suggestion = suggestion
  }
}
