import Foundation
import LedgerStore
import TaskLedger
import Testing

/// What must hold of a ledger after a writer was stopped.
struct Survivor {
  let folder: LedgerFolder

  /// An acknowledged entry.
  struct Acknowledged {
    var sequence: Int
    var digest: String
  }

  /// Reads what a writer acknowledged.
  static func acknowledged(in output: String) -> [Acknowledged] {
    output.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "ack", let sequence = Int(words[1]) else { return nil }
      return Acknowledged(sequence: sequence, digest: String(words[2]))
    }
  }

  /// Opens the ledger and checks that every acknowledged entry is there with its evidence, and
  /// that nothing is half there.
  ///
  /// - Returns: The number of entries, and of whole files that no entry names.
  @discardableResult
  func check(_ acknowledged: [Acknowledged], _ about: String) throws -> (
    entries: Int, strangers: Int
  ) {
    let store = try LedgerStore(opening: folder, for: .reading)
    let report = store.verify()
    #expect(report.isSound, "\(about): \(report.findings)")
    let entries = try store.entries()
    let vault = EvidenceVault(folder: folder)
    for entry in acknowledged {
      guard entry.sequence <= entries.count else {
        Issue.record("\(about): entry \(entry.sequence) is lost")
        continue
      }
      guard entry.digest != "-" else { continue }
      let digest = try #require(EvidenceDigest(entry.digest))
      guard case .item(_, .evidenceAttached(let evidence)) = entries[entry.sequence - 1].event
      else {
        Issue.record("\(about): entry \(entry.sequence) is something else")
        continue
      }
      #expect(evidence.digest == digest, "\(about)")
      #expect(vault.condition(of: digest) == .sound, "\(about)")
    }
    var strangers = 0
    for finding in report.findings {
      switch finding {
      case .evidenceExtra(let name):
        // A file in its place is whole, whether an entry names it or not.
        let digest = try #require(EvidenceDigest(String(name.suffix(64))), "\(about): \(name)")
        #expect(vault.condition(of: digest) == .sound, "\(about)")
        strangers += 1
      case .stagingLeftover: strangers += 1
      default: Issue.record("\(about): \(finding)")
      }
    }
    return (entries.count, strangers)
  }

  /// Lets the doctor move aside what was left, two hours later; nothing else may be found then.
  func tidy() throws {
    let day = try #require(CivilDate("2020-07-20"))
    let later = Instant(seconds: Int(Date().timeIntervalSince1970) + 7200, offsetMinutes: 0)
    try FolderRepair(of: FolderExamination(of: folder, today: day), today: day, now: later)
      .perform()
    let findings = FolderExamination(of: folder, today: day).findings.filter {
      if case .littleSpace = $0 { false } else { true }
    }
    #expect(findings.isEmpty)
  }
}
