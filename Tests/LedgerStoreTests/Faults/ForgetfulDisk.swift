import Foundation

/// A disk that keeps only what was waited for: says what a power cut would take away.
struct ForgetfulDisk {
  /// The folder that is watched, with all below it.
  let root: String
  /// The files whose content is not on the disk.
  private(set) var contents: Set<String> = []
  /// The folders that hold names which are not on the disk.
  private(set) var folders: Set<String> = []
  /// What was done in an order that a power cut can turn into loss.
  private(set) var faults: [String] = []
  /// How often something was told, with the log written before.
  private(set) var acknowledged = 0

  init(root: String) { self.root = root }

  /// What a power cut would take away now.
  var losses: [String] {
    contents.filter { !Self.isDraft($0) }.sorted()
      + folders.filter { !Self.isDraft($0) }.sorted().map { $0 + "/" }
  }

  /// Files on their way, whose loss loses nothing.
  private static func isDraft(_ path: String) -> Bool {
    path.contains("/.staging") || path.contains("/ledger.sqlite.new-")
      || path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private func isWatched(_ path: String) -> Bool { path == root || path.hasPrefix(root + "/") }
  private func parent(_ path: String) -> String { (path as NSString).deletingLastPathComponent }

  /// Takes in the next call.
  mutating func take(_ call: SystemCalls.Call) {
    switch call {
    case .made(let path) where isWatched(path): folders.insert(parent(path))
    case .written(let path) where isWatched(path): write(path)
    case .synced(let path):
      contents.remove(path)
      folders.remove(path)
    case .renamed(let source, let target) where isWatched(target):
      check(source, before: "renamed to \(target)")
      folders.insert(parent(target))
      move(source, target)
    case .linked(let source, let target) where isWatched(target):
      check(source, before: "named \(target)")
      folders.insert(parent(target))
    case .removed(let path) where isWatched(path):
      contents.remove(path)
      folders.remove(path)
      // The end of the journal is the end of the commit; another file left over loses nothing.
      if path.hasSuffix(".sqlite-journal") { folders.insert(parent(path)) }
    case .told:
      acknowledged += 1
      if !losses.isEmpty { faults.append("told before the disk had \(losses)") }
    case .made, .written, .renamed, .linked, .removed: break
    }
  }

  private mutating func write(_ path: String) {
    if path.hasSuffix("/ledger.sqlite") {
      if contents.contains(path + "-journal") {
        faults.append("the log was written before its journal was on the disk")
      }
      let evidence = (contents.union(folders)).filter {
        $0.hasPrefix(parent(path) + "/evidence") && !Self.isDraft($0)
      }
      if !evidence.isEmpty {
        faults.append("the log was written before the disk had \(evidence.sorted())")
      }
    }
    contents.insert(path)
  }

  /// What takes its name must be whole on the disk.
  private mutating func check(_ source: String, before act: String) {
    let open = contents.union(folders).filter { $0 == source || $0.hasPrefix(source + "/") }
    if !open.isEmpty { faults.append("\(open.sorted()) not on the disk when \(act)") }
  }

  private mutating func move(_ source: String, _ target: String) {
    func moved(_ path: String) -> String {
      path == source || path.hasPrefix(source + "/")
        ? target + path.dropFirst(source.count) : path
    }
    contents = Set(contents.map(moved))
    folders = Set(folders.map(moved))
  }
}
