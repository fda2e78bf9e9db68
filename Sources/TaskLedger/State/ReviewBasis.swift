/// What a reviewer reviews: the clause answered, content, deadline, statement, measures and the
/// digests of the evidence that counts. A closure (销号) is bound to the digest of its text.
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

  /// A part of what is reviewed.
  public enum Part: Sendable, Hashable, CaseIterable {
    /// The clause answered.
    case clause
    /// 改革内容.
    case content
    /// The words of the deadline, and the day it is due.
    case deadline
    /// 完成情况说明.
    case statement
    /// 落实措施.
    case measures
    /// 佐证.
    case evidence
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

  /// The text whose SHA-256 the entry of a closure carries and the review code is made of; a public
  /// contract.
  ///
  /// One line a part; a text is written behind its length in bytes, so that none can pass for
  /// another line.
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

  /// The parts in which another differs, in the order in which they are written.
  public func parts(unlike other: ReviewBasis) -> [Part] {
    Part.allCases.filter { part in
      switch part {
      case .clause: clause != other.clause
      case .content: content != other.content
      case .deadline: deadline != other.deadline || due != other.due
      case .statement: statement != other.statement
      case .measures: measures != other.measures
      case .evidence: evidence != other.evidence
      }
    }
  }
}
