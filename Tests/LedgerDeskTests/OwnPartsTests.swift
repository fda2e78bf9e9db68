import TaskLedger
import Testing

import LedgerDesk

struct OwnPartsTests {
  @Test(arguments: ReformSet.all.map(\.name))
  func `a built-in list is known by its number and digest without being read`(
    name: String
  ) throws {
    let set = try #require(ReformSet.named(name))
    guard set.list != nil else {
      #expect(OwnParts.listSigns[set.name] == nil)
      return
    }
    let list = try SchoolData(of: nil, set: set).list(nil).list
    #expect(OwnParts.listSigns[set.name] == OwnParts.sign(of: list))
    #expect(OwnParts.ownDigest(of: list) == nil)
  }

  @Test func `a list with the built-in number and another day is the school's own`() throws {
    var list = try SchoolData(of: nil, set: .reform2020).list(nil).list
    list.handIns[0].due = try #require(CivilDate("2021-01-04"))
    #expect(OwnParts.ownDigest(of: list) != nil)
    list.documentNumber = "示团办〔2021〕1号"
    #expect(OwnParts.ownDigest(of: list) == nil)
  }
}
