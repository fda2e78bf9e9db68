/// The limits that keep a hostile document from taking the machine's time and memory.
///
/// Real plans stay far below them; a test passes smaller ones.
package struct ReadLimits: Sendable, Hashable {
  /// Bytes of an office file.
  package var fileBytes = 64 << 20
  /// Bytes of a text file.
  package var textBytes = 32 << 20
  /// Bytes of an HTML page, whose tags cost more than text.
  package var pageBytes = 12 << 20
  /// Bytes of the style sheets of a page that are read; a page with more is read without them.
  package var styleBytes = 1 << 20
  /// Comparisons of rules with the elements of a page; a page that asks for more is read without
  /// the rest.
  package var styleSteps = 20_000_000
  /// Lines of a text file, and paragraphs of any document.
  package var paragraphs = 800_000
  /// Entries of a container.
  package var entries = 4096
  /// Bytes of the parts read, after inflation.
  package var partBytes = 160 << 20
  /// Inflated bytes per stored byte, asked of parts above one megabyte.
  package var ratio = 250
  /// Elements open at once.
  package var depth = 240
  /// Namespaces declared by the open elements.
  package var namespaces = 200
  /// Elements of a part in all; many attributes count as many elements.
  package var elements = 6_000_000
  /// Rows of all tables.
  package var rows = 200_000
  /// Columns of a table.
  package var columns = 1024
  /// Cells of all tables.
  package var cells = 500_000
  /// UTF-8 bytes of text kept, counted as characters of Chinese text (three bytes each).
  package var characters = 24 << 20

  /// Creates the limits every command uses for documents.
  package init() {}

  /// The limits for containers this program wrote itself, backups and submissions, whose parts are
  /// read piece by piece and checked against a manifest.
  package static let ownContainer: ReadLimits = {
    var limits = ReadLimits()
    limits.entries = 1_000_000
    limits.partBytes = 1 << 42
    limits.ratio = 1100
    return limits
  }()
}

/// Counts what a reader keeps and stops it at a limit.
struct ReadBudget {
  let file: String
  let limits: ReadLimits
  private var rows = 0
  private var cells = 0
  private var bytes = 0
  private var texts = 0

  init(file: String, limits: ReadLimits) {
    self.file = file
    self.limits = limits
  }

  /// Takes over how many rows another budget has counted.
  mutating func continueRows(of other: ReadBudget) { rows = other.rows }

  /// Counts one row.
  mutating func addRow() throws(DocumentReadError) {
    rows += 1
    if rows > limits.rows { throw .tooLarge(file: file, what: .rows, limit: limits.rows) }
  }

  /// Counts one cell that ends before grid column `end`.
  mutating func addCell(endingAt end: Int) throws(DocumentReadError) {
    cells += 1
    if cells > limits.cells { throw .tooLarge(file: file, what: .cells, limit: limits.cells) }
    if end > limits.columns { throw .tooLarge(file: file, what: .columns, limit: limits.columns) }
  }

  /// Counts one paragraph of text by its UTF-8 bytes.
  mutating func addText(_ count: Int) throws(DocumentReadError) {
    texts += 1
    if texts > limits.paragraphs {
      throw .tooLarge(file: file, what: .paragraphs, limit: limits.paragraphs)
    }
    try addBytes(count)
  }

  /// Counts a piece of text.
  mutating func addBytes(_ count: Int) throws(DocumentReadError) {
    bytes += count
    if bytes > limits.characters * 3 {
      throw .tooLarge(file: file, what: .characters, limit: limits.characters)
    }
  }
}
