import Foundation
import TaskLedger
import Testing

struct ItemIDTests {
  @Test(arguments: [("3.1", 3, 1), ("10.3", 10, 3), ("1.10", 1, 10)])
  func `a clause id is task and place`(text: String, task: Int, number: Int) throws {
    let id = try #require(ClauseID(text))
    #expect(id == ClauseID(task: task, number: number))
    #expect(id.description == text)
    #expect(ItemID(text) == .clause(id))
  }

  @Test(arguments: [
    "", "3", "3.", ".1", "3.1.2", "0.1", "3.0", "-3.1", "+3.1", "3.x", "３.１", "3．1", " 3.1", "3..1",
    "99999999999999999999.1",
  ])
  func `other spellings are no clause ids`(text: String) {
    #expect(ClauseID(text) == nil)
    #expect(ItemID(text) == nil)
  }

  @Test func `numbers below one are no clause ids`() {
    #expect(ClauseID(task: 0, number: 1) == nil)
    #expect(ClauseID(task: 1, number: 0) == nil)
  }

  @Test func `the school's own items are read in both cases`() {
    #expect(ItemID.init("S1") == .own(1))
    #expect(ItemID.init("s12") == .own(12))
    #expect(ItemID.own(12).description == "S12")
  }

  @Test(arguments: ["S", "S0", "S-1", "S1.1", "T1", "SS1", "S１", "S 1"])
  func `other spellings are no own items`(text: String) {
    #expect(ItemID(text) == nil)
  }

  @Test func `items order by task and place with the school's own behind`() {
    let shuffled = ["S2", "10.1", "2.10", "S1", "2.2", "1.1"].compactMap { ItemID($0) }
    #expect(shuffled.sorted().map(\.description) == ["1.1", "2.2", "2.10", "10.1", "S1", "S2"])
  }

  @Test func `ids are coded as their text`() throws {
    let ids = ["3.1", "S2"].compactMap { ItemID($0) }
    let data = try JSONEncoder().encode(ids)
    #expect(String(decoding: data, as: UTF8.self) == "[\"3.1\",\"S2\"]")
    #expect(try JSONDecoder().decode([ItemID].self, from: data) == ids)
    let clauses = ["3.1"].compactMap { ClauseID($0) }
    let coded = try JSONEncoder().encode(clauses)
    #expect(try JSONDecoder().decode([ClauseID].self, from: coded) == clauses)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([ItemID].self, from: Data("[\"x\"]".utf8))
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([ClauseID].self, from: Data("[\"S1\"]".utf8))
    }
  }
}
