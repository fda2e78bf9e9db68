package import Foundation

/// The real documents beside the repository, which tests read when they are there.
///
/// They lie in `../shared` of the checkout, or where `XIAOHAO_SHARED` points. Their sentences never
/// enter the repository.
package enum SharedDocuments {
  /// The folder of the repository.
  package static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the real documents.
  package static let folder: URL =
    ProcessInfo.processInfo.environment["XIAOHAO_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? repository.deletingLastPathComponent().appendingPathComponent("shared")

  /// Whether the real documents are there; tests that need them are skipped by name when not.
  package static let isAvailable = FileManager.default.fileExists(
    atPath: folder.appendingPathComponent("seeds").path)

  /// The reason a skipped test prints.
  package static let absence: String = "the real documents are not in ../shared"

  /// A file of the real documents, such as `documents/plan-38.docx`.
  package static func url(_ path: String) -> URL { folder.appendingPathComponent(path) }

  /// The bytes of a file of the real documents.
  package static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url(path)))
  }
}
