import TestSupport

/// Random choices that follow from a seed alone.
struct Randomness {
  private var generator: SplitMix64

  init(seed: Int) { generator = SplitMix64(seed: UInt64(bitPattern: Int64(seed))) }

  mutating func int(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func element<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  mutating func isTrue(oneIn count: Int) -> Bool { int(in: 1...count) == 1 }
}
