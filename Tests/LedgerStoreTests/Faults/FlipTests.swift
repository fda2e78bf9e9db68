import Foundation
import LedgerStore
import TaskLedger
import TestSupport
import Testing

/// Bytes that change by themselves, anywhere in the log or the evidence.
struct FlipTests {
  private let cabinet: Cabinet
  private let files: [String]

  init() throws {
    cabinet = try Cabinet()
    try cabinet.append(.start(cabinet.ids[0]))
    var files = [cabinet.folder.database]
    for number in 1...3 {
      let digest = try cabinet.attach(
        String(repeating: "材料\(number) ", count: 400 * number), named: "材料\(number).txt")
      files.append(EvidenceVault(folder: cabinet.folder).path(of: digest))
    }
    for number in 1...30 {
      try cabinet.append(
        .note(cabinet.ids[0], text: String(repeating: "第\(number)次进展，", count: 60)))
    }
    try cabinet.append(.submit(cabinet.ids[0], summary: "已完成"))
    self.files = files
  }

  @Test func `a flipped byte that changes content is found by verify`() throws {
    let runs = FaultRuns.count(60)
    let before = try cabinet.open(.reading).exportedEvents()
    let originals = try files.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
    let total = originals.reduce(0) { $0 + $1.count }
    var random = SplitMix64(seed: 1414)
    var (inLog, inEvidence, unopened, found, unchanged) = (0, 0, 0, 0, 0)
    for _ in 0..<runs {
      var place = Int.random(in: 0..<total, using: &random)
      var index = 0
      while place >= originals[index].count {
        place -= originals[index].count
        index += 1
      }
      var bytes = originals[index]
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      let url = URL(fileURLWithPath: files[index])
      try Data(bytes).write(to: url)
      defer { try? Data(originals[index]).write(to: url) }
      index == 0 ? (inLog += 1) : (inEvidence += 1)
      guard let store = try? cabinet.open(.reading) else {
        unopened += 1
        continue
      }
      let isSame = index == 0 && (try? store.exportedEvents()) == before
      if !store.verify().isSound {
        found += 1
      } else {
        #expect(isSame, "byte \(place) of \(url.lastPathComponent)")
        unchanged += 1
      }
    }
    #expect(unopened + found + unchanged == runs)
    FaultRuns.report(
      "\(runs) flipped bytes (\(inLog) in the log, \(inEvidence) in evidence): "
        + "\(unopened) not opened as a ledger, \(found) found by verify, "
        + "\(unchanged) changed no content, 0 missed")
  }
}
