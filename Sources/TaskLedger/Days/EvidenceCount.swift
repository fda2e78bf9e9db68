/// How much evidence there is: pieces and files (件数与文件数).
///
/// The same file attached to several items is one file and one piece; the files of a group are one
/// piece.
public struct EvidenceCount: Sendable, Hashable {
  /// The pieces: by group, else by content.
  public var pieces: Int
  /// The files, by content.
  public var files: Int

  private enum Piece: Hashable {
    case group(String)
    case file(EvidenceDigest)
  }

  /// Counts evidence.
  public init(_ evidence: some Sequence<Evidence>) {
    var pieces: Set<Piece> = []
    var files: Set<EvidenceDigest> = []
    for file in evidence {
      files.insert(file.digest)
      pieces.insert(file.group.map { .group($0) } ?? .file(file.digest))
    }
    self.pieces = pieces.count
    self.files = files.count
  }
}
