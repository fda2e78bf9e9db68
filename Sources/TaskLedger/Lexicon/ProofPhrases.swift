extension Proofreading.Fault {
  /// What is wrong, in a few words.
  public var words: String {
    switch self {
    case .latinWord(let word): "夹有外文“\(word)”"
    case .halfWidthMark(let mark): "用了半角标点“\(mark)”"
    case .markDoubled(let marks): "标点重复“\(marks)”"
    case .markUnpaired(let mark): "“\(mark)”不成对"
    case .quotationMark(let mark): "引号写作“\(mark)”，应为“”"
    case .dateInFigures(let date): "日期写作“\(date)”，应写年月日"
    case .fileExtension(let name): "带有文件扩展名“\(name)”"
    case .spaceBetween: "两个字之间有空格"
    }
  }
}
