import Testing

@testable import LedgerPortal

struct RequestCheckTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var fetchSite: String?
    var origin: String?
    var verdict: RequestCheck.Verdict
    var testDescription: String { "\(fetchSite ?? "-") \(origin ?? "-")" }
  }

  @Test(arguments: [
    Case(fetchSite: "same-origin", origin: nil, verdict: .own),
    Case(fetchSite: "none", origin: nil, verdict: .own),
    Case(fetchSite: "same-site", origin: nil, verdict: .foreign),
    Case(fetchSite: "cross-site", origin: nil, verdict: .foreign),
    Case(fetchSite: "cross-site", origin: "http://ledger.school:8080", verdict: .foreign),
    Case(fetchSite: "", origin: "http://ledger.school:8080", verdict: .foreign),
    Case(fetchSite: nil, origin: "http://ledger.school:8080", verdict: .own),
    Case(fetchSite: nil, origin: "https://LEDGER.school:8080", verdict: .own),
    Case(fetchSite: nil, origin: "http://ledger.school", verdict: .foreign),
    Case(fetchSite: nil, origin: "http://ledger.school:8080.evil.cn", verdict: .foreign),
    Case(fetchSite: nil, origin: "http://evil.cn", verdict: .foreign),
    Case(fetchSite: nil, origin: "null", verdict: .foreign),
    Case(fetchSite: nil, origin: "", verdict: .foreign),
    Case(fetchSite: nil, origin: nil, verdict: .unknown),
  ])
  func `the headers tell where a request comes from`(test: Case) {
    let check = RequestCheck(
      fetchSite: test.fetchSite, origin: test.origin, host: "ledger.school:8080")
    #expect(check.verdict == test.verdict)
  }

  @Test func `a form's token belongs to one cookie`() {
    let token = RequestCheck.formToken(of: "a")
    #expect(RequestCheck.isToken(token, of: "a"))
    #expect(!RequestCheck.isToken(token, of: "b"))
    #expect(!RequestCheck.isToken("", of: "a"))
    #expect(!RequestCheck.isToken("a", of: "a"))
  }

  @Test(arguments: [
    ("ledger.school", true), ("LEDGER.school:8443", true), ("10.0.0.5:80", true),
    ("[::1]:8443", true), ("[::1]", true),
    ("evil.cn", false), ("ledger.school.evil.cn", false), ("ledger.school:port", false),
    ("ledger.school:99999", false), ("", false), ("[::1", false), ("ledger.school/x", false),
    ("ledger.school@evil.cn", false), ("a\r\nb", false), ("[ledger.school]", false),
  ])
  func `only our own hosts are answered`(header: String, isOurs: Bool) {
    let hosts = HostCheck(names: ["ledger.school", "10.0.0.5", "::1"])
    #expect(hosts.isOurs(header) == isOurs)
  }

  @Test func `without a host nobody is answered, and a proxy's word is taken`() {
    #expect(!HostCheck(names: ["a"]).isOurs(nil))
    #expect(HostCheck(names: nil).isOurs("anything.cn"))
    #expect(!HostCheck(names: nil).isOurs("not a host"))
  }

  @Test(arguments: [
    ("127.0.0.1:8080", true), ("0.0.0.0:8443", true), ("[::1]:8443", true), ("[::]:0", true),
    ("localhost:8080", false), ("127.0.0.1", false), ("127.0.0.1:", false), (":8080", false),
    ("256.0.0.1:80", false), ("::1:8080", false), ("127.0.0.1:65536", false), ("1.2.3:80", false),
  ])
  func `only numeric addresses are listened on`(text: String, isTaken: Bool) {
    #expect((ListenAddress(text) != nil) == isTaken)
    if isTaken { #expect(ListenAddress(text)?.description == text) }
  }

  @Test(arguments: [
    ("a=1&b=2", ["a": "1", "b": "2"]), ("a=%E8%BF%9B+x", ["a": "进 x"]), ("a", ["a": ""]),
    ("", [:]), ("a=1&a=2", ["a": "2"]), ("a=b=c", ["a": "b=c"]), ("a=%2B", ["a": "+"]),
  ])
  func `forms are read as browsers write them`(text: String, fields: [String: String]) {
    #expect(FormFields(encoded: text)?.texts == fields)
  }

  @Test(arguments: ["a=%", "a=%zz", "a=%FF", "%C3%28=1"])
  func `broken escapes are refused`(text: String) {
    #expect(FormFields(encoded: text) == nil)
  }
}
