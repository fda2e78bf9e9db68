import Foundation

/// Files that a system or an office program leaves beside what people put there (系统文件).
///
/// Nobody handed them in: wherever a folder or a container is looked through, they are passed over
/// without a word.
package enum SystemFile {
  /// The names that Windows, macOS and network drives give, in lower case.
  private static let names: Set<String> = [
    "thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin",
    "system volume information", "@eadir",
  ]

  /// Whether a path inside of what was handed in is one, or lies in a folder that is one.
  package static func isOne(_ path: String) -> Bool {
    path.split(separator: "/").contains { isName(String($0)) }
  }

  /// Hidden files, what a system keeps beside pictures, and the locks and drafts of office programs.
  private static func isName(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix(".") || name.hasPrefix("~$") || names.contains(name)
      || name.hasPrefix("~") && (name as NSString).pathExtension == "tmp"
  }
}
