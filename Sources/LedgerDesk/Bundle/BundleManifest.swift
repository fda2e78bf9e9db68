package import LedgerReports
import LedgerStore
import TaskLedger

/// What a submission says of itself to programs: `bundle.json`.
///
/// Stored names are a public contract. `schemaVersion` (see ``JSONDocument``) is the format of the
/// submission; dates are written 2020-10-15.
package struct BundleManifest: Codable, Hashable, Sendable {
  /// The kind, which is written next to the version.
  package static let kind = "bundle-manifest"
  /// The format this program writes and reads.
  package static let format = 1

  /// Which program wrote it.
  package var program: String
  /// The school.
  package var school: String
  /// The day the papers speak of.
  package var asOf: String
  /// Where the log stood.
  package var head: Head
  /// The document number of the list; empty when it has none.
  package var listNumber: String
  /// The document number of the plan; empty when it has none.
  package var planNumber: String
  /// The computed conclusion.
  package var verdict: Verdict
  /// The numbers that are read first.
  package var counts: Counts
  /// The acceptance indicators with their answers, in order.
  package var indicators: [Indicator]
  /// The evidence in order of number.
  package var evidence: [Evidence]
  /// Every other file, sorted by path, but the manifests.
  package var files: [File]
  /// What the school uses in place of what is built in; left out by earlier programs.
  package var own: [Own]?
  /// The set of data that the list belongs to; left out for the reform of 2020.
  package var set: String?

  /// Something that the school uses in place of what is built in.
  package struct Own: Codable, Hashable, Sendable {
    /// What it is.
    package var kind: OwnData.Kind
    /// The name in the ledger's folder, or the document number of a list.
    package var name: String
    /// The SHA-256 of its content.
    package var sha256: String
    /// The path of the file; left out for a list, which stands in the log.
    package var path: String?
  }

  /// Where the log stood.
  package struct Head: Codable, Hashable, Sendable {
    /// The number of the last entry.
    package var sequence: Int
    /// Its digest.
    package var digest: String
    /// The short form, as papers print it.
    package var code: String
  }

  /// The conclusion of the self-evaluation.
  package struct Verdict: Codable, Hashable, Sendable {
    /// Whether it passes.
    package var passes: Bool
    /// The conclusion in words.
    package var sentence: String
    /// The reasons against passing.
    package var reasons: [String]
  }

  /// How many there are of what.
  package struct Counts: Codable, Hashable, Sendable {
    /// The items that count.
    package var items: Int
    /// Of those, struck off with their evidence in place.
    package var closed: Int
    /// Of those, the ones that go on without an end and show evidence this month.
    package var standing: Int
    /// Of those, neither.
    package var open: Int
    /// Of those, overdue.
    package var overdue: Int
    /// The pieces of evidence that count.
    package var evidence: Int
    /// Of those, the ones that are not in the submission.
    package var evidenceMissing: Int
  }

  /// One indicator with its answer.
  package struct Indicator: Codable, Hashable, Sendable {
    /// Its number.
    package var number: String
    /// Whether it must be met.
    package var isStarred: Bool
    /// What is demanded.
    package var text: String
    /// 达标, 未达标, 不适用 or 无法判定.
    package var judgement: String
    /// The figures.
    package var figures: String
    /// Why; empty when it was simply met.
    package var detail: String
  }

  /// What became of a piece of evidence.
  package enum Condition: String, Codable, Hashable, Sendable {
    /// The file is in the submission.
    case included = "included"
    /// The file was missing when the submission was made.
    case missing = "missing"
    /// The file was another one when the submission was made.
    case changed = "changed"
    /// It was declared void.
    case void = "void"
  }

  /// One piece of evidence.
  package struct Evidence: Codable, Hashable, Sendable {
    /// Its number, such as 证-3.1-01.
    package var number: String
    /// The item.
    package var item: String
    /// The provincial clause; left out for the school's own items.
    package var clause: String?
    /// Its name.
    package var title: String
    /// Its document number; empty when it has none.
    package var documentNumber: String
    /// Its day; left out when nobody said.
    package var date: String?
    /// Who attached it.
    package var department: String
    /// Where the original is kept; empty when nobody said.
    package var original: String
    /// How many pages it has; left out when nobody said.
    package var pages: Int?
    /// The SHA-256 as it is recorded.
    package var sha256: String
    /// The length in bytes as it is recorded.
    package var bytes: Int
    /// What became of it.
    package var condition: Condition
    /// The path of its file or of its placeholder; left out for void ones.
    package var path: String?
  }

  /// One file.
  package struct File: Codable, Hashable, Sendable {
    /// Its path.
    package var path: String
    /// The SHA-256 of its content.
    package var sha256: String
    /// Its length in bytes.
    package var bytes: Int
  }
}

/// The names of the files that every submission has.
enum BundleFile {
  /// The list of digests that `sha256sum -c` reads.
  static let sums = "MANIFEST.sha256"
  /// What programs read.
  static let manifest = "bundle.json"
  /// The entries of the log; only when they were asked for.
  static let events = "events.jsonl"
  /// The figures that the papers rest on.
  static let figures = "figures.json"
  /// What happened and what stands, as rows for other engines.
  static let rows = "rows.jsonl"
  /// The ledger as a workbook.
  static let workbook = "台账.xlsx"
  /// The index of the evidence.
  static let index = "佐证材料目录.md"
  /// The folder of what the school uses in place of what is built in.
  static let own = "本校数据"

  /// The papers with their names, in the order in which a reader opens them; a work without
  /// indicators has no form of them.
  static func papers(
    of profile: ReformProfile, isJudged: Bool
  ) -> [(paper: Paper, name: String)] {
    let papers: [(paper: Paper, title: PaperTitle)] = [
      (.handIn, .handIn), (.selfEvaluation, .selfEvaluation), (.reform, .reform),
      (.filingForm, .filingForm), (.evidenceIndex, .evidenceIndex),
    ]
    return papers.filter { isJudged || $0.paper != .filingForm }
      .map { ($0.paper, profile.name(of: $0.title.words)) }
  }

  /// The papers of a ledger, with the form of each union that has figures.
  static func papers(of input: ReportInput) -> [(paper: Paper, name: String)] {
    let papers = papers(
      of: input.profile, isJudged: input.indicators.map { !$0.indicators.isEmpty } ?? true)
    guard input.unionIndicators.map({ !$0.indicators.isEmpty }) ?? false else { return papers }
    let form = input.profile.name(of: PaperTitle.unionForm.words)
    return papers
      + FactSheet(input.ledger).units.map {
        (.unionForm($0), BundleName.part("\(form)（\($0)）"))
      }
  }
}
