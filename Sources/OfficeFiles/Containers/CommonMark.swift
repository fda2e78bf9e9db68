import CCommonMark
import Foundation

/// Markdown as GitHub writes it, through the library that defines it (cmark-gfm).
///
/// The library's time and memory grow with the text, but its tables fill every row up to the width
/// of the heading; what a few bytes could blow up is refused before it is asked.
enum CommonMark {
  /// Bytes of a document; the library takes about 250 bytes of memory for each.
  static let byteLimit = 4 << 20

  /// One node of a document, valid as long as the document.
  struct Node {
    fileprivate let pointer: OpaquePointer

    /// The kinds that are told apart.
    enum Kind: String {
      case document, heading, paragraph, list, item, table
      case blockQuote = "block_quote"
      case codeBlock = "code_block"
      case htmlBlock = "html_block"
      case thematicBreak = "thematic_break"
      case tableHeader = "table_header"
      case tableRow = "table_row"
      case tableCell = "table_cell"
      case text, softbreak, linebreak, code, emph, strong, link, image, strikethrough
      case htmlInline = "html_inline"
      case other
    }

    var kind: Kind {
      cmark_node_get_type_string(pointer).flatMap { Kind(rawValue: String(cString: $0)) } ?? .other
    }
    /// The line it begins on, from 1.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }
    /// The byte of its line it begins at, from 1.
    var column: Int { Int(cmark_node_get_start_column(pointer)) }
    /// The text of a leaf.
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    var level: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    var start: Int { Int(cmark_node_get_list_start(pointer)) }
    /// Whether a block of code stands between fences, and is not only set in.
    var isFenced: Bool {
      var (length, offset): (Int32, Int32) = (0, 0)
      var fence: CChar = 0
      return cmark_node_get_fenced(pointer, &length, &offset, &fence) != 0
    }
    var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }

    /// The page that it is, its own HTML as it is written.
    var html: [UInt8] {
      guard let text = cmark_render_html(pointer, CMARK_OPT_UNSAFE, nil) else { return [] }
      defer { free(text) }
      return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    /// The nodes right inside of it.
    var children: Children { Children(first: cmark_node_first_child(pointer)) }

    struct Children: Sequence, IteratorProtocol {
      private var current: OpaquePointer?

      fileprivate init(first: OpaquePointer?) { current = first }

      mutating func next() -> Node? {
        guard let node = current else { return nil }
        current = cmark_node_next(node)
        return Node(pointer: node)
      }
    }
  }

  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// One text is parsed at a time: the library keeps the signs of its extensions in one table for all
  /// threads, and takes them out of it when a text is done, so that ~~ of another was text.
  private static let parsing = NSLock()

  /// Parses a text and hands its document over.
  ///
  /// - Parameters:
  ///   - text: The Markdown.
  ///   - file: Its name in errors.
  ///   - limits: What is refused as too large.
  ///   - body: What is done with the document; its nodes are no deeper than the limits say.
  /// - Returns: What `body` returns.
  /// - Throws: ``DocumentReadError`` when the text is too large, too deep or blows its tables up.
  static func withDocument<Result>(
    _ text: [UInt8], file: String, limits: ReadLimits,
    _ body: (Node) throws(DocumentReadError) -> Result
  ) throws(DocumentReadError) -> Result {
    if text.count > byteLimit {
      throw .tooLarge(file: file, what: .fileBytes, limit: byteLimit)
    }
    if filledCells(text) > limits.cells {
      throw .tooLarge(file: file, what: .cells, limit: limits.cells)
    }
    guard isReady, let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE)
    else { throw .unknownFormat(file: file) }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    let parsed = parsing.withLock {
      text.withUnsafeBytes { bytes in
        cmark_parser_feed(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
      }
      return cmark_parser_finish(parser)
    }
    guard let root = parsed else { throw .unknownFormat(file: file) }
    defer { cmark_node_free(root) }
    try checkDepth(of: root, file: file, limits: limits)
    return try body(Node(pointer: root))
  }

  private static func checkDepth(
    of root: OpaquePointer, file: String, limits: ReadLimits
  ) throws(DocumentReadError) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    var depth = 0
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard cmark_node_first_child(cmark_iter_get_node(iterator)) != nil else { continue }
      depth += event == CMARK_EVENT_ENTER ? 1 : -1
      if depth > limits.depth { throw .tooLarge(file: file, what: .depth, limit: limits.depth) }
    }
  }

  /// How many cells the tables may have at most: below a row of dashes every line of a table is
  /// filled up to the width of its heading.
  private static func filledCells(_ text: [UInt8]) -> Int {
    var cells = 0
    var width = 0
    for line in UTF8Text.lines(text) {
      var bars = 0
      var dashes = 0
      var others = false
      for byte in text[line] {
        switch byte {
        case 0x7C: bars += 1
        case 0x2D: dashes += 1
        case 0x20, 0x09, 0x3A: break
        default: others = true
        }
      }
      if line.isEmpty { width = 0 }
      if !others, dashes > 0, bars > 0 { width = max(width, bars + 1) }
      cells += width
    }
    return cells
  }

  /// The character that HTML knows by a name, such as `mdash`.
  static func character(named name: String) -> String? {
    let source = "&\(name);"
    guard let root = cmark_parse_document(source, source.utf8.count, 0) else { return nil }
    defer { cmark_node_free(root) }
    guard let paragraph = cmark_node_first_child(root) else { return nil }
    let text = Node(pointer: paragraph).children.map(\.literal).joined()
    return text == source || text.isEmpty ? nil : text
  }
}
