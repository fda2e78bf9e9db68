internal import OfficeFiles
internal import TaskLedger

/// The lines of a table of contents (目录) in running text.
///
/// A line counts when it looks like one, and most lines beside it that do name headings which stand
/// in the text again: what is passed over is nowhere else than there lost.
struct ContentsLines {
  /// The places of the lines among the blocks of the document.
  private(set) var places: Set<Int> = []
  /// Where the first of them stands.
  private(set) var first: Diagnostic.Location?

  /// Finds the lines of a document.
  init(_ document: SourceDocument) {
    var runs: [[(place: Int, heading: String)]] = []
    var last: Int?
    for (place, block) in document.blocks.enumerated() {
      guard case .paragraph(let paragraph) = block, let heading = Self.heading(paragraph.text)
      else { continue }
      if last == place - 1, let run = runs.indices.last {
        runs[run].append((place, heading))
      } else {
        runs.append([(place, heading)])
      }
      last = place
    }
    guard !runs.isEmpty else { return }
    let own = Set(runs.flatMap { $0.map(\.place) })
    let texts = Self.texts(of: document, without: own)
    for run in runs {
      let repeated = run.count { line in
        texts[Self.key(line.heading)]?.contains { $0.hasPrefix(line.heading) } ?? false
      }
      if repeated * 2 > run.count { places.formUnion(run.map(\.place)) }
    }
    if let place = places.min(), case .paragraph(let paragraph) = document.blocks[place] {
      first = paragraph.location
    }
  }

  /// The heading that a line names: words, dots or the only tab, the number of a page.
  private static func heading(_ line: String) -> String? {
    guard line.utf8.count <= 240, line.last?.isNumber ?? false else { return nil }
    var rest = Substring(line)
    while let last = rest.last, last.isNumber { rest.removeLast() }
    guard line.count - rest.count <= 3 else { return nil }
    let leader = rest.reversed().prefix { PlanPhrases.leaders.contains($0) }
    let isLeader =
      leader.contains("\t") && line.count { $0 == "\t" } == 1
      || leader.count { !$0.isWhitespace } >= 2
    let words = TextFolding.compact(String(rest.dropLast(leader.count)))
    return isLeader && words.count >= 2 ? words : nil
  }

  /// The other paragraphs and the cells of the document by their beginnings, a few for each.
  private static func texts(
    of document: SourceDocument, without places: Set<Int>
  ) -> [String: [String]] {
    var texts: [String: [String]] = [:]
    func add(_ words: String) {
      let text = TextFolding.compact(String(words.prefix(80)))
      guard text.count >= 2, texts[key(text)]?.count ?? 0 < 20 else { return }
      texts[key(text), default: []].append(text)
    }
    for (place, block) in document.blocks.enumerated() where !places.contains(place) {
      switch block {
      case .paragraph(let paragraph): add(paragraph.text)
      case .table(let table):
        for row in table.rows { for cell in row.cells { cell.paragraphs.first.map(add) } }
      }
    }
    return texts
  }

  /// By what texts are found: how they begin, whatever follows.
  private static func key(_ text: String) -> String { String(text.prefix(4)) }
}
