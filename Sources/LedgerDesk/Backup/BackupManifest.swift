import BundledAssets
import Foundation
import LedgerStore
import TaskLedger

/// What a backup says of itself: `manifest.json`, the first part of the container.
///
/// Stored names are a public contract. `schemaVersion` (see ``JSONDocument``) is the format of the
/// backup; a program refuses a backup whose number is greater than its own.
package struct BackupManifest: Codable, Hashable, Sendable {
  /// The name of the manifest inside of the container.
  static let name = "manifest.json"
  /// The name of the page that people read.
  static let page = "备份说明.txt"
  /// What it says of itself, to programs and people.
  static let pages: Set<String> = [name, page]
  /// The format this program writes and reads.
  static let format = 1
  /// The path of the database.
  static let database = "ledger/ledger.sqlite"
  /// The path of the accounts of the page.
  static let accounts = "ledger/portal.sqlite"
  /// The largest file of accounts, in bytes.
  static let accountsLimit = 256 << 20
  /// The largest own file of `tasks/` and `templates/`, in bytes.
  static let ownFileLimit = 32 << 20

  /// A file of the ledger.
  package struct File: Codable, Hashable, Sendable {
    /// Its path inside of the container.
    package var path: String
    /// Its length.
    package var bytes: Int
    /// The SHA-256 of its content.
    package var sha256: String
  }

  /// Something that was not as it should be when the backup was made.
  package struct Damage: Codable, Hashable, Sendable {
    /// The stored name of the finding.
    package var code: String
    /// The finding in words.
    package var message: String
  }

  /// Which program wrote it.
  package var program: String
  /// The format of the ledger inside.
  package var ledgerFormat: String
  /// The school.
  package var school: String
  /// The day it was made.
  package var createdOn: String
  /// The last entry's number.
  package var headSequence: Int
  /// The last entry's digest.
  package var headDigest: String
  /// The short form of the head, as papers print it.
  package var head: String
  /// How many files of `evidence/` are in it: evidence and the papers of sealed months.
  package var evidenceFiles: Int
  /// How many bytes of evidence are in it.
  package var evidenceBytes: Int
  /// Every file of the ledger, sorted by path.
  package var files: [File]
  /// What was damaged already; empty for a sound ledger.
  package var damage: [Damage]

  enum CodingKeys: String, CodingKey {
    case program = "program"
    case ledgerFormat = "ledgerFormat"
    case school = "school"
    case createdOn = "createdOn"
    case headSequence = "headSequence"
    case headDigest = "headDigest"
    case head = "head"
    case evidenceFiles = "evidenceFiles"
    case evidenceBytes = "evidenceBytes"
    case files = "files"
    case damage = "damage"
  }
}

/// What a path inside of a backup may be; everything else is refused.
enum BackupPath: Hashable {
  /// The log.
  case database
  /// The accounts of the page.
  case accounts
  /// An evidence file, by its digest.
  case evidence(EvidenceDigest)
  /// A file of `tasks/` or `templates/`.
  case own(folder: String, name: String)

  /// The folders of a school's own files.
  static let ownFolders = ["tasks", "templates"]

  /// Reads a path; nil when it is none of these.
  init?(_ path: String) {
    let steps = ScalarText.split(path, at: "/")
    guard steps.first == "ledger" else { return nil }
    if path == BackupManifest.database {
      self = .database
    } else if path == BackupManifest.accounts {
      self = .accounts
    } else if steps.count == 4, steps[1] == "evidence", let digest = EvidenceDigest(steps[3]),
      digest.description == steps[3], steps[3].prefix(2) == steps[2]
    {
      self = .evidence(digest)
    } else if steps.count == 3, Self.ownFolders.contains(steps[1]), Self.isPlain(steps[2]) {
      self = .own(folder: steps[1], name: steps[2])
    } else {
      return nil
    }
  }

  /// Whether every system can hold a file of this name, and nobody is misled by it.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 200
      && name == PrintableText.fileName(name)
      && !ScalarText.contains(["\\", "/", ":", "*", "?", "\"", "<", ">", "|"], in: name)
  }

  /// The path inside of the container.
  var text: String {
    switch self {
    case .database: BackupManifest.database
    case .accounts: BackupManifest.accounts
    case .evidence(let digest): "ledger/evidence/\(digest.description.prefix(2))/\(digest)"
    case .own(let folder, let name): "ledger/\(folder)/\(name)"
    }
  }

  /// The place in a ledger's folder.
  func place(in folder: LedgerFolder) -> String {
    switch self {
    case .database: folder.database
    case .accounts: folder.accounts
    case .evidence(let digest): EvidenceVault(folder: folder).path(of: digest)
    case .own(let part, let name): folder.path + "/\(part)/\(name)"
    }
  }
}

extension BackupManifest {
  /// Whether a folder is what a backup gives when it is unpacked by hand.
  static func isUnpacked(in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + name)
      && FileManager.default.fileExists(atPath: folder + "/" + database)
  }

  /// The digest of what it holds beside the log: the same for two backups of one head with the same
  /// files, whatever day they were made.
  var content: String {
    let parts = files.filter { $0.path != Self.database && $0.path != Self.accounts }
      .map { "\($0.sha256)  \($0.path)\n" }
    let faults = damage.map { "\($0.code)  \($0.message)\n" }
    return EventChain.digest(of: Array((parts + faults).joined().utf8)).description
  }

  /// The school's own files that papers and figures are made with, by their paths in the ledger's
  /// folder.
  package var usedOwnFiles: [String] { ownPaths.filter(Self.isUsed) }

  /// Whether the accounts of the page are in it.
  package var holdsAccounts: Bool { files.contains { $0.path == Self.accounts } }

  /// How many of the school's own tables and templates are in it.
  package var ownFileCount: Int { ownPaths.count }

  /// The school's own files that nothing uses.
  package var unusedOwnFiles: [String] { ownPaths.filter { !Self.isUsed($0) } }

  private var ownPaths: [String] {
    files.compactMap { file in
      guard case .own(let folder, let name) = BackupPath(file.path) else { return nil }
      return folder + "/" + name
    }
  }

  private static func isUsed(_ path: String) -> Bool {
    let templates = BundledAssets.templates.keys.map { "templates/\($0).mustache" }
    let layout = BundledAssets.layout.keys.map { "templates/" + $0 }
    return (templates + layout + SchoolData.names.map { "tasks/" + $0 }).contains(path)
      // What another template may put in.
      || path.hasSuffix(".mustache")
  }

  /// The manifest as a page for people.
  var pageText: String {
    var lines = [
      "\(school)　工作台账备份",
      "",
      "制作日期：\(createdOn)",
      "台账末端校验码：\(head)（与同期报告页脚的校验码一致）",
      "记录：\(headSequence) 条",
      "佐证和封存的月报：\(evidenceFiles) 个，\(evidenceBytes) 字节",
      "学校自己的表格和模板：\(ownFileCount) 个",
      "网页的账号：\(holdsAccounts ? "有，密码只存散列" : "没有")",
      "制作程序：\(program)，台账格式 \(ledgerFormat)",
      "",
      "还原：用本程序的「恢复」，指明这个文件和一个新的文件夹。",
      "还原时逐个核对 \(Self.name) 里的 SHA-256，再逐条校验记录；有一处不符就不还原。",
      "备份没有加密，里面有全部佐证材料，请按原件保管。",
    ]
    if !damage.isEmpty {
      lines += ["", "制作时台账已有下列问题："] + damage.map { "- [\($0.code)] \($0.message)" }
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }
}
