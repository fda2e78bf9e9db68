/// The wording of what is wrong with a table of indicators, and of what is missing for a judgement.
extension Diagnostic {
  private static func indicatorFault(
    _ code: String, _ place: Location?, _ message: String, _ remedy: Remedy
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .error, location: place, message: message, remedy: remedy)
  }

  static func indicatorColumnMissing(_ title: String, at place: Location?) -> Diagnostic {
    indicatorFault(
      "indicator-column-missing", place, "验收指标表没有「\(title)」这一列", "在表头加上这一列")
  }

  static func reformWordUnknown(
    _ key: String, nearest: [String], at place: Location
  ) -> Diagnostic {
    indicatorFault(
      "reform-word-unknown", place, "专用词表里没有「\(PrintableText.line(key))」这一项",
      nearest.isEmpty
        ? "标题写作「标题自评报告」，方面写作「方面组织机构」" : "最接近的是 \(nearest.joined(separator: "、"))")
  }

  static func reformWordMissing(_ key: String, at place: Location?) -> Diagnostic {
    indicatorFault("reform-word-missing", place, "专用词表缺「\(key)」这一项", "在表里补一行")
  }

  static func hedgeUnusable(_ word: String, _ fault: HedgeTable.Fault, at place: Location)
    -> Diagnostic
  {
    let words = "「\(PrintableText.line(word))」"
    let name = HedgeTable.Kind.words.rawValue
    return switch fault {
    case .short:
      indicatorFault(
        "hedge-unusable", place, "\(name)\(words)只有一个字，会误伤许多词", "写成两个字以上，例如「整改中」")
    case .long:
      indicatorFault(
        "hedge-unusable", place, "\(words)是一句话，不是一个词", "每个词不超过 \(HedgeTable.longest) 个字，词与词用顿号隔开")
    case .idle:
      indicatorFault(
        "hedge-unusable", place, "\(words)里没有\(name)，除外不起作用",
        "写含有\(name)的词，例如「基本制度」里有「基本」")
    }
  }

  static func indicatorDuplicate(_ number: String, at place: Location) -> Diagnostic {
    indicatorFault("indicator-duplicate", place, "指标编号「\(number)」出现两次", "改成不同的编号")
  }

  static func indicatorClauseUnreadable(_ words: String, at place: Location) -> Diagnostic {
    indicatorFault(
      "indicator-clause-unreadable", place, "「\(PrintableText.line(words))」不是条款编号",
      "写成 3.1，多个用「、」隔开")
  }

  static func indicatorLevelUnknown(_ words: String, at place: Location) -> Diagnostic {
    indicatorFault(
      "indicator-level-unknown", place, "层级「\(PrintableText.line(words))」无法识别", "写「校级」或「院系」")
  }

  static func indicatorDemandUnknown(_ words: String, at place: Location) -> Diagnostic {
    indicatorFault(
      "indicator-demand-unknown", place, "要求「\(PrintableText.line(words))」无法识别",
      "写「\(IndicatorWords.advisory)」，或空着")
  }

  static func conditionUnreadable(
    _ text: String, _ error: FactExpression.SyntaxError, at place: Location
  ) -> Diagnostic {
    indicatorFault(
      "indicator-condition-unreadable", place,
      "条件「\(PrintableText.line(text))」第 \(error.offset + 1) 个字处：" + words(of: error.kind),
      "写法例如：工作人员 ≤ 40、来自院系 / 工作人员 ≥ 50%、各院系(20 ≤ 工作人员 ≤ 30)")
  }

  static func conditionWithoutTruth(_ text: String, at place: Location) -> Diagnostic {
    indicatorFault(
      "indicator-condition-not-truth", place,
      "条件「\(PrintableText.line(text))」算出来是数，不是「是」或「否」", "写成比较，例如：工作人员 ≤ 40")
  }

  private static func words(of kind: FactExpression.SyntaxError.Kind) -> String {
    switch kind {
    case .characterUnknown(let character): "不认识「\(PrintableText.line(String(character)))」"
    case .numberUnreadable(let text): "「\(text)」不是数"
    case .unexpected(let text): "这里不应是「\(text)」"
    case .endsEarly: "没有写完"
    case .tooDeep: "括号或「非」套得太深"
    case .tooLong: "条件太长"
    }
  }

  static func conditionUndecidable(
    _ text: String, _ fault: FactKinds.Fault, at place: Location
  ) -> Diagnostic {
    indicatorFault(
      "indicator-condition-undecidable", place,
      "条件「\(PrintableText.line(text))」无法判定：" + words(of: fault),
      "改成同一种数据的比较，例如：工作人员 ≤ 40、2019-10-16 ≤ 学代会日期、其他职务 = 否")
  }

  private static func words(of fault: FactKinds.Fault) -> String {
    switch fault {
    case .compared(let left, let right): "\(words(of: left))不能与\(words(of: right))比较"
    case .reckoned(let kind): "\(words(of: kind))不能加减乘除"
    case .unordered: "是或否只能写「= 是」「= 否」，不能比大小"
    case .used(let name, let before, let now):
      "「\(PrintableText.line(name))」别处是\(words(of: before))，这里用作\(words(of: now))"
    case .divisorZero: "除数是 0"
    case .nestedUnits: "各院系的条件里不能再套各院系的条件"
    case .notTruth(let kind): "\(words(of: kind))不是条件"
    }
  }

  private static func words(of kind: FactKinds.Kind) -> String {
    switch kind {
    case .number: "数"
    case .date: "日期"
    case .truth: "是或否"
    }
  }
}

extension FactNeed {
  /// What is missing, in a few words.
  public var words: String {
    switch self {
    case .fact(let name): "缺实有数据「\(name.recorded)」"
    case .notApplying(let name, let reason):
      "实有数据「\(name.recorded)」登记为不适用（\(PrintableText.line(reason))），这里不能当作数"
    case .unreadable(let name, let value):
      "实有数据「\(name.recorded)」写作「\(PrintableText.line(value))」，无法判读"
    case .unfit(let name): "实有数据「\(name.recorded)」不能用于这个条件"
    case .units(let names):
      "缺各院系的实有数据：\(names.joined(separator: "、"))"
    case .unitsExceed(let name, let units):
      "「\(name.recorded)」与登记矛盾：已登记数据的有 \(units.count) 个（\(units.joined(separator: "、"))）"
    case .noCondition: "指标表里的条件不是条件"
    }
  }
}

extension IndicatorAnswer.Judgement {
  /// The judgement as the form prints it.
  public var words: String {
    switch self {
    case .met: "达标"
    case .unmet: "未达标"
    case .notApplicable: "不适用"
    case .undecided: "无法判定"
    }
  }
}
