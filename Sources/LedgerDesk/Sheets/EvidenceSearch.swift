import Foundation
import TaskLedger

/// Finds the evidence files that a sheet names, beside the sheet and in the folders below it.
///
/// Names are compared as people write them: width, case and the way of writing accents aside, then
/// without the extension. Only the best of these counts; of files with one name and different bytes
/// none is taken, wherever they lie.
struct EvidenceSearch {
  private struct Candidate {
    var path: String
    var relative: String
    var name: String

    /// Whether both hold the same bytes, so that it does not matter which one is taken.
    func isSame(as other: Candidate) -> Bool {
      FileManager.default.contentsEqual(atPath: path, andPath: other.path)
    }
  }

  private let candidates: [Candidate]

  /// What became of a name.
  enum Found: Equatable {
    /// One file.
    case file(String)
    /// None; the nearest names.
    case none(nearest: [String])
    /// Several, which must be told apart.
    case several([String])
  }

  /// Looks at what lies beside a sheet.
  ///
  /// - Parameters:
  ///   - folder: The folder of the sheet.
  ///   - left: The files that are none, such as the sheets themselves.
  init(in folder: String, except left: Set<String>) {
    var found: [Candidate] = []
    let all = FileManager.default.enumerator(atPath: folder)
    while let relative = all?.nextObject() as? String, found.count < 20_000 {
      let path = folder + "/" + relative
      let name = (relative as NSString).lastPathComponent
      guard !SystemFile.isOne(relative), !left.contains(path) else { continue }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      found.append(Candidate(path: path, relative: relative, name: name))
    }
    candidates = found.sorted { $0.relative < $1.relative }
  }

  /// The file that a name means.
  func file(named written: String) -> Found {
    let hits = hits(written)
    guard let first = hits.first else {
      let name = (Self.parted(written) as NSString).lastPathComponent
      return .none(nearest: EditDistance.nearest(to: name, among: candidates.map(\.name)))
    }
    return hits.dropFirst().allSatisfy { first.isSame(as: $0) }
      ? .file(first.path) : .several(hits.map(\.relative))
  }

  /// The whole paths of all files that a name may mean.
  func paths(named written: String) -> [String] { hits(written).map(\.path) }

  /// The whole paths of all files, with the names as they lie in the folder.
  var all: [(path: String, relative: String)] { candidates.map { ($0.path, $0.relative) } }

  private static func parted(_ written: String) -> String { written.replacing("\\", with: "/") }

  /// The files that a name fits best.
  private func hits(_ written: String) -> [Candidate] {
    let wanted = Self.parted(written)
    let name = (wanted as NSString).lastPathComponent
    let folded = Self.folded(name)
    for test in [
      { (candidate: Candidate) in Self.folded(candidate.name) == folded },
      { Self.folded(($0.name as NSString).deletingPathExtension) == folded },
      {
        Self.folded(($0.name as NSString).deletingPathExtension)
          == Self.folded((name as NSString).deletingPathExtension)
          && Self.isExtensionMissed(name, $0.name)
      },
    ] {
      let hits = candidates.filter(test)
      guard !hits.isEmpty else { continue }
      guard hits.count > 1, wanted.contains("/") else { return hits }
      let exact = hits.filter { Self.folded($0.relative).hasSuffix(Self.folded(wanted)) }
      return exact.isEmpty ? hits : exact
    }
    return []
  }

  /// Pictures and documents are often named by the program that did not make them: 照片.jpg for
  /// 照片.jpeg.
  private static func isExtensionMissed(_ name: String, _ other: String) -> Bool {
    let pairs: [Set<String>] = [
      ["jpg", "jpeg"], ["tif", "tiff"], ["doc", "docx"], ["xls", "xlsx"],
    ]
    let both: Set<String> = [
      (name as NSString).pathExtension.lowercased(), (other as NSString).pathExtension.lowercased(),
    ]
    return pairs.contains(both)
  }

  private static func folded(_ name: String) -> String {
    TextFolding.compact(name.precomposedStringWithCanonicalMapping).lowercased()
  }
}
