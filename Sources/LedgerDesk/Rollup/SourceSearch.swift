import Foundation
import LedgerStore
import TaskLedger

/// What paths hold: each itself, or everything in it; sorted by name, each place once.
///
/// Of a collection (收件) only what was last received of each school by the day. What systems and
/// office programs leave behind (``SystemFile``) is nothing; every other file is either a source, a
/// part of one, or named in ``others``.
struct SourceSearch {
  /// Files in one folder that are no source.
  struct Others: Sendable, Hashable {
    /// How the result names the folder.
    var folder: String
    /// The files, named from the folder downwards.
    var files: [String]
    /// Whether nothing in the folder, or below it, is a source.
    var isAlone: Bool
  }

  /// How many folders below one that was named are looked into.
  static let depth = 16

  /// The places from which a ledger can be read, and those of which it must be said why not.
  private(set) var sources: [RollupSource] = []
  /// The files that are none, by their folder.
  private(set) var others: [Others] = []

  private let day: CivilDate
  private let left: Set<String>
  private var seen: Set<String> = []

  /// Looks at what is there.
  ///
  /// - Parameters:
  ///   - paths: Whole paths.
  ///   - day: The day by which a collection had received what counts.
  ///   - left: Whole paths of files that are something else, such as the list of schools.
  init(_ paths: [String], asOf day: CivilDate, except left: [String] = []) {
    self.day = day
    self.left = Set(left.map { ($0 as NSString).standardizingPath })
    for path in paths.sorted() {
      let clean = (path as NSString).standardizingPath
      let name = (clean as NSString).lastPathComponent
      others += look(at: clean, named: name, depth: 0, isNamed: true).others
    }
    sources.sort { ($0.name, $0.path) < ($1.name, $1.path) }
  }

  /// Whether nothing is there, neither a source nor another file.
  var isEmpty: Bool { sources.isEmpty && others.isEmpty }

  /// Whether paths hold something on a later day.
  static func isEverAnything(at paths: [String]) -> Bool {
    guard let last = CivilDate(year: 9999, month: 12, day: 31) else { return false }
    return !SourceSearch(paths, asOf: last).sources.isEmpty
  }

  // MARK: - Looking

  /// What a place holds: whether a source is there, whether it is itself a file that is none, and
  /// such files below it.
  private typealias Found = (hasSource: Bool, isOther: Bool, others: [Others])

  private mutating func take(_ kind: RollupSource.Kind, _ path: String, _ name: String) -> Found {
    if seen.insert((path as NSString).resolvingSymlinksInPath).inserted {
      sources.append(RollupSource(kind: kind, path: path, name: name))
    }
    return (true, false, [])
  }

  private mutating func look(at path: String, named name: String, depth: Int, isNamed: Bool)
    -> Found
  {
    let nothing: Found = (false, false, [])
    var status = stat()
    guard lstat(path, &status) == 0 || errno != EACCES else { return take(.closed, path, name) }
    if !isNamed, status.st_mode & S_IFMT == S_IFLNK { return take(.link, path, name) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return isNamed ? take(.missing, path, name) : nothing
    }
    guard isFolder.boolValue else {
      if (name as NSString).pathExtension.lowercased() == "zip" {
        return take(.container, path, name)
      }
      if isNamed { return take(.other, path, name) }
      return (false, !left.contains(path), [])
    }
    guard access(path, R_OK | X_OK) == 0 else { return take(.closed, path, name) }
    if LedgerFolder(path: path).hasLedger { return take(.ledger, path, name) }
    if CollectionRecord.isCollection(path) { return received(in: path, named: name) }
    if [BundleFile.events, BundleFile.figures, BundleFile.sums].contains(where: {
      FileManager.default.fileExists(atPath: path + "/" + $0)
    }) {
      return take(.bundleFolder, path, name)
    }
    return lookInside(path, named: name, depth: depth)
  }

  private mutating func lookInside(_ path: String, named name: String, depth: Int) -> Found {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { !SystemFile.isOne($0) }.sorted()
    guard depth < Self.depth || names.isEmpty else { return take(.deep, path, name) }
    var files: [String] = []
    var below: [Others] = []
    var hasSource = false
    let isBackup = BackupManifest.isUnpacked(in: path)
    for child in names where !(isBackup && BackupManifest.pages.contains(child)) {
      let found = look(
        at: path + "/" + child, named: name + "/" + child, depth: depth + 1, isNamed: false)
      hasSource = hasSource || found.hasSource
      if found.isOther { files.append(child) }
      below += found.others
    }
    if !hasSource {
      // One finding for the whole of it: somebody handed in this folder.
      files += below.flatMap { one in
        one.files.map { one.folder.dropFirst(name.count + 1) + "/" + $0 }
      }
      below = []
    }
    if !files.isEmpty {
      below.insert(Others(folder: name, files: files, isAlone: !hasSource), at: 0)
    }
    return (hasSource, false, below)
  }

  /// What was last received of each school in a collection.
  private mutating func received(in path: String, named name: String) -> Found {
    guard let records = try? CollectionRecord.all(in: path) else {
      return take(.damagedList, path, name)
    }
    for record in CollectionRecord.latest(of: records, by: day) {
      _ = take(.container, path + "/" + record.file, name + "/" + record.file)
    }
    return (true, false, [])
  }
}
