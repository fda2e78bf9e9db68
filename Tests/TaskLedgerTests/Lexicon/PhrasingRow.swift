import Foundation
import TestSupport
import Testing

/// One line of the table of phrasings: words, and what a careful person takes from them in a
/// document of 2020.
struct PhrasingRow: CustomTestStringConvertible, Sendable {
  var words: String
  var kind: String
  var due: String
  var start: String?
  var next: String?
  var isOngoing = false
  var doubts: [String] = []
  var testDescription: String { "「\(words)」" }

  /// The rows of the fixture; none when it cannot be read, which the count of rows finds.
  static let all: [PhrasingRow] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/deadlines/phrasings.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      var row = PhrasingRow(words: parts[0], kind: parts[1], due: parts[2])
      for mark in parts.count > 3 ? parts[3].split(separator: " ") : [] {
        let pair = mark.split(separator: "=").map(String.init)
        switch pair[0] {
        case "start": row.start = pair[1]
        case "next": row.next = pair[1]
        case "ongoing": row.isOngoing = true
        case "doubt": row.doubts.append(pair[1])
        default: Issue.record("unknown mark \(mark)")
        }
      }
      return row
    }
  }()
}
