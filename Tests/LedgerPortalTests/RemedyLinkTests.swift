import LedgerDesk
import TaskLedger
import Testing

@testable import LedgerPortal

/// A remedy leads nobody to a page that refuses her; who can do it is named in its place.
struct RemedyLinkTests {
  private func words(_ remedy: Remedy, for roles: PortalRole...) -> [PortalRemedy.Part] {
    let diagnostic = Diagnostic(code: "x", severity: .error, message: "x", remedy: remedy)
    let visitor = Visitor(
      name: "某人", departments: [], roles: Set(roles), account: 1, session: 1)
    return PortalRemedy.parts(diagnostic).map { $0.open(to: visitor) }
  }

  @Test(.bug(id: "newcomer", "an owner was led to the reviewer's form"))
  func `an act of others names who does it`() throws {
    let id = try required(ItemID("3.1"))
    let reopen: Remedy = "先\(doing: .reopen(id))，再补"
    #expect(words(reopen, for: .reviewer).map(\.path) == ["", "/review/3.1", ""])
    #expect(words(reopen, for: .owner).map(\.words).joined() == "先请审核人重启 3.1，再补")
    #expect(words(reopen, for: .owner).allSatisfy { $0.path.isEmpty })
    let month = try required(CivilMonth("2020-08"))
    let meeting: Remedy = "先\(doing: .openMeeting(month))"
    #expect(words(meeting, for: .leader).map(\.words).joined() == "先请办公室开 2020-08 例会")
    #expect(words(meeting, for: .office).last?.path == "/office/meetings")
    let revise: Remedy = "\(.revise(id, .content, reason: nil))"
    #expect(words(revise, for: .office).first?.words == "更正 3.1")
    #expect(words(revise, for: .office).first?.path == "/office/revise/3.1")
    #expect(words(revise, for: .owner).first?.words == "请办公室更正 3.1")
  }

  @Test func `a place that is closed is named without a link`() throws {
    let remedy: Remedy = "查看：\(look: .gaps)"
    #expect(words(remedy, for: .leader).map(\.words).joined() == "查看：差距短板（办公室可以看）")
    #expect(words(remedy, for: .leader).allSatisfy { $0.path.isEmpty })
    #expect(words(remedy, for: .office).last?.path == "/office/meetings")
    #expect(words(remedy, for: .owner, .office).last?.path == "/office/meetings")
  }

  @Test(.bug(id: "newcomer", "a page asked for a field that it does not have"))
  func `the page names no field that it does not have`() throws {
    let actor: Remedy = "请另一位审核人办理，\(naming: .actor)"
    #expect(words(actor, for: .reviewer).map(\.words).joined() == "请另一位审核人办理，由其本人登录")
    let id = try required(ItemID("3.1"))
    let answer: Remedy = "先答复：\(.grantExtension(id))或\(.refuseExtension(id))"
    #expect(
      words(answer, for: .reviewer).map(\.words).joined() == "先答复：同意 3.1 延期或不同意 3.1 延期")
  }
}
