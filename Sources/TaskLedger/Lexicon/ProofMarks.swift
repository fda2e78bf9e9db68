/// The marks and words that proofreading knows.
enum ProofMarks {
  /// Stops of Chinese prose.
  static let stops: Set<Character> = ["，", "。", "、", "；", "：", "！", "？"]

  /// Stops that may stand beside each other.
  static let allowedPairs: Set<[Character]> = [["？", "！"], ["！", "？"], ["！", "！"]]

  /// Half-width marks that have a full-width form.
  static let halfWidth: Set<Character> = [",", ";", ":", "?", "!", "(", ")", "."]

  /// Quotation marks that Chinese prose of the mainland does not use.
  static let foreignQuotes: Set<Character> = ["「", "」", "『", "』", "\"", "'", "〝", "〞", "＂"]

  /// The closing mark of each opening one.
  static let closing: [Character: Character] = [
    "“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】", "［": "］",
  ]

  /// The opening mark of each closing one.
  static let opening: [Character: Character] = Dictionary(
    closing.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  /// Extensions of files that offices have.
  static let extensions: Set<String> = [
    "pdf", "doc", "docx", "wps", "xls", "xlsx", "et", "csv", "ppt", "pptx", "dps", "txt", "md",
    "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "heic", "webp", "mp3", "mp4", "mov", "avi",
    "m4a", "zip", "rar", "7z", "ofd", "html", "htm",
  ]

  /// Names written in Latin letters that papers may hold.
  static let names: Set<String> = [
    "App", "Excel", "Internet", "Office", "PowerPoint", "Web", "WeChat", "WiFi", "Wi-Fi", "Windows",
    "Word",
  ]

  /// A name without the extension of a file.
  static func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
      extensions.contains(name[name.index(after: dot)...].lowercased())
    else { return name }
    return String(name[..<dot])
  }
}

extension Evidence {
  /// The title as papers print it: without the extension of a file.
  public var printedTitle: String { ProofMarks.withoutExtension(title) }
}
