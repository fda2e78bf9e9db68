/// A named rule that looks for one kind of fault (核对规则).
///
/// A program can run checks of its own beside those of ``CheckRegistry``:
///
///     let personMissing = FindingCode.added(
///       AddedFindingCode(owner: "gduf", name: "person-missing"))
///     let mine = Check(personMissing) { item, _ in
///       item.responsiblePerson.isEmpty
///         ? Diagnostic(
///           personMissing, severity: .warning, of: item, message: "\(item.id) 没有写责任人",
///           remedy: "商定后补登：\(.revise(item.id, .any, reason: nil))")
///         : nil
///     }
///     let findings = CheckRegistry.run(CheckRegistry.all + [mine], in: context)
///
/// Invariant: `code` is the code of every diagnostic that `run` returns.
public struct Check: Sendable {
  /// What it finds; the stored name is also the name by which `xiaohao check NAME` runs it.
  public let code: FindingCode
  /// Finds every fault of its kind, in the order of the items.
  public let run: @Sendable (CheckContext) -> [Diagnostic]

  /// Creates a check of the whole plan.
  public init(_ code: FindingCode, run: @escaping @Sendable (CheckContext) -> [Diagnostic]) {
    self.code = code
    self.run = run
  }

  /// Creates a check that looks at one item at a time.
  public init(
    _ code: FindingCode, each finding: @escaping @Sendable (Item, CheckContext) -> Diagnostic?
  ) {
    self.init(code) { context in context.items.compactMap { finding($0, context) } }
  }

  /// Creates a check that reports what import flagged and nobody has confirmed yet.
  public init(
    flag code: FindingCode, _ finding: @escaping @Sendable (Item, CheckContext) -> Diagnostic
  ) {
    self.init(code) { context in
      context.items.filter { $0.flags.contains(code) }.map { finding($0, context) }
    }
  }

  /// The stored name.
  public var name: String { code.rawValue }
}
