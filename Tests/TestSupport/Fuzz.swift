import Foundation

/// Inputs that are changed again and again: so many rounds as end within seconds, or as long as
/// `make fuzz` says (`XIAOHAO_FUZZ_SECONDS`).
package enum Fuzz {
  private static let seconds =
    ProcessInfo.processInfo.environment["XIAOHAO_FUZZ_SECONDS"].flatMap { Double($0) }

  /// Runs a body with a new generator each round.
  ///
  /// - Parameters:
  ///   - rounds: How many rounds without `make fuzz`; their seeds are always the same.
  ///   - name: What is fuzzed, for the figure that is printed of a long run.
  ///   - body: One round; the seed is for the failure's message.
  package static func run(
    rounds: Int, _ name: String, _ body: (inout SplitMix64, _ seed: UInt64) throws -> Void
  ) rethrows {
    let end = seconds.map { Date().addingTimeInterval($0) }
    var seed: UInt64 = end == nil ? 1 : UInt64(Date().timeIntervalSince1970)
    var round = 0
    while end.map({ Date() < $0 }) ?? (round < rounds) {
      round += 1
      seed &+= 1
      var dice = SplitMix64(seed: seed)
      try body(&dice, seed)
    }
    guard let seconds else { return }
    FileHandle.standardError.write(
      Data("FUZZ \(name): \(round) inputs in \(Int(seconds)) s\n".utf8))
  }

  /// Moves, doubles, drops, repeats or swaps pieces of a text, or puts in foreign words.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - marks: What parts its pieces.
  ///   - words: What is put in now and then.
  ///   - dice: The generator.
  /// - Returns: Another text.
  package static func changed(
    _ text: String, at marks: String, words: [String] = [], _ dice: inout SplitMix64
  ) -> String {
    var pieces: [Substring] = []
    var start = text.startIndex
    for index in text.indices where marks.contains(text[index]) {
      if index > start { pieces.append(text[start..<index]) }
      let after = text.index(after: index)
      pieces.append(text[index..<after])
      start = after
    }
    pieces.append(text[start...])
    let place = Int.random(in: pieces.indices, using: &dice)
    let length = Int.random(in: 1...min(12, pieces.count - place), using: &dice)
    let taken = Array(pieces[place..<place + length])
    let target = Int.random(in: 0...pieces.count, using: &dice)
    switch Int.random(in: 0..<(words.isEmpty ? 5 : 6), using: &dice) {
    case 0: pieces.insert(contentsOf: taken, at: target)
    case 1: pieces.removeSubrange(place..<place + length)
    case 2:
      pieces.removeSubrange(place..<place + length)
      pieces.insert(contentsOf: taken, at: min(target, pieces.count))
    case 3: pieces.insert(contentsOf: Array(repeating: taken, count: 200).joined(), at: target)
    case 4: pieces.swapAt(place, min(target, pieces.count - 1))
    default: pieces.insert(words.randomElement(using: &dice)?[...] ?? "", at: target)
    }
    return pieces.joined()
  }

  /// Numbers at the edges of what a machine counts with.
  package static let numbers = [
    "9223372036854775807", "-9223372036854775808", "18446744073709551616", "0", "-1", "1e400",
    "00000000000000000000000000000001", "３", "1.7976931348623157e308", "NaN",
  ]
}
