import LedgerDesk
import TaskLedger

/// What a backup holds, for people and for `--json`.
struct BackupSummary: Encodable {
  var file: String
  var school: String
  var createdOn: String
  var head: String
  var entries: Int
  var evidence: Int
  var evidenceBytes: Int
  var ownFiles: Int
  var accounts: Bool
  var damage: [String]
  var dryRun: Bool

  init(file: String, _ manifest: BackupManifest, dryRun: Bool) {
    self.file = file
    school = PrintableText.line(manifest.school)
    createdOn = manifest.createdOn
    head = manifest.head
    entries = manifest.headSequence
    evidence = manifest.evidenceFiles
    evidenceBytes = manifest.evidenceBytes
    ownFiles = manifest.ownFileCount
    accounts = manifest.holdsAccounts
    damage = manifest.damage.map(\.message)
    self.dryRun = dryRun
  }

  var words: String {
    "「\(school)」记录 \(entries) 条，佐证和封存的月报 \(evidence) 份，台账末端 \(head)"
      + (ownFiles > 0 ? "，自有表格和模板 \(ownFiles) 个" : "")
      + (accounts ? "，网页的账号" : "")
      + (damage.isEmpty ? "" : "；已有缺损 \(damage.count) 处")
  }
}
