import Foundation
import TestSupport
import Testing

/// Power cuts in the middle of a program's work, at each of its calls.
enum PowerCut {
  /// The calls of a program that ends well.
  static func calls(_ program: String, _ arguments: [String]) throws -> [SystemCalls.Line] {
    let (lines, ending) = try SystemCalls.trace(
      Child.path(of: program), arguments, ["-xx", "-s", "1000000"])
    #expect(ending.status == 0, "\(ending.messages)")
    return lines
  }

  /// Looks at what a power cut at each of the calls leaves of a folder.
  ///
  /// - Returns: How many survivors were looked at.
  static func cut(
    _ lines: [SystemCalls.Line], on start: TornDisk, chances: Int,
    _ check: (_ survivor: String, _ told: String, _ about: String) throws -> Void
  ) throws -> Int {
    var disk = start
    var count = 0
    for (number, line) in lines.enumerated() {
      let wasUnsettled = disk.isUnsettled
      try disk.take(line)
      guard disk.isUnsettled || wasUnsettled else { continue }
      var fates: [TornDisk.Fate] = [.nothingMore, .everything]
      for chance in 0..<chances {
        fates.append(.chance(SplitMix64(seed: UInt64(number * 1000 + chance))))
      }
      for (place, fate) in fates.enumerated() {
        try ScratchFolder.with { scratch in
          let survivor = scratch + "/left"
          try disk.leave(fate, in: survivor)
          try check(survivor, disk.told, "\(line.name), call \(number), fate \(place)")
        }
        count += 1
      }
    }
    return count
  }
}
