import Foundation

/// The forms a paper can be handed out in.
package enum PaperFormat: String, Sendable, Hashable, CaseIterable {
  /// Markdown, as the templates write it.
  case markdown = "md"
  /// A page that needs nothing from outside.
  case html
  /// A Word document after GB/T 9704-2012.
  case docx
  /// The same as PDF.
  case pdf

  /// The form a file's extension asks for; nil when it asks for none.
  package init?(extensionOf file: String) {
    switch (file as NSString).pathExtension.lowercased() {
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "docx": self = .docx
    case "pdf": self = .pdf
    default: return nil
    }
  }

  /// Whether the form is no text and would spoil a terminal.
  package var isBinary: Bool {
    switch self {
    case .docx, .pdf: true
    case .markdown, .html: false
    }
  }
}
