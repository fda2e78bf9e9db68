import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// The province's notice as the list, from its Word file and from its text.
@Suite(.enabled(if: SharedDocuments.isAvailable, Comment(rawValue: SharedDocuments.absence)))
struct RealListTests {
  let support: PlanSupport
  let word: TaskList
  let text: TaskList

  init() throws {
    support = try PlanSupport()
    word = try TaskListInterpreter.interpret(
      PlanSupport.sharedFile("documents/notice-14.docx"), vocabulary: support.vocabulary
    ).list
    text = try TaskListInterpreter.interpret(
      PlanSupport.sharedFile("seeds/002_868e54519a9175dd.txt"), vocabulary: support.vocabulary
    ).list
  }

  @Test func `Word file and text give equal lists`() { #expect(word == text) }

  @Test func `the bundled list agrees on ids, titles, deadlines and number`() {
    #expect(support.list.clauses.map(\.id) == word.clauses.map(\.id))
    #expect(support.list.tasks.map(\.title) == word.tasks.map(\.title))
    #expect(support.list.clauses.map(\.deadline) == word.clauses.map(\.deadline))
    #expect(support.list.documentNumber == word.documentNumber)
    #expect(support.list.title == word.title)
  }

  @Test func `the bundled list agrees on figures and adds one whose subject the notice leaves out`()
    throws
  {
    for (ours, theirs) in zip(support.list.clauses, word.clauses) {
      let added = Set(ours.figures.map(Self.folded)).subtracting(theirs.figures.map(Self.folded))
      #expect(Set(theirs.figures.map(Self.folded)).isSubset(of: ours.figures.map(Self.folded)))
      let expected =
        ours.id.description == "3.1"
        ? [Figure(subject: "校学生会工作人员", relation: .atMost, value: 60, unit: "人")] : []
      #expect(Array(added) == expected, "\(ours.id)")
    }
  }

  /// A figure with its subject folded, so that ways of naming one thing compare equal.
  private static func folded(_ figure: Figure) -> Figure {
    var figure = figure
    figure.subject = FigureLanguage.foldedSubject(figure.subject)
    return figure
  }

  @Test func `the notice says what is handed in when, in which form and to whom`() {
    #expect(word.handIns.map(\.due.description) == ["2020-06-10", "2020-10-15", "2020-10-15"])
    for handIn in word.handIns {
      #expect(handIn.forms == ["盖章纸质版", "扫描PDF版"])
      #expect(handIn.recipients.first == "团省委学校部")
      #expect(handIn.recipients.count == 3)
    }
    #expect(word.acceptanceFrom == CivilDate("2020-10-15"))
    #expect(support.list.acceptanceFrom == word.acceptanceFrom)
    #expect(support.list.handIns.map(\.due) == word.handIns.map(\.due))
    #expect(support.list.handIns.map(\.forms) == word.handIns.map(\.forms))
  }

  @Test func `a merged deadline of the list is not handed down, and said`() throws {
    let notes = try TaskListInterpreter.interpret(
      PlanSupport.sharedFile("documents/notice-14.docx"), vocabulary: support.vocabulary
    ).diagnostics
    #expect(word.clauses.filter { $0.deadline.meaning == .blank }.map(\.id.description) == ["9.2"])
    #expect(notes.contains { $0.code == "list-deadline-merged" })
  }

  @Test func `a document's list takes the duties of the data over`() throws {
    let id = try #require(ClauseID("3.1"))
    #expect(word.clause(id)?.duties.isEmpty ?? false)
    #expect(word.adoptingDuties(of: support.list).clause(id)?.duties.isEmpty == false)
    var other = word
    other.documentNumber = "别的"
    #expect(other.adoptingDuties(of: support.list) == other)
  }
}
