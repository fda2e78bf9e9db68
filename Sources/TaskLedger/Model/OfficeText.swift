/// A part of the papers that the office writes itself (文稿): its own words, merged into the
/// self-evaluation and the reform report.
///
/// Source: product description, The office's own words.
public struct OfficeText: Sendable, Hashable {
  /// Which part.
  public enum Part: Sendable, Hashable {
    /// The account of a task, by number.
    case task(Int)
    /// 成效: what was reached.
    case results
    /// 问题: what is still wrong.
    case problems
    /// 下一步: what comes next.
    case nextSteps
    /// 领导指导: how leaders guided the work.
    case guidance

    /// The parts that belong to no task, in the order of the papers.
    public static let whole: [Part] = [.results, .problems, .nextSteps, .guidance]
  }

  /// The paragraphs, none blank.
  public var paragraphs: [String]
  /// The name of the file it is from; nil when it was typed.
  public var source: String?
  /// SHA-256 of that file.
  public var digest: EvidenceDigest?
  /// The day it counts on.
  public var on: CivilDate
  /// Who recorded it.
  public var actor: String
}

extension OfficeText.Part: Comparable {
  /// Orders parts as papers print them: the tasks, then the others.
  public static func < (left: OfficeText.Part, right: OfficeText.Part) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .task(let number): number
    case .results: 1000
    case .problems: 1001
    case .nextSteps: 1002
    case .guidance: 1003
    }
  }
}
