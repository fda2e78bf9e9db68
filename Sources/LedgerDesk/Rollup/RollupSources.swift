import Foundation
import LedgerStore
import TaskLedger

/// A place from which one school's ledger can be read.
struct RollupSource: Sendable, Hashable {
  /// What it is.
  enum Kind: Sendable, Hashable {
    /// A ledger's folder.
    case ledger
    /// A file that `backup` or `bundle` wrote.
    case container
    /// A folder that `bundle` wrote.
    case bundleFolder
    /// Nothing that can be read; it was named all the same.
    case missing
    /// A link in a folder that was named; what it leads to was not.
    case link
    /// A folder that may not be looked into.
    case closed
    /// A collection whose list cannot be read.
    case damagedList
  }

  /// What it is.
  var kind: Kind
  /// Where it is.
  var path: String
  /// How the result names it: from the folder that was named downwards, never the way to it.
  var name: String

  /// The sources that paths mean: each itself, or everything in it, down to three levels; sorted by
  /// name, each place once. Of a collection (收件) only what was last received of each school by the
  /// day.
  static func found(at paths: [String], asOf day: CivilDate) -> [RollupSource] {
    var sources: [RollupSource] = []
    var seen: Set<String> = []
    for path in paths.sorted() {
      let clean = (path as NSString).standardizingPath
      collect(clean, named: (clean as NSString).lastPathComponent, depth: 0, isNamed: true, day) {
        if seen.insert(($0.path as NSString).resolvingSymlinksInPath).inserted {
          sources.append($0)
        }
      }
    }
    return sources.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
  }

  /// Why nothing was found at paths: nothing had been received by the day, or nothing is there.
  static func fault(ofNothingAt paths: [String], asOf day: CivilDate) -> Diagnostic {
    let last = CivilDate(year: 9999, month: 12, day: 31) ?? day
    return found(at: paths, asOf: last).isEmpty
      ? .rollupFindsNothing() : .rollupNothingReceived(by: day)
  }

  private static func collect(
    _ path: String, named name: String, depth: Int, isNamed: Bool, _ day: CivilDate,
    _ take: (RollupSource) -> Void
  ) {
    let manager = FileManager.default
    var status = stat()
    guard lstat(path, &status) == 0 || errno != EACCES else {
      return take(RollupSource(kind: .closed, path: path, name: name))
    }
    if !isNamed, status.st_mode & S_IFMT == S_IFLNK {
      return take(RollupSource(kind: .link, path: path, name: name))
    }
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      if isNamed { take(RollupSource(kind: .missing, path: path, name: name)) }
      return
    }
    guard isFolder.boolValue else {
      if (name as NSString).pathExtension.lowercased() == "zip" {
        take(RollupSource(kind: .container, path: path, name: name))
      } else if isNamed {
        take(RollupSource(kind: .missing, path: path, name: name))
      }
      return
    }
    guard access(path, R_OK | X_OK) == 0 else {
      return take(RollupSource(kind: .closed, path: path, name: name))
    }
    if LedgerFolder(path: path).hasLedger {
      take(RollupSource(kind: .ledger, path: path, name: name))
    } else if CollectionRecord.isCollection(path) {
      received(in: path, named: name, by: day).forEach(take)
    } else if [BundleFile.events, BundleFile.figures].contains(where: {
      manager.fileExists(atPath: path + "/" + $0)
    }) {
      take(RollupSource(kind: .bundleFolder, path: path, name: name))
    } else if depth < 3 {
      let names = ((try? manager.contentsOfDirectory(atPath: path)) ?? []).sorted()
      for child in names where !child.hasPrefix(".") {
        collect(
          path + "/" + child, named: name + "/" + child, depth: depth + 1, isNamed: false, day,
          take)
      }
    }
  }

  /// What was last received of each school in a collection.
  private static func received(in path: String, named name: String, by day: CivilDate)
    -> [RollupSource]
  {
    guard let records = try? CollectionRecord.all(in: path) else {
      return [RollupSource(kind: .damagedList, path: path, name: name)]
    }
    return CollectionRecord.latest(of: records, by: day).map { record in
      RollupSource(
        kind: .container, path: path + "/" + record.file, name: name + "/" + record.file)
    }
  }
}
