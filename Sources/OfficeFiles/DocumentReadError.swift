/// Why a document cannot be read at all; the program ends with exit code 65 and writes nothing.
package enum DocumentReadError: Error, Sendable, Hashable {
  /// There is no such file, or it cannot be opened; `reason` is `missing`, `folder`, `denied`,
  /// `special` for a pipe or a device, `name` for one that is too long, `disk`, `lock` for what an
  /// office program keeps beside an open document, or `archive` for packed files.
  case unreadableFile(file: String, reason: String)
  /// The file holds nothing.
  case empty(file: String)
  /// The file holds pictures of text, or something else in place of it.
  case noText(file: String, holds: Content)
  /// The content is of no known format.
  case unknownFormat(file: String)
  /// The format is known but must be saved as another first, such as .doc without LibreOffice.
  case needsConversion(file: String, format: String, tool: String)
  /// The file is protected by a password.
  case encrypted(file: String)
  /// The container or XML is damaged; `part` names the part inside the container.
  case damaged(file: String, part: String, detail: String)
  /// A limit against hostile files was passed; `limit` is the number that was passed.
  case tooLarge(file: String, what: Limit, limit: Int)

  /// What a file holds in place of text.
  package enum Content: String, Sendable, Hashable {
    /// Pictures only, such as photos of the pages.
    case pictures
    /// Scanned pages without a layer of text.
    case scan
    /// The file is a picture itself.
    case picture
    /// Tables of a PDF whose rows and columns cannot be told apart.
    case loose
    /// A table whose cells were each put on a line of their own.
    case scattered
  }

  /// What passed its limit.
  package enum Limit: String, Sendable, Hashable {
    /// Bytes of the file.
    case fileBytes
    /// Entries of the container.
    case entries
    /// Bytes of a part after inflation.
    case partBytes
    /// The ratio of inflation.
    case ratio
    /// Nested elements.
    case depth
    /// Rows of a table.
    case rows
    /// Columns of a table.
    case columns
    /// Cells of all tables.
    case cells
    /// Paragraphs or lines of text.
    case paragraphs
    /// Elements of an XML part.
    case elements
    /// Characters of text in all.
    case characters
  }
}
