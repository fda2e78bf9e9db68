import Foundation

/// A web page kept as one file (.mht): the page among the parts of a message.
enum ArchivedPage {
  /// Whether a file begins like a message with parts.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, Character(Unicode.Scalar(first)).isLetter, first < 0x80 else {
      return false
    }
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    return head.contains("mime-version:") && head.contains("content-type:")
  }

  /// The text of the first page or plain text inside of the message, and whether it is a page; nil
  /// when there is none.
  static func text(of bytes: [UInt8]) -> (text: String, isPage: Bool)? {
    var plain: String?
    var rest = [Part(bytes[...])]
    var looked = 0
    while let part = rest.popLast(), looked < 1000 {
      looked += 1
      let type = part.headers["content-type"] ?? "text/plain"
      let kind = type.lowercased()
      if kind.hasPrefix("multipart/"), let boundary = parameter("boundary", of: type) {
        rest += part.parts(dividedBy: boundary).reversed()
      } else if kind.hasPrefix("text/html") {
        return decoded(part, type).map { ($0, true) }
      } else if kind.hasPrefix("text/plain"), plain == nil {
        plain = decoded(part, type)
      }
    }
    return plain.map { ($0, false) }
  }

  private static func decoded(_ part: Part, _ type: String) -> String? {
    let content: [UInt8]
    switch part.headers["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": content = quotedPrintable(part.body)
    case "base64":
      let kept = part.body.filter { $0 > 0x20 }
      content = Data(base64Encoded: Data(kept)).map(Array.init) ?? []
    default: content = Array(part.body)
    }
    let charset = parameter("charset", of: type)?.lowercased() ?? ""
    if charset.hasPrefix("gb") { return TextDecoding.gb18030(content) }
    return TextDecoding.decode(content)?.text
  }

  /// A parameter such as `charset="gb2312"`.
  private static func parameter(_ name: String, of type: String) -> String? {
    for field in type.split(separator: ";").dropFirst() {
      let parts = field.split(separator: "=", maxSplits: 1)
      guard parts.count == 2,
        parts[0].trimmingCharacters(in: .whitespaces).lowercased() == name
      else { continue }
      return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" \t\r\n"))
    }
    return nil
  }

  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      guard body[index] == 0x3D else {
        result.append(body[index])
        index += 1
        continue
      }
      let rest = body[(index + 1)...].prefix(2)
      if let value = UInt8(String(decoding: rest, as: UTF8.self), radix: 16), rest.count == 2 {
        result.append(value)
        index += 3
      } else {
        // A line that goes on.
        index += 1
        while index < body.endIndex, body[index] == 0x0D || body[index] == 0x20 { index += 1 }
        if index < body.endIndex, body[index] == 0x0A { index += 1 }
      }
    }
    return result
  }

  /// A part of a message: what is said of it, and its content.
  private struct Part {
    var headers: [String: String] = [:]
    var body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
      body = bytes
      var last: String?
      while let end = body.firstIndex(of: 0x0A) {
        let line = String(decoding: body[body.startIndex..<end], as: UTF8.self)
        body = body[(end + 1)...]
        let trimmed = line.trimmingCharacters(in: .whitespacesAndNewlines)
        if trimmed.isEmpty { return }
        if line.hasPrefix(" ") || line.hasPrefix("\t"), let last {
          headers[last, default: ""] += " " + trimmed
        } else if let colon = trimmed.firstIndex(of: ":"), headers.count < 100 {
          let name = trimmed[..<colon].lowercased()
          headers[name] = trimmed[trimmed.index(after: colon)...]
            .trimmingCharacters(in: .whitespaces)
          last = name
        }
      }
    }

    /// The parts between the lines of a boundary.
    func parts(dividedBy boundary: String) -> [Part] {
      let mark = Array("--\(boundary)".utf8)
      var found: [Part] = []
      var start: Int?
      var place = body.startIndex
      while place < body.endIndex {
        let end = body[place...].firstIndex(of: 0x0A) ?? body.endIndex
        if body[place..<end].starts(with: mark) {
          if let start, found.count < 1000 { found.append(Part(body[start..<place])) }
          start = min(end + 1, body.endIndex)
        }
        place = end + 1
      }
      if let start, start < body.endIndex, found.count < 1000 { found.append(Part(body[start...])) }
      return found
    }
  }
}
