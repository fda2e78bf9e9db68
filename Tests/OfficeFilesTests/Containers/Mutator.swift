/// Changes bytes in ways files are damaged in, the same for the same seed (SplitMix64).
struct Mutator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The bytes with a few changes: flipped, replaced, removed, repeated, swapped or cut off.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &self) {
      guard !bytes.isEmpty else { return bytes }
      let place = Int.random(in: 0..<bytes.count, using: &self)
      let length = min(Int.random(in: 1...40, using: &self), bytes.count - place)
      switch Int.random(in: 0..<7, using: &self) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 2: bytes.removeSubrange(place..<place + length)
      case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      case 4:
        let other = Int.random(in: 0..<bytes.count, using: &self)
        bytes.swapAt(place, other)
      case 5:
        let sign = Self.signs[Int.random(in: 0..<Self.signs.count, using: &self)]
        bytes.replaceSubrange(place..<place + length, with: sign.utf8)
      default:
        if Int.random(in: 0..<4, using: &self) == 0 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }

  private static let signs = [
    "<", ">", "\"", "&", "|", "\t", "\n", "\n\n", "<p>", "</w:tc>", "<w:tr>", "<w:tbl>", "</w:p>",
    "-1", "99999999999999999999", "9223372036854775807", "<w:vMerge/>", "rowspan=0", "\u{0}", "，",
    "</td>", "<table>", "```", "[bookmark: ",
  ]
}
