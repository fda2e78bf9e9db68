package import OfficeFiles

/// Reads the documents of plans, lists and data; what cannot be read is a ``PlanReadError``, so that
/// reading and interpreting fail alike.
package enum PlanReader {
  /// Reads a document from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - name: The file name without its folder, as messages print it.
  /// - Returns: The tables and paragraphs in order.
  /// - Throws: ``PlanReadError/document(_:)`` when the document cannot be read at all.
  package static func read(bytes: [UInt8], name: String) throws(PlanReadError) -> SourceDocument {
    do throws(DocumentReadError) {
      return try DocumentReader.read(bytes: bytes, name: name)
    } catch {
      throw .document(error)
    }
  }

  /// Reads a document from a file; the name in messages is the last part of the path.
  package static func read(fileAt path: String) throws(PlanReadError) -> SourceDocument {
    do throws(DocumentReadError) {
      return try DocumentReader.read(fileAt: path)
    } catch {
      throw .document(error)
    }
  }

  /// The bytes of a file that may be a document.
  ///
  /// - Throws: ``PlanReadError/document(_:)`` when it is missing, a folder, not readable or too
  ///   large.
  package static func bytes(ofFileAt path: String) throws(PlanReadError) -> [UInt8] {
    do throws(DocumentReadError) {
      return try DocumentReader.bytes(ofFileAt: path)
    } catch {
      throw .document(error)
    }
  }
}
