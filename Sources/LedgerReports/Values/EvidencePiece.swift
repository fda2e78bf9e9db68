import TaskLedger

/// A piece of evidence as the index lists it (件): a file, or the files of a group, of one item.
///
/// Invariant: `lines` is not empty, and all are of one item.
package struct EvidencePiece: Sendable, Hashable {
  /// The files.
  package var lines: [EvidenceLine]

  /// The pieces of evidence in order of number; voided files are pieces of their own.
  package static func all(_ lines: [EvidenceLine]) -> [EvidencePiece] {
    var pieces: [EvidencePiece] = []
    for line in lines {
      let place = pieces.firstIndex { piece in
        let first = piece.first
        return first.evidence.group != nil && first.evidence.group == line.evidence.group
          && first.evidence.number.item == line.evidence.number.item && first.voidReason == nil
          && line.voidReason == nil
      }
      if let place {
        pieces[place].lines.append(line)
      } else {
        pieces.append(EvidencePiece(lines: [line]))
      }
    }
    return pieces
  }

  private var first: EvidenceLine { lines[0] }

  /// The number, or the run of numbers, in full.
  private var numbers: String {
    // The mark before the item: 证 of 证-3.1-01 and of 证-S1-01.
    let mark = "\(first.evidence.number)".prefix { $0 != "-" }
    return mark + "-" + Citation.runs(of: lines.map(\.evidence.number))
  }

  private var pages: Int? {
    let counts = lines.compactMap(\.evidence.pages)
    return counts.isEmpty ? nil : counts.reduce(0, +)
  }

  static let keys =
    EvidenceLine.keys.within { (piece: EvidencePiece) in piece.first }
    + KeyTable<EvidencePiece>([
      .text("numbers") { $0.numbers },
      .text("pieceTitle") { piece in
        piece.first.evidence.group.map {
          ReportPhrases.group($0, files: piece.lines.count)
        } ?? piece.first.title
      },
      .optional("pageCount") { $0.pages.map(String.init) },
      .flag("hasDamagedFile") { $0.lines.contains(where: \.isDamaged) },
    ])
}
