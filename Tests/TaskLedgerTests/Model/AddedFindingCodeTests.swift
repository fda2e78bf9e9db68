import TaskLedger
import Testing

/// Names of somebody else's findings carry their owner and can never become one of this library.
struct AddedFindingCodeTests {
  @Test(arguments: ["gduf.person-missing", "a1.b-2-c", "x9.y"])
  func `an owner and a name in kebab-case are read and written`(name: String) {
    #expect(AddedFindingCode(rawValue: name)?.rawValue == name)
    #expect(FindingCode(rawValue: name)?.isAdded == true)
  }

  @Test(arguments: [
    "", ".", "gduf", "gduf.", ".person", "gduf.person.missing", "Gduf.person", "gduf.Person",
    "gduf.person--missing", "gduf.-person", "gduf.person-", "gduf.per_son", "省.缺人", "gduf.person ",
  ])
  func `anything else is no name`(name: String) {
    #expect(AddedFindingCode(rawValue: name) == nil)
    #expect(FindingCode(rawValue: name) == nil)
  }

  @Test func `every name of this library is read as itself`() {
    for code in FindingCode.allCases {
      #expect(FindingCode(rawValue: code.rawValue) == code && !code.isAdded)
    }
    #expect(Set(FindingCode.allCases.map(\.rawValue)).count == FindingCode.allCases.count)
  }
}
