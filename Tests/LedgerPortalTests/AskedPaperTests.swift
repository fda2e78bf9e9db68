import TaskLedger
import Testing

@testable import LedgerPortal

/// What is typed to ask for a paper on the page is read as on the command line, and answered.
struct AskedPaperTests {
  @Test(arguments: ["2020-08", "2020-8", "2020年8月"])
  func `a month may be written out`(month: String) async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let path = "/papers/monthly?month=\(FormFields.encoded(month))"
      let answer = try await client.get(path, as: "赵主任")
      #expect(answer.status == 200)
    }
  }

  @Test(
    .bug(id: "newcomer", "a month that could not be read was a page that is not there"),
    arguments: ["11", "2020-13", "八月份", ""])
  func `a month that cannot be read is answered with how to write it`(month: String)
    async throws
  {
    let house = try PortalHouse()
    try await house.serve { client in
      let path = "/papers/monthly?month=\(FormFields.encoded(month))"
      let answer = try await client.get(path, as: "赵主任")
      #expect(answer.status == 422)
      #expect(answer.text.contains("月份看不懂，写成 2020-08 的样子"))
      #expect(answer.text.contains("action=\"/papers/monthly\""))
    }
  }

  @Test(.bug(id: "newcomer", "a paper of a day to come was given without a word"))
  func `a paper of a day that is to come is given once that was said`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let answer = try await client.get("/papers/ledger?day=2021-01-01&format=html", as: "赵主任")
      #expect(answer.status == 409)
      #expect(answer.text.contains("统计截至日 2021-01-01 晚于今天 2020-08-03"))
      let again = "/papers/ledger?day=2021-01-01&format=html&ahead=yes"
      #expect(answer.text.contains("仍要打开"))
      #expect(try await client.get(again, as: "赵主任").status == 200)
      #expect(try await client.get("/papers/ledger?day=2020-08-03", as: "赵主任").status == 200)
    }
  }
}
