import LedgerDesk
import TaskLedger

/// The parser's usage errors in Chinese; what is not in the table stays as the parser words it.
enum UsageErrors {
  private static let phrases: [(english: String, chinese: String)] = [
    ("Error: Unknown option ", "错误[usage]: 没有这个选项 "),
    ("Error: Unexpected argument ", "错误[usage]: 多出的参数 "),
    ("Error: Missing expected argument ", "错误[usage]: 缺少参数 "),
    ("Error: Missing value for ", "错误[usage]: 缺少取值 "),
    ("Error: Missing one of: ", "错误[usage]: 须写其中之一："),
    ("Error: The value ", "错误[usage]: 取值 "),
    ("Error: ", "错误[usage]: "),
    (" is invalid for ", " 不能用于 "),
    (". Did you mean ", "；是不是 "), (". Please provide one of ", "；可用："), ("' or '", "' 或 '"),
    ("Usage: ", "用法："),
    ("See '", "详见 '"),
    ("' for more information.", "'。"),
    ("Help:  ", "说明："),
  ]

  static func translated(_ text: String) -> String {
    var result = text
    for phrase in phrases {
      result = replaced(phrase.english, by: phrase.chinese, in: result)
    }
    return withRemedy(result)
  }

  /// What to write in place of a value that cannot be read, by the name of the value.
  private static let remedies: [(value: String, remedy: String)] = [
    ("<日期>", "日期写成 2020-09-01、2020.9.1 或 2020年9月1日，年、月、日都要写"),
    ("<月份>", "月份写成 2020-08 或 2020年8月"), ("<天数>", "写一个数，例如 30"),
    ("<页数>", "写一个数，例如 6"), ("<序号>", "写落实措施的序号，例如 1"),
    ("<编号>", "写成 3.1；全部编号见 xiaohao list"),
  ]

  private static func withRemedy(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let place = lines.firstIndex(where: { $0.contains(" 不能用于 ") }),
      let found = remedies.first(where: { lines[place].contains($0.value) })
    else { return text }
    lines.insert("  " + Diagnostic.suggestionLine(found.remedy), at: place + 1)
    return lines.joined(separator: "\n")
  }

  private static func replaced(_ old: String, by new: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: old) {
      result += rest[..<range.lowerBound] + new
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
