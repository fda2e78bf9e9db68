import Foundation
import TaskLedger

/// A file on its way into the vault: hashed and measured while it comes, whole and synced once
/// finished, gone without a trace otherwise.
package final class IncomingFile {
  private let file: NewFile
  private let source: String
  private let sizeLimit: Int
  private let name: String
  private var head: [UInt8] = []

  init(at path: String, source: String, sizeLimit: Int, name: String) throws(StoreError) {
    file = try NewFile(at: path)
    (self.source, self.sizeLimit, self.name) = (source, sizeLimit, name)
  }

  /// Takes the next piece.
  ///
  /// - Throws: ``StoreError/evidenceTooLarge(path:bytes:limit:)`` beyond the limit, or what the disk
  ///   says.
  package func write(_ piece: UnsafeRawBufferPointer) throws(StoreError) {
    let byteCount = file.byteCount + piece.count
    guard byteCount <= sizeLimit else {
      throw .evidenceTooLarge(path: source, bytes: byteCount, limit: sizeLimit)
    }
    if head.count < 4096 { head += piece.prefix(4096 - head.count) }
    try file.write(piece)
  }

  /// Syncs the content and names it; an empty file is refused.
  package func finish() throws(StoreError) -> EvidenceVault.StagedFile {
    guard file.byteCount > 0 else { throw .evidenceEmpty(path: source) }
    return EvidenceVault.StagedFile(
      digest: try file.finish(), byteCount: file.byteCount,
      mediaType: MediaType.recognised(from: head),
      fileName: PrintableText.fileName(name.precomposedStringWithCanonicalMapping),
      path: file.path)
  }
}
