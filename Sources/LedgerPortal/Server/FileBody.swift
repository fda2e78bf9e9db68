import Foundation
import Hummingbird
import LedgerDesk
import LedgerStore

/// The content of a file, sent piece by piece.
struct FileBody {
  let path: String
  let threads: WorkThreads

  /// Opens the file; what is not a regular file is refused.
  func body() throws -> ResponseBody {
    let (file, length) = try FileSystem.openRegularFile(at: path)
    let threads = threads
    return ResponseBody(contentLength: length) { writer in
      var left = length
      while left > 0 {
        let count = min(left, 256 * 1024)
        let piece = try await threads.run(.reading) {
          try file.read(upToCount: count) ?? Data()
        }
        // A file of the vault never changes; one that became shorter ends the connection.
        guard !piece.isEmpty else { throw PortalRefusal.notFound }
        left -= piece.count
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
  }
}
