import LedgerDesk
import LedgerStore
import TaskLedger
import Testing

@testable import LedgerPortal

/// The address that is printed, for browsers and for whoever asks for a link later.
struct PrintedAddressTests {
  @Test func `behind a proxy the printed address is the proxy's`() throws {
    let house = try PortalHouse { configuration in
      configuration.proxy = "127.0.0.1"
      configuration.hostNames = ["xiaohao.example.edu.cn"]
    }
    let server = try PortalServer(house.portal)
    #expect(server.address(port: 8080) == "https://xiaohao.example.edu.cn")
    let words = PortalPhrases.started(
      server, first: [.init(path: "/link/abc")], links: [("周工", "/link/def")], port: 8080)
    #expect(words.contains("https://xiaohao.example.edu.cn/link/abc\n"), "\(words)")
    #expect(words.contains("https://xiaohao.example.edu.cn/link/def\n"), "\(words)")
    #expect(words.contains("代理请转到：http://127.0.0.1:8080/"), "\(words)")
  }

  @Test(.bug(id: "newcomer", "a page with a registered administrator asked for another one"))
  func `an administrator who is registered gets the first link, unless it is printed anyway`()
    throws
  {
    let house = try PortalHouse()
    let server = try PortalServer(house.portal)
    let first = try server.firstLinks(beside: ["王老师"])
    #expect(first.map(\.member) == ["周工"])
    let words = PortalPhrases.started(server, first: first, links: [], port: 8080)
    #expect(words.contains("管理员周工还没有密码") && !words.contains("登记第一位管理员"), "\(words)")
    #expect(try server.firstLinks(beside: ["周 工"]).isEmpty)
    try house.record([.retireMember(name: "周工")], by: PortalHouse.office)
    let none = try server.firstLinks(beside: [])
    #expect(none.map(\.member) == [nil])
    #expect(
      PortalPhrases.started(server, first: none, links: [], port: 8080).contains("登记第一位管理员"))
  }

  @Test func `without a proxy it is where connections are taken`() throws {
    let server = try PortalServer(try PortalHouse().portal)
    #expect(server.address(port: 8081) == "http://127.0.0.1:8081")
    let words = PortalPhrases.started(server, first: [], links: [], port: 8081)
    #expect(!words.contains("代理"), "\(words)")
  }

  @Test func `a page that runs is found whatever its address, and only while it runs`() throws {
    let house = try PortalHouse()
    let folder = try house.desk.ledgerFolder()
    #expect(RunningPage.address(in: folder) == nil)
    do {
      let running = RunningPage(of: folder)
      running.announce("https://10.0.0.5:8443")
      #expect(RunningPage.address(in: folder) == "https://10.0.0.5:8443")
      let words = PortalPhrases.linksOfRunning(
        [("周工", "/link/abc")], at: try #require(RunningPage.address(in: folder)))
      #expect(words.contains("：https://10.0.0.5:8443/link/abc\n"), "\(words)")
      withExtendedLifetime(running) {}
    }
    #expect(RunningPage.address(in: folder) == nil)
  }

  @Test(arguments: ["a b", "http://ledger.edu.cn", "ledger.edu.cn/页", "ledger.edu.cn:8443", ""])
  func `what is no name of a page is refused before it is printed in a link`(host: String) throws {
    let listen = try #require(ListenAddress("127.0.0.1:8080"))
    func configuration(_ names: [String]) throws(PortalConfiguration.Fault) -> PortalConfiguration {
      try PortalConfiguration(
        listen: listen, certificate: nil, key: nil, proxy: nil, hostNames: names,
        clock: { Instant(seconds: 1_595_203_200, offsetMinutes: 480) })
    }
    #expect(throws: PortalConfiguration.Fault.hostUnreadable(host)) {
      try configuration(["ledger.edu.cn", host])
    }
    #expect(try configuration(["ledger-2.edu.cn", "10.0.0.5", "fd00::5"]).hostNames.count == 3)
  }
}
