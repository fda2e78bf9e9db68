package import TaskLedger

/// What stands at the head and foot of every paper.
package struct Masthead: Sendable, Hashable {
  /// The school.
  package var school: String
  /// The day the paper speaks of.
  package var asOf: CivilDate
  /// What the plan says about itself.
  package var plan: PlanHeader?
  /// Whether one document is the list and the plan, as a list of problems with its measures is.
  package var isPlanTheList: Bool
  /// The title of the list; nil when it has none of its own.
  package var listTitle: String?
  /// The document number of the list.
  package var listNumber: String?
  /// The short digest of the log's head.
  package var headCode: String
  /// The words of the reform.
  package var profile: ReformProfile
  /// Whether there are acceptance indicators to be judged by.
  package var isJudged: Bool
  /// What the school uses in place of what is built in.
  package var own: OwnData

  /// Creates the head of a paper.
  package init(_ input: ReportInput) {
    school = input.ledger.school
    asOf = input.asOf
    plan = input.ledger.plan
    // A correction of the list has a number of its own; the plan is still what the list was then.
    isPlanTheList =
      plan?.documentNumber.map { input.ledger.listNumbers.contains($0) } ?? false
    listTitle = input.ledger.list?.ownTitle.map {
      input.own.isListMadeUp ? ReportPhrases.madeUp($0) : $0
    }
    listNumber = input.ledger.list?.documentNumber
    headCode = input.headCode
    profile = input.profile
    isJudged = input.indicators.map { !$0.indicators.isEmpty } ?? true
    own = input.own
  }

  /// What the school's own document is called: a list of problems with its measures is the plan too.
  var planName: String { isPlanNamedAsList ? profile[.list] : ReportPhrases.plan }

  /// The same in short.
  var planWord: String { isPlanNamedAsList ? profile[.list] : ReportPhrases.planInShort }

  private var isPlanNamedAsList: Bool { profile.isListOwn && (plan == nil || isPlanTheList) }

  /// The organisations as the school has them, in one name.
  var organisation: String { profile.organisation(namedIn: plan?.title ?? "") }

  /// The organisations that the school has.
  var organisations: [String] { profile.organisations(namedIn: plan?.title ?? "") }

  /// The title of a paper, or what the paper is called where the reform gives it none.
  ///
  /// - Parameters:
  ///   - paper: Which paper.
  ///   - values: Further words that the title may name.
  /// - Returns: The title with its words filled in.
  func title(of paper: PaperTitle, _ values: [PaperTitle.Value: String] = [:]) -> String {
    var words = [
      PaperTitle.Value.school: school, .organisation: organisation, .reform: profile[.reform],
    ]
    words.merge(values) { _, own in own }
    let named = Dictionary(
      words.map { ($0.key.words, $0.value) }, uniquingKeysWith: { first, _ in first })
    return profile.title(of: paper.words, named) ?? paper.words
  }

  /// The conclusion in the words of the reform.
  func conclusion(of verdict: Verdict) -> String { verdict.sentence(profile) }
}

extension Masthead {
  static let keys = KeyTable<Masthead>([
    .optional("school") { $0.school },
    .text("organisation") { $0.organisation },
    .text("reform") { $0.profile[.reform] },
    .text("superior") { $0.profile[.superior] },
    .text("leaders") { $0.profile[.leaders] },
    .text("listName") { $0.profile[.list] },
    .text("planName") { $0.planName },
    .text("planWord") { $0.planWord },
    .text("groupName") { $0.profile[.group] },
    .text("office") { $0.profile[.office] },
    .text("evaluation") { $0.profile[.evaluation] },
    .text("passed") { $0.profile[.passed] },
    .text("accountHeading") { $0.profile[.account] },
    .text("resultsHeading") { $0.profile[.results] },
    .text("contentHeading") { $0.profile[.content] },
    .text("measuresHeading") { $0.profile[.measures] },
    .text("deadlineHeading") { $0.profile[.deadline] },
    .text("departmentsHeading") { $0.profile[.departments] },
    .text("reportName") { $0.profile.name(of: PaperTitle.selfEvaluation.words) },
    .text("monthlyName") { $0.profile.name(of: PaperTitle.monthly.words) },
    .flag("hasPlan") { $0.plan != nil },
    .flag("isJudged") { $0.isJudged },
    .text("asOf") { ReportPhrases.date($0.asOf) },
    .optional("planTitle") { $0.isPlanTheList ? nil : $0.plan?.title },
    .optional("planNumber") { $0.isPlanTheList ? nil : $0.plan?.documentNumber },
    .optional("planIssued") {
      $0.isPlanTheList ? nil : ($0.plan?.issueDate).map(ReportPhrases.date)
    },
    .optional("listTitle") { $0.listTitle.map(ReportPhrases.titleWithin) },
    .optional("listNumber") { $0.listNumber },
    .optional("headCode") { $0.headCode },
    .optional("ownData") { $0.own.sentence },
    .flag("isListMadeUp") { $0.own.isListMadeUp },
  ])
}
