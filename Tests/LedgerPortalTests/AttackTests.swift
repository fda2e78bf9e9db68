import Foundation
import LedgerDesk
import LedgerStore
import TaskLedger
import Testing

@testable import LedgerPortal

/// What somebody tries who should not.
struct AttackTests {
  @Test(
    arguments: [
      ["sec-fetch-site": "cross-site"], ["sec-fetch-site": "same-site"],
      ["origin": "http://evil.cn"], ["origin": "null"],
      ["sec-fetch-site": "cross-site", "origin": "http://localhost"],
    ] as [[String: String]])
  func `a form sent from elsewhere changes nothing, and comes back with its text`(
    headers: [String: String]
  ) async throws {
    let house = try PortalHouse()
    let id = try house.submitted()
    let count = try house.entries().count
    try await house.serve { client in
      let answer = try await client.post(
        "/review/\(id)/return", [("reason", "不是我写的"), ("seen", "")], as: "孙老师",
        origin: .headers(headers))
      #expect(answer.status == 403)
      #expect(answer.text.contains("不是我写的"))
      #expect(answer.text.contains("没有通过来源检查"))
    }
    #expect(try house.entries().count == count)
  }

  @Test func `without headers the form's own token decides`() async throws {
    let house = try PortalHouse()
    let id = try required(ItemID("4.1"))
    try await house.serve { client in
      let path = "/items/\(id)/start"
      for token in [nil, "", "0", RequestCheck.formToken(of: "somebody else's")] {
        let answer = try await client.post(path, [], as: "王老师", origin: .silent(token: token))
        #expect(answer.status == 403)
      }
      let own = RequestCheck.formToken(of: try house.cookie("王老师"))
      let answer = try await client.post(path, [], as: "王老师", origin: .silent(token: own))
      #expect(answer.status == 303)
    }
    #expect(try house.ledger()[id]?.phase == .inProgress)
  }

  @Test func `the hidden token of a page is the one that is taken`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let page = try await client.get("/items/4.1", as: "王老师")
      let token = try required(
        page.text.firstMatch(of: /name="token" value="([0-9a-f]{64})"/)?.1)
      let answer = try await client.post(
        "/items/4.1/start", [], as: "王老师", origin: .silent(token: String(token)))
      #expect(answer.status == 303)
    }
  }

  @Test func `a session that a browser held before logging in is worth nothing after it`()
    async throws
  {
    let house = try PortalHouse()
    let account = try house.portal.accounts.makeAccount(for: "王老师", at: 0)
    try house.portal.accounts.setPassword(
      await house.portal.passwords.record(of: "一个够长的密码好记"), of: account.id, at: 0)
    try await house.serve { client in
      let planted = String(repeating: "ab", count: 32)
      let answer = try await client.post(
        "/log-in", [("member", "王老师"), ("password", "一个够长的密码好记")], cookie: planted)
      #expect(answer.status == 303)
      let token = try required(answer.cookie)
      #expect(token != planted)
      let old = try await client.send("GET", "/", nil, ["cookie": "xiaohao=\(planted)"], nil)
      #expect(old.status == 303)
      let new = try await client.send("GET", "/", nil, ["cookie": "xiaohao=\(token)"], nil)
      #expect(new.status == 200)
      #expect(answer.headers["set-cookie"]?.contains("HttpOnly; SameSite=Lax") == true)
      // A second log-in from the same browser ends the first session.
      let again = try await client.post(
        "/log-in", [("member", "王老师"), ("password", "一个够长的密码好记")], cookie: token)
      #expect(again.cookie != token)
      let ended = try await client.send("GET", "/", nil, ["cookie": "xiaohao=\(token)"], nil)
      #expect(ended.status == 303)
    }
  }

  @Test func `wrong passwords are told apart by nothing, are logged, and make the next one wait`()
    async throws
  {
    let house = try PortalHouse()
    let account = try house.portal.accounts.makeAccount(for: "王老师", at: 0)
    try house.portal.accounts.setPassword(
      await house.portal.passwords.record(of: "一个够长的密码好记"), of: account.id, at: 0)
    try await house.serve { client in
      var texts: Set<String> = []
      for name in ["王老师", "没有的人", "王老师"] {
        let answer = try await client.post("/log-in", [("member", name), ("password", "x")])
        #expect(answer.status == 403)
        texts.insert(answer.text.replacing(name, with: "").replacing(/[0-9a-f]{64}/, with: ""))
      }
      #expect(texts.count == 1)
      for _ in 0..<3 {
        _ = try await client.post("/log-in", [("member", "王老师"), ("password", "x")])
      }
      let right = [("member", "王老师"), ("password", "一个够长的密码好记")]
      let delayed = try await client.post("/log-in", right)
      #expect(delayed.status == 429)
      #expect(delayed.text.contains("王老师"))
      #expect(!delayed.text.contains("一个够长的密码好记"))
      house.clock.pass(61)
      #expect(try await client.post("/log-in", right).status == 303)
    }
    let records = try house.portal.accounts.logIns(limit: 20)
    #expect(records.first?.outcome == .succeeded)
    #expect(records.contains { $0.outcome == .delayed })
    #expect(records.contains { $0.outcome == .nameUnknown && $0.member.isEmpty })
  }

  @Test(arguments: [
    "/items/../../etc/passwd", "/items/..%2F..%2Fetc%2Fpasswd", "/items/4.1%00", "/items/%2e%2e",
    "/evidence/4.1/..", "/evidence/4.1/-1", "/evidence/4.1/1%2F..%2F..", "/evidence/../1",
    "/evidence/4.1/99999999999999999999", "/items/4.1/receipt/0/1", "/items/4.1/receipt/1/../2",
    "/items/4.1/receipt/-5/999999999", "/link/..%2F", "/review/%3Cscript%3E", "/items/9.9",
    "/portal.css/..", "/.portal.sqlite", "/portal.sqlite", "/evidence",
  ])
  func `paths lead nowhere else`(path: String) async throws {
    let house = try PortalHouse()
    _ = try house.submitted()
    try await house.serve { client in
      for member in ["王老师", "孙老师"] {
        let answer = try await client.get(path, as: member)
        #expect([400, 403, 404].contains(answer.status), "\(path) \(answer.status)")
        #expect(!answer.text.contains("root:"))
        #expect(!answer.text.contains("SQLite"))
      }
    }
    #expect(house.log.all.isEmpty)
  }

  @Test(arguments: [
    "//evil.cn", "https://evil.cn", "/\\evil.cn", "javascript:alert(1)", "/a\r\nX: y",
  ])
  func `logging in leads to pages of ours only`(target: String) async throws {
    let house = try PortalHouse()
    let account = try house.portal.accounts.makeAccount(for: "王老师", at: 0)
    try house.portal.accounts.setPassword(
      await house.portal.passwords.record(of: "一个够长的密码好记"), of: account.id, at: 0)
    try await house.serve { client in
      let answer = try await client.post(
        "/log-in",
        [("member", "王老师"), ("password", "一个够长的密码好记"), ("target", target)])
      #expect(answer.status == 303)
      #expect(answer.headers["location"] == "/")
    }
  }

  /// A script in every text somebody can store, seen by everybody who sees it.
  @Test func `stored scripts are text`() async throws {
    let house = try PortalHouse()
    let script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{token}}\u{202E}"
    let id = try required(ItemID("4.1"))
    try await house.serve { client in
      _ = try await client.upload(
        "/items/\(id)/report",
        [
          ("note", script), ("summary", script), ("caption", script), ("number", script),
          ("act", "apply"),
        ], files: [.init("\(script.prefix(24)).html", "<script>alert(1)</script>")], as: "王老师")
      _ = try await client.post(
        "/items/\(id)/extension",
        [("until", "2021-01-01"), ("reason", script), ("progress", script)], as: "王老师")
      for (path, member) in [
        ("/items/\(id)", "王老师"), ("/items/\(id)", "孙老师"), ("/review", "孙老师"),
        ("/review/\(id)", "孙老师"), ("/", "王老师"), ("/items", "钱书记"),
        ("/items/\(id)/receipt/1/999", "王老师"), ("/items?words=\(Self.encoded)", "王老师"),
      ] {
        let answer = try await client.get(path, as: member)
        #expect(answer.status == 200, "\(path)")
        #expect(!answer.text.contains("<script"), "\(path)")
        #expect(!answer.text.contains("<img src=x"), "\(path)")
        #expect(!answer.text.contains("\u{202E}"), "\(path)")
      }
      let file = try await client.get("/evidence/\(id)/1?show=1", as: "孙老师")
      #expect(file.status == 200)
      #expect(file.headers["content-type"] == "application/octet-stream")
      #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true)
      #expect(file.headers["content-security-policy"]?.contains("sandbox") == true)
      #expect(file.headers["x-content-type-options"] == "nosniff")
    }
  }

  private static let encoded = "%3Cscript%3Ealert(1)%3C%2Fscript%3E"

  @Test func `file names cannot add headers`() {
    let header = Disposition.attachment("a\r\nSet-Cookie: x=1\"; b=\u{2028}c/../../d.pdf")
    #expect(!header.contains("\r") && !header.contains("\n"))
    #expect(header.hasPrefix("attachment; filename*=UTF-8''"))
    #expect(header.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }

  @Test func `a form that is too long is refused before it is kept`() async throws {
    let house = try PortalHouse { $0.formLimit = 1000 }
    try await house.serve { client in
      let answer = try await client.post(
        "/items/4.1/extension", [("reason", String(repeating: "长", count: 2000))], as: "王老师")
      #expect(answer.status == 413)
      let text = try await client.upload(
        "/items/4.1/report", [("note", String(repeating: "x", count: 300_000))], files: [],
        as: "王老师")
      #expect(text.status == 413)
    }
  }

  @Test func `a file beyond the limit leaves nothing, and the others are taken`() async throws {
    let house = try PortalHouse()
    let tasks = try house.desk.ledgerFolder().tasks
    try FileManager.default.createDirectory(atPath: tasks, withIntermediateDirectories: true)
    try Data("| 设置 | 值 |\n|---|---|\n| 单个佐证上限 | 1 MiB |\n".utf8)
      .write(to: URL(fileURLWithPath: tasks + "/settings.md"))
    try await house.serve { client in
      let answer = try await client.upload(
        "/items/4.1/report", [("note", ""), ("act", "save")],
        files: [
          .init("太大.bin", bytes: [UInt8](repeating: 1, count: 1_200_000)), .init("空.txt", ""),
          .init("签到表.txt", "张三、李四"),
        ], as: "王老师")
      #expect(answer.status == 303)
      let receipt = try await client.get(try required(answer.headers["location"]), as: "王老师")
      #expect(receipt.text.contains("太大.bin"))
      #expect(receipt.text.contains("空.txt"))
    }
    let evidence = try house.ledger().items[try required(ItemID("4.1"))]?.evidence ?? []
    #expect(evidence.map(\.evidence.fileName) == ["签到表.txt"])
    let staging = try house.desk.ledgerFolder().staging
    #expect(try FileManager.default.contentsOfDirectory(atPath: staging).isEmpty)
  }

  @Test func `files of somebody whose session is over are not stored, and the text is kept`()
    async throws
  {
    let house = try PortalHouse()
    try await house.serve { client in
      let answer = try await client.upload(
        "/items/4.1/report", [("note", "已经开会")], files: [.init("a.txt", "a")])
      #expect(answer.status == 401)
      #expect(answer.text.contains("name=\"carried:note\" value=\"已经开会\""))
    }
    #expect(try house.ledger()[try required(ItemID("4.1"))]?.evidence.isEmpty == true)
  }

  @Test(.bug(id: "page", "one mistyped password lost what was typed before, and all ticks but one"))
  func `what was typed waits until a password is right, and a link keeps its day`() async throws {
    let house = try PortalHouse()
    let typed = [("item", "4.1"), ("item", "1.1"), ("opinion", "同意")]
    try await house.serve { client in
      func expectKept(_ answer: PortalClient.Answer) {
        for (name, text) in typed {
          #expect(answer.text.contains("name=\"carried:\(name)\" value=\"\(text)\""), "\(text)")
        }
      }
      let over = try await client.post("/review", typed)
      #expect(over.status == 401)
      expectKept(over)
      let wrong = try await client.post(
        "/log-in",
        [("member", "孙老师"), ("password", "记错了"), ("target", "/review")]
          + typed.map { ("carried:" + $0.0, $0.1) })
      #expect(wrong.status == 403)
      #expect(wrong.text.contains("value=\"/review\""))
      expectKept(wrong)
      let board = try await client.get("/board/sheet?day=2020-07-01")
      let place = try required(board.headers["location"])
      #expect(place == "/log-in?target=/board/sheet%3Fday%3D2020-07-01")
      #expect(try await client.get(place).text.contains("value=\"/board/sheet?day=2020-07-01\""))
    }
  }

  @Test func `an old review code is refused, with what changed and the text kept`() async throws {
    let house = try PortalHouse()
    let id = try house.submitted()
    try await house.serve { client in
      let page = try await client.get("/review/\(id)", as: "孙老师").text
      let seen = String(
        try required(page.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)?.1))
      let seenAt = String(try required(page.firstMatch(of: /name="seenAt" value="([0-9]+)"/)?.1))
      try house.attach(id, "后来补的", named: "补充.txt", by: "王老师")
      let answer = try await client.post(
        "/review/\(id)/close",
        [("seen", seen), ("seenAt", seenAt), ("opinion", "同意，材料齐全")], as: "孙老师")
      #expect(answer.status == 409)
      #expect(answer.text.contains("同意，材料齐全"))
      #expect(answer.text.contains("佐证材料有变动"))
      #expect(answer.text.contains("补充.txt"))
      #expect(try house.ledger()[id]?.phase == .submitted)
      // What is shown now can be decided on.
      let now = String(
        try required(answer.text.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)?.1))
      #expect(now != seen)
      let closed = try await client.post(
        "/review/\(id)/close", [("seen", now), ("seenAt", seenAt), ("opinion", "同意")], as: "孙老师")
      #expect(closed.status == 303)
      // The same form once more finds nothing to close.
      let replayed = try await client.post(
        "/review/\(id)/close", [("seen", now), ("seenAt", seenAt), ("opinion", "同意")], as: "孙老师")
      #expect(replayed.status >= 400)
    }
    #expect(try house.ledger()[id]?.phase == .closed)
  }

  @Test func `a cookie that is no token is none`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      for cookie in [
        "xiaohao=", "xiaohao=' OR 1=1", "xiaohao=\(String(repeating: "A", count: 64))",
      ] {
        let answer = try await client.send("GET", "/", nil, ["cookie": cookie], nil)
        #expect(answer.status == 303)
      }
    }
  }

  @Test func `a member who left is out at once`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      #expect(try await client.get("/", as: "王老师").status == 200)
      let answer = try await client.post(
        "/members/retire", [("member", "王老师")], as: "周工")
      #expect(answer.status == 303)
      #expect(try await client.get("/", as: "王老师").status == 303)
    }
  }
}
