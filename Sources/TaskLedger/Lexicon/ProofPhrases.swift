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
    case .datePadded(let date): "日期写作“\(date)”，月、日前不加零"
    case .dateUnfinished(let date): "日期写作“\(date)”，缺“日”"
    case .yearShortened(let date): "日期写作“\(date)”，年份应写四位"
    case .documentYear(let year): "发文字号的年份写作“\(year)”，应加“〔〕”"
    case .fileExtension(let name): "带有文件扩展名“\(name)”"
    case .spaceBetween: "两个字之间有空格"
    case .traditional(let character): "有繁体字“\(character)”"
    case .fullWidth(let words): "用了全角字母或数字“\(words)”"
    case .oddCharacter(let character): "有打不出来或不规范的字“\(character)”"
    }
  }
}

extension WrittenText.Place {
  /// What the text is, in words.
  public var words: String {
    switch self {
    case .content: "内容"
    case .measure(let number): "落实措施第 \(number) 条"
    case .statement: "完成情况说明"
    case .opinion: "审核意见"
    case .note(let day): "进展" + (day.map { "（\($0)）" } ?? "")
    case .reason: "理由"
    case .finding: "重启原因"
    case .request: "延期申请"
    case .basis: "依据"
    case .correction: "更正或作废的理由"
    case .evidence(let number): "\(number) 的名称"
    case .exemption(let indicator): "「\(indicator)」不适用的理由"
    case .gap(let number): "第 \(number) 号差距短板"
    case .decision(let month, let number): "\(month.year)年\(month.month)月第 \(number) 项议定事项"
    case .reply(let number): "第 \(number) 号函件的回复"
    case .office(let part): "文稿「\(part.words)」"
    }
  }
}

extension WrittenText {
  /// Whose text it is and what it is; evidence names its item by itself.
  public var words: String {
    guard let item else { return place.words }
    if case .evidence = place { return place.words }
    return "\(item) 的\(place.words)"
  }
}

extension Proofreading.Group {
  /// What is wrong and where, with the words around the first places.
  public var words: String {
    let shown = findings.prefix(3).map { "「\($0.excerpt)」" }.joined(separator: "、")
    let count = findings.count
    return fault.words + (count > 1 ? "（\(count) 处）" : "") + "：\(shown)" + (count > 3 ? "等" : "")
  }
}
