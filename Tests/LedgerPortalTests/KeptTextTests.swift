import Foundation
import LedgerDesk
import TaskLedger
import Testing

@testable import LedgerPortal

/// What people wrote is never lost, also where the form they wrote it in is gone.
struct KeptTextTests {
  @Test func `an opinion written while somebody else closed stays on the page`() async throws {
    let house = try PortalHouse()
    let id = try house.submitted()
    let seen = Desk.digest(try required(try house.ledger()[id]).reviewBasis.text)
    try house.record(
      [.close(id, opinion: "材料齐全，同意", seen: .digest(seen))], by: PortalHouse.office)
    try await house.serve { client in
      let answer = try await client.post(
        "/review/\(id)/close",
        [("seen", seen.description), ("seenAt", "1"), ("opinion", "逐件看过<同意>")], as: "孙老师")
      #expect(answer.status == 422)
      #expect(answer.text.contains("您刚才写的审核意见"))
      #expect(answer.text.contains("逐件看过&lt;同意&gt;"))
      // Who was faster, and with what.
      #expect(answer.text.contains("材料齐全，同意"))
    }
  }

  @Test func `a statement sent while a colleague applied stays on the page`() async throws {
    let house = try PortalHouse()
    let id = try house.submitted()
    try await house.serve { client in
      let answer = try await client.upload(
        "/items/\(id)/report", [("summary", "我写的完成情况"), ("act", "apply")], files: [],
        as: "王老师")
      #expect(answer.status == 422)
      #expect(answer.text.contains("您刚才写的完成情况说明"))
      #expect(answer.text.contains("我写的完成情况"))
    }
  }

  @Test func `what a form still holds is not shown twice`() async throws {
    let house = try PortalHouse()
    let id = try house.submitted()
    try await house.serve { client in
      let answer = try await client.post(
        "/review/\(id)/close",
        [
          ("seen", String(repeating: "0", count: 64)), ("seenAt", "1"),
          ("opinion", "看过 \"原件\" & 复印件"),
        ], as: "孙老师")
      #expect(answer.status == 422)
      #expect(answer.text.contains("看过 &quot;原件&quot; &amp; 复印件</textarea>"))
      #expect(!answer.text.contains("您刚才写的"))
    }
  }

  @Test func `a password is never shown again`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let answer = try await client.post(
        "/log-in", [("member", "王老师"), ("password", "一把错的密码2020")], as: nil)
      #expect(answer.status >= 400)
      #expect(!answer.text.contains("一把错的密码2020"))
    }
  }
}

/// What keeps the page from being served, in the words of staff.
struct ServingFaultTests {
  @Test(arguments: [
    (EADDRINUSE, "这个端口已被占用"), (EADDRNOTAVAIL, "这个地址不是本机的"), (EACCES, "没有用这个端口的权限"),
    (ENETDOWN, "系统没有答应（错误号 \(ENETDOWN)）"), (nil, "系统没有答应"),
  ])
  func `an address that is not given is said in Chinese`(code: Int32?, words: String) {
    let diagnostic = Diagnostic.addressRefused("127.0.0.1:80", code: code)
    #expect(diagnostic.message == "不能在 127.0.0.1:80 接受连接：" + words)
    #expect(diagnostic.remedy != nil)
  }

  @Test func `a certificate that is not there is told from one that is none`() throws {
    let missing = Diagnostic.notServed(.certificateUnreadable(ENOENT))
    #expect(missing.message == "证书或私钥读不出来：没有这个文件")
    let wrong = Diagnostic.notServed(.certificateUnreadable(nil))
    #expect(wrong.message == "证书或私钥读不出来：里面不是配成一对的证书和私钥")
  }
}
