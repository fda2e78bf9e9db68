import LedgerStore
import OfficeFiles
import TaskLedger

/// A ledger's settings: `tasks/settings.md` of its folder, or the built-in one.
///
/// They guard what comes in and change the meaning of nothing that is recorded, so they are data
/// beside the log and not entries of it (decision 0013).
struct LedgerSettings: Hashable {
  /// The largest evidence file taken, in bytes; 1 MiB to 64 GiB.
  var evidenceLimit = EvidenceVault.defaultSizeLimit

  /// The stored name of the limit in the table.
  static let evidenceLimitName = "单个佐证上限"

  /// Reads the tables of a document; the first row of each holds headings.
  static func read(_ document: SourceDocument) throws(DeskError) -> LedgerSettings {
    var settings = LedgerSettings()
    var faults: [Diagnostic] = []
    for case .table(let table) in document.blocks {
      for row in table.rows.dropFirst() {
        guard let name = row.cells.first else { continue }
        let value = row.cells.dropFirst().first
        let text = value?.text ?? ""
        if TextFolding.compact(name.text) != evidenceLimitName {
          faults.append(.settingUnknown(name.text, known: [evidenceLimitName], at: name.location))
        } else if let bytes = Self.bytes(text), (1 << 20...64 << 30).contains(bytes) {
          settings.evidenceLimit = bytes
        } else {
          faults.append(.settingUnreadable(name.text, text, at: value?.location ?? name.location))
        }
      }
    }
    guard faults.isEmpty else { throw DeskError(faults, kind: .unreadableInput) }
    return settings
  }

  /// A size such as `512 MiB` or `2 GB` in bytes; 1 MB is 1 MiB. Nil when it is none.
  static func bytes(_ text: String) -> Int? {
    let folded = TextFolding.compact(text).uppercased()
    let digits = folded.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits), number <= 1 << 20 else { return nil }
    return switch folded.dropFirst(digits.count) {
    case "MIB", "MB", "M", "兆": number << 20
    case "GIB", "GB", "G": number << 30
    default: nil
    }
  }
}
