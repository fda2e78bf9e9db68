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
    (". Did you mean ", "；是不是 "),
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
    return result
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
