import BundledAssets
import Foundation
import LedgerReports
import LedgerStore
package import TaskLedger

/// The files of its own that a school uses in place of built-in ones (本校数据), as far as papers and
/// verdict rest on them; a copy of a built-in one is none.
package struct OwnParts: Sendable {
  /// One file.
  struct Part: Sendable, Hashable {
    var kind: OwnData.Kind
    /// The folder and name, such as `tasks/acceptance-2020.md`.
    var name: String
    var bytes: [UInt8]

    /// Its digest.
    var digest: EvidenceDigest { EventChain.digest(of: bytes) }
  }

  /// The files, sorted by name.
  private(set) var parts: [Part] = []

  /// The built-in tables that papers and verdict rest on.
  private static let tables: [(name: String, kind: OwnData.Kind, builtIn: [UInt8])] =
    ReformSet.all.flatMap { set in
      [set.indicators, set.unionIndicators].compactMap(\.self)
        .map { ($0.name, OwnData.Kind.indicators, $0.bytes) }
        + [(set.wordTable.name, OwnData.Kind.profile, set.wordTable.bytes)]
    } + [("departments.md", .departments, BundledAssets.departments)]

  /// The most templates that are looked at in a folder.
  private static let templateCount = 200
  /// The ending of a template's name.
  private static let templateSuffix = ".mustache"

  /// Takes what differs from the built-in files.
  ///
  /// - Parameters:
  ///   - tables: The bytes of a file of `tasks/`; nil when there is none.
  ///   - templates: The files of the folder of templates by name.
  init(tables: (String) -> [UInt8]?, templates: [String: [UInt8]]) {
    for (name, kind, builtIn) in Self.tables {
      guard let bytes = tables(name), bytes != builtIn else { continue }
      parts.append(Part(kind: kind, name: "tasks/" + name, bytes: bytes))
    }
    let builtIn = BundledAssets.templates
    for (name, bytes) in templates {
      let kind: OwnData.Kind
      if name.hasSuffix(Self.templateSuffix) {
        let stem = String(name.dropLast(Self.templateSuffix.count))
        guard builtIn[stem].map({ Array($0.utf8) != bytes }) ?? true else { continue }
        kind = .templates
      } else if let layout = BundledAssets.layout[name] {
        guard layout != bytes else { continue }
        kind = .styles
      } else {
        continue
      }
      parts.append(Part(kind: kind, name: "templates/" + name, bytes: bytes))
    }
    parts.sort { $0.name < $1.name }
  }

  /// What lies in a ledger's folder.
  ///
  /// - Parameters:
  ///   - folder: The ledger's folder.
  ///   - templates: A folder of templates in place of the ledger's own.
  init(of folder: LedgerFolder, templates: String? = nil) {
    let place = templates ?? folder.templates
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    var files: [String: [UInt8]] = [:]
    for name in BundledAssets.layout.keys { files[name] = OwnFile.bytes(at: place + "/" + name) }
    let templates = names.filter { $0.hasSuffix(Self.templateSuffix) }.sorted()
    for name in templates.prefix(Self.templateCount) {
      files[name] = OwnFile.bytes(at: place + "/" + name, limit: OwnFile.templateLimit)
    }
    self.init(
      tables: { OwnFile.bytes(at: folder.tasks + "/" + $0) }, templates: files)
  }

  /// What lies in a container or a submission, by path.
  init(files: [String: [UInt8]]) {
    var templates: [String: [UInt8]] = [:]
    for (path, bytes) in files where path.hasPrefix("templates/") {
      templates[String(path.dropFirst("templates/".count))] = bytes
    }
    self.init(tables: { files["tasks/" + $0] }, templates: templates)
  }

  /// Whether a file of a backup may be one.
  static func isOwn(_ path: String) -> Bool {
    path.hasPrefix("templates/") || tables.contains { path == "tasks/" + $0.name }
  }

  /// The tables by name, for ``SchoolData``.
  var tables: [String: [UInt8]] { named("tasks/") }

  /// The templates by name, without their ending.
  var templates: [String: String] {
    var texts: [String: String] = [:]
    for (name, bytes) in named("templates/") where name.hasSuffix(Self.templateSuffix) {
      texts[String(name.dropLast(Self.templateSuffix.count))] = String(
        validating: bytes, as: UTF8.self)
    }
    return texts
  }

  private func named(_ folder: String) -> [String: [UInt8]] {
    Dictionary(
      parts.filter { $0.name.hasPrefix(folder) }.map {
        (String($0.name.dropFirst(folder.count)), $0.bytes)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What papers say of them: a short digest a kind, and the list when it is not the built-in one.
  ///
  /// - Parameter list: The list in force; nil when there is none.
  /// - Returns: The kinds with their digests.
  func data(list: TaskList?) -> OwnData {
    var lines: [OwnData.Kind: String] = [:]
    for part in parts { lines[part.kind, default: ""] += "\(part.digest)  \(part.name)\n" }
    var codes = lines.mapValues { Self.code($0) }
    if let list, let digest = Self.ownDigest(of: list) { codes[.list] = Self.short(digest) }
    return OwnData(codes, isListMadeUp: list.map(Self.isMadeUp) ?? false)
  }

  /// A built-in list as it is known without reading it, which takes as long as laying out a short
  /// paper; a test holds both against the files.
  package struct ListSign: Hashable {
    /// The number of its document.
    var documentNumber: String
    /// The digest of what it demands, in hexadecimal digits.
    var digest: String
  }

  /// The built-in lists by their sets.
  package static let listSigns: [String: ListSign] = [
    ReformSet.reform2020.name: ListSign(
      documentNumber: "团粤办发〔2020〕14号",
      digest: "105d994c95ee77d8c031240a464bf2769cbaedeabafe303a13f60d2dfed554c7"),
    ReformSet.yearly.name: ListSign(
      documentNumber: "示团评〔2024〕6号",
      digest: "10940fdc465d026ade2a4f676a09dccbb0b48f268c91bf8d51ac894f1282d8f7"),
  ]

  /// Whether a list bears the number of a made-up one, which no superior ever issued.
  static func isMadeUp(_ list: TaskList) -> Bool {
    guard let set = ReformSet.named(list.set), set.isListMadeUp else { return false }
    return listSigns[set.name]?.documentNumber == list.documentNumber
  }

  /// The sign of a list.
  package static func sign(of list: TaskList) -> ListSign {
    ListSign(
      documentNumber: list.documentNumber,
      digest: EventChain.digest(of: words(of: list)).description)
  }

  /// The digest of a list that bears the built-in one's number and says something else; nil for the
  /// built-in one and for lists of other numbers, which papers name.
  package static func ownDigest(of list: TaskList) -> EvidenceDigest? {
    guard let builtIn = ReformSet.named(list.set).flatMap({ listSigns[$0.name] }),
      builtIn.documentNumber == list.documentNumber
    else { return nil }
    let digest = EventChain.digest(of: words(of: list))
    return digest.description == builtIn.digest ? nil : digest
  }

  /// What a list demands: its clauses with their days, spaces and width aside.
  private static func words(of list: TaskList) -> String {
    let clauses = list.clauses.map { clause in
      "\(clause.id) \(TextFolding.compact(clause.content)) "
        + (clause.deadline.due?.description ?? "-")
    }
    let days = list.handIns.map(\.due.description)
    return (clauses + days).joined(separator: "\n")
  }

  private static func code(_ text: String) -> String { short(EventChain.digest(of: text)) }

  private static func short(_ digest: EvidenceDigest) -> String {
    String(digest.description.prefix(12))
  }
}
