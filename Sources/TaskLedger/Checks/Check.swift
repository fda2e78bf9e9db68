/// A named rule that looks for one kind of fault (核对规则).
///
/// Invariant: `code` is the code of every diagnostic that `run` returns.
public struct Check: Sendable {
  /// What it finds; the stored name is also the name by which `xiaohao check NAME` runs it.
  public let code: FindingCode
  /// Finds every fault of its kind, in the order of the items.
  public let run: @Sendable (CheckContext) -> [Diagnostic]

  /// Creates a check.
  init(_ code: FindingCode, run: @escaping @Sendable (CheckContext) -> [Diagnostic]) {
    self.code = code
    self.run = run
  }

  /// Creates a check that looks at one item at a time.
  init(
    _ code: FindingCode, each finding: @escaping @Sendable (Item, CheckContext) -> Diagnostic?
  ) {
    self.init(code) { context in context.items.compactMap { finding($0, context) } }
  }

  /// Creates a check that reports what import flagged and nobody has confirmed yet.
  init(flag code: FindingCode, _ finding: @escaping @Sendable (Item, CheckContext) -> Diagnostic) {
    self.init(code) { context in
      context.items.filter { $0.flags.contains(code) }.map { finding($0, context) }
    }
  }

  /// The stored name.
  public var name: String { code.rawValue }
}
