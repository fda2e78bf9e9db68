/// The marks and words that proofreading knows.
enum ProofMarks {
  /// Stops of Chinese prose.
  static let stops: Set<Character> = ["，", "。", "、", "；", "：", "！", "？"]

  /// Stops that may stand beside each other.
  static let allowedPairs: Set<[Character]> = [["？", "！"], ["！", "？"], ["！", "！"]]

  /// Half-width marks that have a full-width form.
  static let halfWidth: Set<Character> = [
    ",", ";", ":", "?", "!", "(", ")", ".", "[", "]", "~", "-",
  ]

  /// Marks of addresses beyond letters, figures and joints.
  static let addressMarks: Set<Character> = ["?", "=", "&", "%", "#", "~", "+", "/", ":", "_", "-"]

  /// Brackets that are set around the year of a document's number in place of 〔〕.
  static let documentBrackets: [Character: Character] = [
    "[": "]", "(": ")", "（": "）", "【": "】", "［": "］", "〈": "〉",
  ]

  /// Chinese numerals as years are written.
  static let numerals: Set<Character> = Set("〇一二三四五六七八九○")

  /// What follows a date in figures, and no number.
  static let afterDates: Set<Character> = Set("前起止至底初末召开印发完，。；、）")

  /// What stands before a span of years: 近10年3月 is no date.
  static let beforeSpans: Set<Character> = Set("第近过满达逾约－-—～至.")

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

  /// Names written in Latin letters that papers may hold, in small letters.
  static let names: Set<String> = [
    "android", "app", "apps", "excel", "email", "e-mail", "flash", "internet", "java", "linux",
    "mail", "moodle", "office", "outlook", "photoshop", "ppt", "python", "vlog", "web", "wi-fi",
    "wifi", "windows", "word", "zoom",
  ]

  /// Units that may stand behind a figure and a space.
  static let units: Set<String> = [
    "bit", "cm", "dm", "ha", "kg", "km", "mg", "min", "ml", "mm", "nm", "px", "rpm",
  ]

  /// A name without the number that a computer hangs on a second copy: 签到表(1).
  static func withoutCopyNumber(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open != name.startIndex else {
      return name
    }
    let number = name[name.index(after: open)...].dropLast()
    guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return name }
    return String(name[..<open])
  }

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
