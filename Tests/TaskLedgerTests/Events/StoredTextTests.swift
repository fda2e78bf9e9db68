import Foundation
import TaskLedger
import TestSupport
import Testing

/// Payloads are read strictly: what JSON does not allow is an error, and so is whatever a payload
/// never holds.
struct StoredTextTests {
  private func note(_ payload: String) throws -> LedgerEvent {
    try LedgerEvent(name: .progressNoted, payload: payload)
  }

  @Test(arguments: [
    #"{"item":"1.1","text":"进展""#, #"{"item":"1.1","text":"进展"}}"#, #"{"item":"1.1" "text":"进展"}"#,
    #"{"item":"1.1","text":"进展",}"#, #"{"item":"1.1","text":}"#,
    #"{'item':"1.1","text":"a"}"#, #"{"item":"1.1","text":"\x"}"#,
    #"{"item":"1.1","text":"\u12"}"#, #"{"item":"1.1","text":"\ud83d"}"#,
    #"{"item":"1.1","text":"\ud83dx"}"#, "{\"item\":\"1.1\",\"text\":\"a\nb\"}",
    #"{"item":"1.1","text":"a"} x"#, #"{"item":"1.1","text":null}"#, #"{"item":"1.1","text":7}"#,
    #"{"item":"1.1","text":"a","text":"b"}"#, #"{"item":1.1,"text":"a"}"#, "nul", "{\"",
    String(repeating: "[", count: 100_000), #"{"item":"1.1","text":"\"#,
  ])
  func `what is no payload is an error`(_ payload: String) {
    #expect(throws: DecodingError.self) { try note(payload) }
  }

  @Test func `escapes and white space are read as JSON defines them`() throws {
    let event = try note(
      " { \"item\" : \"1.1\" ,\n\t\"text\" : "
        + #""a\"\\\/\b\f\n\r\t\u4e2d\ud83d\ude00终" } "#)
    #expect(
      event
        == .item("1.1", .progressNoted(text: "a\"\\/\u{8}\u{C}\n\r\t中😀终")))
  }

  @Test(arguments: [
    "1.0", "1e2", "01", "-", "+1", "99999999999999999999", "-99999999999999999999", "true", "\"1\"",
  ])
  func `a number that is not whole is an error`(_ number: String) {
    #expect(throws: DecodingError.self) {
      try LedgerEvent(
        name: .gapResolved, payload: "{\"number\":\(number),\"resolution\":\"已补\"}")
    }
  }

  @Test(arguments: [0, 1, -1, 42, Int.max, Int.min])
  func `whole numbers keep their value`(_ number: Int) throws {
    let event = LedgerEvent.ledger(.gapResolved(GapResolved(number: number, resolution: "已补")))
    #expect(try LedgerEvent(name: .gapResolved, payload: event.encodedPayload()) == event)
  }

  @Test(arguments: 0..<200)
  func `mutated payloads are read or refused and never trap`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for name in LedgerEvent.Name.allCases {
      var bytes = Array(try EventSamples.sample(name).encodedPayload().utf8)
      for _ in 0..<3 where !bytes.isEmpty {
        let place = Int.random(in: 0...(bytes.count - 1), using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[place] = UInt8(Int.random(in: 0...255, using: &random))
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[bytes.count - 1 - place], at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      do {
        let event = try LedgerEvent(name: name, payload: text)
        #expect(try LedgerEvent(name: name, payload: event.encodedPayload()) == event)
      } catch {
        #expect(error is DecodingError)
      }
    }
  }
}
