import Foundation
import OfficeFiles
import PlanImport

/// A file as somebody handed it in: by its path, or as bytes from a pipe or an upload.
package enum InputFile: Sendable, Hashable {
  /// A file on disk, by its whole path.
  case path(String)
  /// The content, with the name that messages print.
  case content([UInt8], name: String)

  /// The name without its folder, as messages print it.
  package var name: String {
    switch self {
    case .path(let path): URL(fileURLWithPath: path).lastPathComponent
    case .content(_, let name): name
    }
  }

  /// The content.
  func bytes() throws(PlanReadError) -> [UInt8] {
    switch self {
    case .path(let path): try PlanReader.bytes(ofFileAt: path)
    case .content(let bytes, _): bytes
    }
  }
}
