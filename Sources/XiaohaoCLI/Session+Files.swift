import Foundation

extension Session {
  /// Writes a text file whole or not at all.
  func write(_ text: String, to file: String) throws(CommandFailure) {
    try write(Array(text.utf8), to: file)
  }

  /// Writes a file whole or not at all.
  func write(_ bytes: [UInt8], to file: String) throws(CommandFailure) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path(file)), options: .atomic)
    } catch {
      throw CommandFailure(
        [
          .outputUnwritable(
            (file as NSString).lastPathComponent,
            reason: String(cString: strerror(errno)))
        ], status: .disk)
    }
  }
}
