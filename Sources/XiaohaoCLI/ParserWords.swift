import TaskLedger

/// Everything ArgumentParser says in English, in Chinese: the only place that knows its words.
enum ParserWords {
  // MARK: - Help

  /// A heading of a help page; nil when the line is none.
  static func heading(_ line: some StringProtocol) -> String? {
    switch line {
    case "ARGUMENTS:": "参数："
    case "OPTIONS:": "选项："
    case "SUBCOMMANDS:": "命令："
    default: line.hasSuffix(" SUBCOMMANDS:") ? "\(line.dropLast(" SUBCOMMANDS:".count))：" : nil
    }
  }

  /// What a help page says at its beginning, and its words before the parser's.
  static let openings = [("OVERVIEW: ", "概要："), ("USAGE: ", "用法："), ("Usage: ", "用法：")]

  /// What an example begins with.
  static let example = "例：xiaohao"

  /// The blanks of a usage line.
  static func usage(_ line: String) -> String {
    line.replacing("<subcommand>", with: "<命令>").replacing("<options>", with: "<选项>")
  }

  /// The name of a command or option on a help page.
  static func label(_ label: String) -> String { label.replacing(" (default)", with: "（可省略）") }

  /// The explanation of a command or option on a help page.
  static func explanation(_ words: String) -> String {
    switch words {
    case "Show the version.": return "显示版本号"
    case "Show help information.": return "显示这份说明"
    default: break
    }
    guard words.hasSuffix(")"), let start = words.ranges(of: "(").last?.lowerBound,
      let values = Template("(values: {}; default: {})").match(words[start...])
        ?? Template("(values: {}; default as flag: {})").match(words[start...])
    else { return withDefault(words) }
    return words[..<start].trimmedEnd
      + "（可用：\(values[0].replacing(", ", with: "、"))；默认：\(values[1])）"
  }

  private static func withDefault(_ words: String) -> String {
    let endings = [
      ("(values: {})", "可用"), ("(default: {})", "默认"), ("(default as flag: {})", "默认"),
    ]
    for (ending, chinese) in endings {
      guard let start = words.ranges(of: ending.prefix { $0 != "{" }).last?.lowerBound,
        let values = Template(ending).match(words[start...])
      else { continue }
      return words[..<start].trimmedEnd
        + "（\(chinese)：\(values[0].replacing(", ", with: "、"))）"
    }
    return words
  }

  /// The last line of a page that lists commands.
  static func closing(_ line: some StringProtocol) -> String? {
    Template("  See '{} <subcommand>' for detailed help.").match(line)
      .map { "  各命令的说明：\($0[0]) <命令>" }
  }

  // MARK: - Errors

  /// The sentences of the parser's errors; the first that fits is taken.
  private static let sentences = table.map { (english: Template($0.0), chinese: $0.1) }

  private static let table: [(String, String)] = [
    ("Unknown option '{}'. Did you mean '{}'?", "没有这个选项 '{}'；是不是 '{}'？"),
    ("Unknown option '{}'", "没有这个选项 '{}'"),
    ("   or: Missing value for '{}' in '{}'", "  或者：'{}' 后面没有写取值（在 '{}' 里）"),
    ("Missing value for '{}'", "缺少取值 '{}'"),
    (
      "The option '{}' does not take any value, but '{}' was specified.",
      "选项 '{}' 后面不写取值，却写了 '{}'"
    ),
    ("{} unexpected arguments: '{}'", "多出 {} 个参数 '{}'"),
    ("Unexpected argument '{}'", "多出的参数 '{}'"),
    (
      "Value to be set with flag '{}' in '{}' had already been set with flag '{}' in '{}'",
      "'{}'（在 '{}' 里）与前面的 '{}'（在 '{}' 里）只能写一个"
    ),
    ("Value to be set with flag '{}' had already been set with flag '{}'", "'{}' 与前面的 '{}' 只能写一个"),
    ("Missing expected argument '{}'", "缺少参数 '{}'"),
    ("Missing one of: '{}'", "须写其中之一：'{}'"),
    ("The value '{}' is invalid for '{}'. Please provide one of {}.", "取值 '{}' 不能用于 '{}'；可用：{}"),
    (
      "The value '{}' is invalid for '{}'. Please provide one of the following:",
      "取值 '{}' 不能用于 '{}'；可用："
    ),
    ("The value '{}' is invalid for '{}': {}", "取值 '{}' 不能用于 '{}'：{}"),
    ("The value '{}' is invalid for '{}'", "取值 '{}' 不能用于 '{}'"),
    ("The value '{}' is invalid.{}", "取值 '{}' 不能用{}"),
    ("Invalid option: {}", "不是选项的写法：{}"),
    ("Missing required subcommand.", "没有写做什么"),
    ("Command '{}' is not a parent of the current command.", "命令 '{}' 不在这里"),
    ("Can't autodetect a supported shell.", "认不出所用的命令行外壳"),
    ("Can't generate completion scripts for '{}'.", "不能为 '{}' 生成补全脚本"),
    (
      "Please use --generate-completion-script=<shell> with one of:",
      "写成 --generate-completion-script=外壳名，可用："
    ),
    ("Internal error. {}", "程序内部出错：{}"),
    ("  See '{}' for more information.", "详见 {}"),
    ("Help:  {}", "说明：{}"),
    ("Usage: {}", "用法：{}"),
  ]

  /// A usage error with its usage line, or with the whole help page where nothing was typed.
  ///
  /// - Parameters:
  ///   - text: The error as ArgumentParser writes it at ``HelpPage/unbroken`` columns.
  ///   - columns: The columns to fit a help page into.
  ///   - wording: How remedies are worded.
  /// - Returns: The error in Chinese.
  static func error(_ text: String, columns: Int, wording: RemedyWords) -> String {
    let prefix = "Error: "
    var lines: [String] = []
    let page = text.firstRange(of: "\nOVERVIEW: ")?.lowerBound
    for line in text[..<(page ?? text.endIndex)].split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard line.hasPrefix(prefix) else {
        lines.append(usage(sentence(line)))
        continue
      }
      let message = line.dropFirst(prefix.count)
      let words = "错误[usage]: " + (negative(in: message) ?? sentence(message))
      lines.append(words)
      if let remedy = remedy(for: words) {
        lines.append("  " + Diagnostic.suggestionLine(wording.text(of: remedy)))
      }
    }
    if let page {
      lines.append(HelpPage.text(of: String(text[page...].dropFirst()), columns: columns))
    }
    return lines.joined(separator: "\n")
  }

  /// A number below nought was taken for an option: nothing here counts below nought.
  private static func negative(in message: Substring) -> String? {
    let option =
      Template("Unknown option '{}'. Did you mean '{}'?").match(message)?.first
      ?? Template("Unknown option '{}'").match(message)?.first
    guard let option, option.first == "-", option.dropFirst().first?.isNumber == true else {
      return nil
    }
    return "'\(option)' 以「-」开头，当作了选项；要登记的是数的，不能是负数，核对后改正"
  }

  private static func sentence(_ line: some StringProtocol) -> String {
    for (english, chinese) in sentences {
      if let values = english.match(line) {
        return Template(chinese).filled(with: values.map(listed))
      }
    }
    return String(line)
  }

  /// A list of quoted values, as Chinese divides them.
  private static func listed(_ values: String) -> String {
    ["', '", "' or '", "' and '"].reduce(values) { $0.replacing($1, with: "'、'") }
  }

  /// What to write in place of a value that cannot be read, by the name of the value.
  private static let remedies: [(value: String, remedy: Remedy)] = [
    ("<日期>", "日期写成 2020-09-01、2020.9.1 或 2020年9月1日，年、月、日都要写"),
    ("<月份>", "月份写成 2020-08 或 2020年8月"), ("<天数>", "写一个数，例如 30"),
    ("<页数>", "写一个数，例如 6"), ("<序号>", "写落实措施的序号，例如 1"),
    ("<短板编号>", "写它的数，例如 1；全部编号见\(look: .gaps)"),
    ("<函件编号>", "写它的数，例如 1；全部编号见\(look: .reminders)"),
    ("<议定事项序号>", "写它的数，例如 1；各项见当月的会议纪要"),
    ("<编号>", "写成 3.1；全部编号见\(look: .items)"),
    ("<记录号>", "写记录前面的数，例如 37；记录号见\(look: .history(nil))"),
  ]

  private static func remedy(for error: String) -> Remedy? {
    guard error.contains(" 不能用于 ") else { return nil }
    return remedies.first { error.contains($0.value) }?.remedy
  }
}

/// A sentence with blanks, written `{}`.
struct Template {
  private let pieces: [Substring]

  /// Creates a template.
  init(_ text: String) {
    pieces = text.split(separator: "{}", omittingEmptySubsequences: false)
  }

  /// What fills the blanks of a line; nil when the line is another sentence.
  func match(_ line: some StringProtocol) -> [String]? {
    var rest = Substring(line)
    guard rest.hasPrefix(pieces[0]) else { return nil }
    rest = rest.dropFirst(pieces[0].count)
    var values: [String] = []
    for (place, piece) in pieces.enumerated().dropFirst() {
      let isLast = place == pieces.count - 1
      guard !(isLast && piece.isEmpty) else {
        values.append(String(rest))
        return values
      }
      let found = isLast ? rest.ranges(of: piece).last : rest.firstRange(of: piece)
      guard let found, !isLast || found.upperBound == rest.endIndex else { return nil }
      values.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty ? values : nil
  }

  /// The sentence with its blanks filled in order.
  func filled(with values: [String]) -> String {
    var text = String(pieces[0])
    for (place, piece) in pieces.enumerated().dropFirst() { text += values[place - 1] + piece }
    return text
  }
}

extension Substring {
  fileprivate var trimmedEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
