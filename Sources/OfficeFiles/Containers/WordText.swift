/// The text of a Word document as it is to be printed: every run, in order, without layout.
package enum WordText {
  /// The text of the main part.
  ///
  /// - Parameter document: The container.
  /// - Returns: The runs one after the other.
  /// - Throws: ``DocumentReadError`` when it is no Word document.
  package static func printed(_ document: [UInt8]) throws(DocumentReadError) -> String {
    try ZipArchive.withArchive(document, file: "document.docx", limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      let runs = Runs()
      if let part = try archive.open("word/document.xml") {
        try XMLStream.read(part, with: runs)
      }
      return String(decoding: runs.text, as: UTF8.self)
    }
  }

  /// Gathers the texts of `w:t` elements.
  private final class Runs: XMLContentHandler {
    private(set) var text: [UInt8] = []
    private var isInText = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      isInText = name == XMLName(space: .word, local: .t)
    }

    func end(_ name: XMLName) { isInText = false }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
      if isInText { text += bytes }
    }
  }
}
