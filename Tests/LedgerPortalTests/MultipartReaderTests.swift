import Foundation
import TestSupport
import Testing

@testable import LedgerPortal

struct MultipartReaderTests {
  /// A part as a test writes and expects it.
  struct Part: Sendable, Hashable {
    var name: String
    var fileName: String?
    var content: [UInt8]
  }

  /// What a reader tells of a body that comes in pieces of a length.
  static func read(_ body: [UInt8], boundary: String = "B", pieces: Int) throws -> [Part] {
    var reader = try MultipartReader(contentType: "multipart/form-data; boundary=\(boundary)")
    var parts: [Part] = []
    var isOpen = false
    var start = 0
    while start < body.count {
      let end = min(body.count, start + pieces)
      try body[start..<end].withUnsafeBytes { piece in
        try reader.read(piece) { step in
          switch step {
          case .begun(let part):
            #expect(!isOpen)
            isOpen = true
            parts.append(Part(name: part.name, fileName: part.fileName, content: []))
          case .content(let bytes):
            #expect(isOpen)
            parts[parts.count - 1].content += bytes
          case .ended:
            #expect(isOpen)
            isOpen = false
          }
        }
      }
      start = end
    }
    try reader.finish()
    #expect(!isOpen)
    return parts
  }

  static func body(_ parts: [Part], boundary: String = "B") -> [UInt8] {
    var body: [UInt8] = []
    for part in parts {
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"".utf8
      if let fileName = part.fileName {
        body += "; filename=\"\(fileName)\"\r\nContent-Type: application/octet-stream".utf8
      }
      body += "\r\n\r\n".utf8
      body += part.content
      body += "\r\n".utf8
    }
    return body + "--\(boundary)--\r\n".utf8
  }

  @Test(arguments: [1, 2, 3, 7, 64, 100_000])
  func `a form is the same however it is cut into pieces`(pieces: Int) throws {
    let parts = [
      Part(name: "note", content: Array("第一行\r\n第二行\r\n--C 不是分界\r\n-".utf8)),
      Part(name: "empty", content: []),
      Part(name: "files", fileName: "会议 照片.jpg", content: (0..<5000).map { UInt8($0 % 256) }),
      Part(name: "files", fileName: "", content: []),
      Part(name: "cr", content: Array("\r\r\n\r\n--\r\n\r".utf8)),
    ]
    #expect(try Self.read(Self.body(parts), pieces: pieces) == parts)
  }

  @Test func `what browsers write with per cent signs is read back, without line breaks`() throws {
    let body = Self.body([Part(name: "files", fileName: "a%22b%0D%0Ac.txt", content: [65])])
    #expect(try Self.read(body, pieces: 50).first?.fileName == "a\"bc.txt")
  }

  @Test func `a form without parts has none`() throws {
    #expect(try Self.read(Array("--B--\r\n".utf8), pieces: 3).isEmpty)
  }

  @Test func `what follows the last boundary is not looked at`() throws {
    let body = Self.body([Part(name: "a", content: [1])]) + Array("--B\r\nrubbish".utf8)
    #expect(try Self.read(body, pieces: 4).count == 1)
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var body: String
    var fault: MultipartReader.Fault
  }

  @Test(arguments: [
    Broken(testDescription: "nothing", body: "", fault: .unfinished),
    Broken(testDescription: "no boundary", body: "hello world", fault: .boundaryExpected),
    Broken(
      testDescription: "cut in the content",
      body: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf", fault: .unfinished),
    Broken(
      testDescription: "cut in the head", body: "--B\r\nContent-Disposition: form-d",
      fault: .unfinished),
    Broken(
      testDescription: "no name",
      body: "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--\r\n", fault: .headUnreadable),
    Broken(
      testDescription: "two names",
      body: "--B\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n\r\n--B--\r\n",
      fault: .headUnreadable),
    Broken(
      testDescription: "quotation mark left open",
      body: "--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--B--\r\n",
      fault: .headUnreadable),
    Broken(
      testDescription: "not a form",
      body: "--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--B--\r\n",
      fault: .headUnreadable),
    Broken(
      testDescription: "endless head", body: "--B\r\nX: " + String(repeating: "x", count: 9000),
      fault: .headTooLong),
    Broken(
      testDescription: "boundary with a tail",
      body: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--Bxx",
      fault: .boundaryExpected),
    Broken(
      testDescription: "too many parts",
      body: String(
        repeating: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n", count: 201),
      fault: .tooManyParts),
  ])
  func `what no browser sends is refused`(broken: Broken) {
    for pieces in [1, 5, 100_000] {
      #expect(throws: broken.fault) { try Self.read(Array(broken.body.utf8), pieces: pieces) }
    }
  }

  @Test(
    arguments: [
      ("multipart/form-data; boundary=abc", "abc"),
      ("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"", nil),
      ("multipart/form-data; boundary=\"----x\"", "----x"),
      ("multipart/form-data", nil),
      ("multipart/mixed; boundary=abc", nil),
      ("multipart/form-data; boundary=", nil),
      ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil),
      ("multipart/form-data; boundary=a\r\nb", nil),
    ] as [(String, String?)])
  func `the boundary is read from the content type`(type: String, boundary: String?) {
    #expect(MultipartReader.boundary(in: type) == boundary)
  }

  /// 10,000 seeded inputs: whole forms cut anywhere give the same parts; damaged ones give a fault or
  /// parts, and never more content than came.
  @Test(arguments: 0..<100)
  func `damaged forms never trap and never grow`(block: Int) throws {
    for seed in block * 100..<block * 100 + 100 {
      var random = SplitMix64(seed: UInt64(seed))
      let parts = (0..<Int.random(in: 0...4, using: &random)).map { index in
        Part(
          name: "f\(index)", fileName: Bool.random(using: &random) ? "x.bin" : nil,
          content: (0..<Int.random(in: 0...300, using: &random)).map { _ in
            // Bytes that boundaries are made of come often.
            [0x0D, 0x0A, 0x2D, 0x42, UInt8.random(in: 0...255, using: &random)]
              .randomElement(using: &random) ?? 0
          })
      }
      // The boundary may stand in no content.
      let boundary = "Bx\(seed)y"
      var body = Self.body(parts, boundary: boundary)
      let pieces = Int.random(in: 1...80, using: &random)
      #expect(
        try Self.read(body, boundary: boundary, pieces: pieces) == parts, "seed \(seed)")
      for _ in 0..<Int.random(in: 1...5, using: &random) where !body.isEmpty {
        let place = Int.random(in: 0..<body.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: body[place] = UInt8.random(in: 0...255, using: &random)
        case 1: body.remove(at: place)
        case 2: body.insert(0x0D, at: place)
        default: body.removeSubrange(place...)
        }
      }
      do {
        let read = try Self.read(body, boundary: boundary, pieces: pieces)
        #expect(read.reduce(0) { $0 + $1.content.count } <= body.count, "seed \(seed)")
      } catch is MultipartReader.Fault {
      }
    }
  }
}
