import Foundation
import TaskLedger

/// What lies in `evidence/` though no entry names it.
enum UnlistedEvidence {
  /// Looks through the folder, in the order of names.
  static func found(in folder: LedgerFolder, besides named: Set<EvidenceDigest>)
    -> [IntegrityFinding]
  {
    let expected = Set(named.map(\.description))
    // What lies behind a link is somebody else's.
    if isLink(folder.evidence) { return [.evidenceLinked(name: "evidence")] }
    var findings: [IntegrityFinding] = []
    for name in names(in: folder.evidence) {
      let path = folder.evidence + "/" + name
      if isLink(path) {
        findings.append(.evidenceLinked(name: name))
        continue
      }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        findings.append(.evidenceExtra(name: name))
        continue
      }
      for file in names(in: path) {
        if name == ".staging" {
          findings.append(.stagingLeftover(name: file))
        } else if isLink(path + "/" + file) {
          findings.append(.evidenceLinked(name: "\(name)/\(file)"))
        } else if !expected.contains(file) || file.prefix(2) != name {
          findings.append(.evidenceExtra(name: "\(name)/\(file)"))
        }
      }
    }
    return findings
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  private static func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
