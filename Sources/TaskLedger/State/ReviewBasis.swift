/// What a reviewer reviews: the clause answered, content, deadline, statement, measures and the
/// digests of the evidence that counts. A closure (销号) is bound to the digest of its text.
///
/// Texts and measures are those of the item, so that keeping it costs no copy of them.
public struct ReviewBasis: Sendable, Hashable {
  /// A piece of evidence as far as a review rests on it.
  public struct Piece: Sendable, Hashable {
    /// The number.
    public var number: EvidenceNumber
    /// SHA-256 of the content.
    public var digest: EvidenceDigest
    /// The measure it proves.
    public var measure: Int?
  }

  /// The clause answered.
  public var clause: ClauseID?
  /// 改革内容.
  public var content: String
  /// The words of the deadline.
  public var deadline: String
  /// The day it is due after granted extensions.
  public var due: CivilDate?
  /// The statement of completion (完成情况说明).
  public var statement: String
  /// 落实措施.
  public var measures: [Measure]
  /// The evidence that counts, in order.
  public var evidence: [Piece]

  /// The text whose SHA-256 the entry of a closure carries; a public contract.
  public var text: String {
    var lines = [
      "clause \(clause?.description ?? "-")",
      "content \(quoted(content))",
      "deadline \(quoted(deadline)) \(due?.description ?? "-")",
      "statement \(quoted(statement))",
    ]
    lines += measures.map { "measure \($0.number) \(quoted($0.text))" }
    lines += evidence.map {
      "evidence \($0.number) \($0.digest) \($0.measure.map(String.init) ?? "-")"
    }
    return lines.joined(separator: "\n")
  }

  private func quoted(_ text: String) -> String {
    "\(text.utf8.count):\(text)"
  }
}
