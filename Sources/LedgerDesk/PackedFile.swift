import Foundation

/// Files into which other files are packed (压缩包), by their names.
enum PackedFile {
  private static let endings: Set<String> = [
    "zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "zst", "cab", "iso", "arj", "lzh", "wim",
  ]

  /// Whether a file is one.
  static func isOne(_ name: String) -> Bool {
    endings.contains((name as NSString).pathExtension.lowercased())
  }
}
