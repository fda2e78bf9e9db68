import TaskLedger
import Testing

/// The list from above: its clauses by id, and the duties that are kept as data beside a document.
///
/// Source: product description, The plan against the list (a duty in the provincial text that the plan
/// drops).
struct TaskListTests {
  private static let duty = Duty(name: "公示", groups: [["公示", "公开"]])

  private static var known: TaskList {
    var list = SampleSchool.list
    list.tasks[0].clauses[0].duties = [duty]
    list.tasks[1].clauses[1].duties = [duty]
    return list
  }

  @Test func `a document takes over the duties that are kept as data for its clauses`() {
    let own = Duty(name: "备案", groups: [["备案"]])
    var document = SampleSchool.list
    document.tasks[1].clauses[1].duties = [own]
    let list = document.adoptingDuties(of: Self.known)
    #expect(list.clause("1.1")?.duties == [Self.duty])
    #expect(list.clause("2.2")?.duties == [own])
    #expect(list.clause("1.2")?.duties == [])
    #expect(list.clauses.map(\.content) == document.clauses.map(\.content))
  }

  @Test func `another document's duties are not its own`() {
    var document = SampleSchool.list
    document.documentNumber = "另发〔2021〕1号"
    #expect(document.adoptingDuties(of: Self.known) == document)
  }

  @Test func `tasks and clauses are found by their numbers`() {
    let list = SampleSchool.list
    #expect(list.clause("2.2")?.content == "完善监督")
    #expect(list.clause("2.3") == nil && list.clause("4.1") == nil)
    #expect(list.task(3)?.title == "精简机构" && list.task(4) == nil)
    #expect(list.clauses.map(\.id) == ["1.1", "1.2", "1.3", "2.1", "2.2", "3.1"])
  }

  @Test func `a digest of bytes is that of its digits`() throws {
    let bytes = (0..<32).map { UInt8($0 * 7 + 3) }
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
    let digest = try #require(EvidenceDigest(bytes: bytes))
    #expect(digest.description == digits)
    #expect(EvidenceDigest(digits) == digest)
    #expect(EvidenceDigest(bytes: bytes.dropLast()) == nil)
    #expect(EvidenceDigest(bytes: bytes + [0]) == nil)
    #expect(EvidenceDigest(digits.uppercased()) == nil)
    #expect(EvidenceDigest(String(digits.dropLast())) == nil)
  }
}
