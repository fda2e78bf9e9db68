/// The wording of what is wrong with a table of figures (实有), and of what is asked about figures.
extension Diagnostic {
  private static func factFault(
    _ code: String, _ place: Location?, _ message: String, _ remedy: Remedy,
    _ severity: Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, location: place, message: message, remedy: remedy)
  }

  private static let headings: Remedy = "写法见\(look: .factHeadings)"

  static func factTableMissing(_ file: String) -> Diagnostic {
    factFault(
      "fact-table-missing", nil, "「\(PrintableText.line(file))」里没有找到实有数据的表",
      "表头写「院系」和各项数据的名称，或写「名称」「数值」；\(headings)")
  }

  static func factColumnUnread(_ heading: String, at place: Location) -> Diagnostic {
    factFault(
      "fact-column-unread", place, "「\(PrintableText.line(heading))」这一列没有读",
      "不是实有数据就不用管；是的话，\(headings)", .warning)
  }

  static func factColumnDoubtful(_ heading: String, nearest: [String], at place: Location)
    -> Diagnostic
  {
    factFault(
      "fact-column-doubtful", place,
      "不认识「\(PrintableText.line(heading))」，最接近的是 \(nearest.joined(separator: "、"))",
      "改成上面的写法；\(headings)")
  }

  /// A typed name is neither asked for by an indicator nor among the headings.
  static func factNameUnknown(_ name: String, nearest: [String]) -> Diagnostic {
    let list: Remedy = "全部名称见\(look: .factNames)；\(headings)"
    return factFault(
      "fact-name-unknown", nil, "没有叫「\(PrintableText.line(name))」的实有数据，没有登记",
      nearest.isEmpty ? list : "最接近的是 \(nearest.joined(separator: "、"))；\(list)")
  }

  /// In place of a department stands a word for any department, or for all of them.
  static func factUnitUnnamed(_ name: FactName) -> Diagnostic {
    factFault(
      "fact-unit-unnamed", nil,
      "「\(PrintableText.line(name.recorded))」的 @ 后面不是一个院系的名称，没有登记",
      "写明哪个院系，例如\(.setFact(name: "\(PrintableText.line(name.name))@信息工程系", example: "25"))；"
        + "各院系的数一起登记用\(.importFacts)")
  }

  static func factNameUnasked(_ name: String, at place: Location) -> Diagnostic {
    factFault(
      "fact-name-unasked", place, "没有验收指标用到「\(PrintableText.line(name))」",
      "照登记；要用于指标，\(headings)", .warning)
  }

  static func factTotalsUnread(_ words: String, at place: Location) -> Diagnostic {
    factFault(
      "fact-totals-unread", place, "「\(PrintableText.line(words))」是合计行，没有读", "不用处理", .note)
  }

  static func factUnitMissing(at place: Location) -> Diagnostic {
    factFault("fact-unit-missing", place, "这一行没有写院系", "补上院系名称，或删去这一行")
  }

  static func factNameMissing(at place: Location) -> Diagnostic {
    factFault("fact-name-missing", place, "这一行没有写数据的名称", "补上名称，或删去这一行")
  }

  static func factValueUnreadable(_ name: FactName, _ words: String, at place: Location?)
    -> Diagnostic
  {
    factFault(
      "fact-value-unreadable", place, "「\(name.recorded)」写作「\(words)」，不是数、日期、是或否",
      "写成 31、67.74%、2020-08-25、是、否，或「不适用：理由」；不知道就留空")
  }

  static func factKindWrong(
    _ name: FactName, _ words: String, _ kind: AskedFigure.Kind, at place: Location?
  ) -> Diagnostic {
    let (wanted, example) =
      switch kind {
      case .number: ("数", "31 或 67.74%，没有的写 0")
      case .date: ("日期", "2020-08-25")
      case .truth: ("是或否", "是或否，没有的写否，日期另作数据登记")
      }
    return factFault(
      "fact-kind-wrong", place, "「\(name.recorded)」写作「\(words)」，这项数据要写\(wanted)",
      "写成\(example)；不知道就留空")
  }

  static func factNegative(_ name: FactName, _ words: String, at place: Location?) -> Diagnostic {
    factFault(
      "fact-negative", place, "「\(name.recorded)」写作「\(words)」，是负数", "核对后改正；不知道就留空")
  }

  static func factDayAhead(_ name: FactName, _ day: CivilDate, at place: Location?) -> Diagnostic {
    factFault(
      "fact-day-ahead", place, "「\(name.recorded)」写作 \(day)，是今天以后的日期，还没有发生",
      "发生以后再登记；写错了就改正")
  }

  /// The day on which a figure was counted is still to come.
  static func factCountedAhead(_ day: CivilDate, at place: Location) -> Diagnostic {
    factFault(
      "fact-day-ahead", place, "统计日期写作 \(day)，是今天以后的日期，还没有到", "写数出来的那一天")
  }

  /// A figure that was recorded counts for an earlier day than the one in force.
  static func factSuperseded(
    _ name: FactName, _ value: String, on day: CivilDate, by current: Ledger.Fact,
    at place: Location?
  ) -> Diagnostic {
    factFault(
      "fact-superseded", place,
      "「\(name.recorded)」\(day) 的数 \(value) 已登记，台账现用的仍是 \(current.on) 的 \(current.value)",
      "应以这个数为准的，写上较晚的统计日期再登记一次", .warning)
  }

  /// A day was written without its year: of a figure that is one, or on which another was counted.
  static func factYearAssumed(
    _ name: FactName?, _ words: String, _ day: CivilDate, at place: Location
  ) -> Diagnostic {
    factFault(
      "fact-year-assumed", place,
      "\(name.map { "「\($0.recorded)」写作" } ?? "统计日期")「\(PrintableText.line(words))」没有写年份，"
        + "读作 \(day)，年份是推定的", "不对时写全年月日", .warning)
  }

  static func factNothingSaid(_ name: FactName, _ words: String, at place: Location?) -> Diagnostic
  {
    factFault(
      "fact-nothing-said", place,
      "「\(name.recorded)」写的是“\(PrintableText.line(words))”，不是数，没有登记",
      "没有的写 0；不适用的写「不适用：理由」；不知道就留空", .warning)
  }

  static func factExemptionUnreasoned(_ name: FactName, at place: Location?) -> Diagnostic {
    factFault(
      "fact-exemption-unreasoned", place, "「\(name.recorded)」写了不适用，没有写理由", "写成「不适用：理由」")
  }

  static func factDateUnreadable(_ words: String, at place: Location) -> Diagnostic {
    factFault(
      "fact-date-unreadable", place, "「\(PrintableText.line(words))」不是日期", "写成 2020-09-15")
  }

  static func factEvidenceUnreadable(_ words: String, at place: Location) -> Diagnostic {
    factFault(
      "evidence-number-unreadable", place, "「\(PrintableText.line(words))」不是佐证编号",
      "写成 证-3.1-01；编号见\(look: .item(nil))")
  }

  static func factTwice(_ name: FactName, first: Location, at place: Location) -> Diagnostic {
    factFault(
      "fact-twice", place, "「\(name.recorded)」在同一个文件里出现两次，另一处在 \(first)", "只留一处")
  }

  static func factOverHundred(
    _ name: FactName, _ value: String, at place: Location?
  ) -> Diagnostic {
    factFault(
      "fact-over-hundred", place, "「\(name.recorded)」写作「\(value)」，超过百分之百",
      "核对；登记的应是人数或不超过 100% 的比例", .warning)
  }

  static func factUnitsExceed(
    _ name: FactName, _ value: String, units: [String], at place: Location?
  ) -> Diagnostic {
    factFault(
      "fact-units-exceed", place,
      "「\(name.recorded)」登记为 \(value)，已登记数据的院系却有 \(units.count) 个：\(units.joined(separator: "、"))",
      "核对后重新登记：\(.setFact(name: name.recorded, example: String(units.count)))", .warning)
  }

  static func factShareForCount(
    _ name: FactName, _ value: String, _ indicator: Indicator, at place: Location?
  ) -> Diagnostic {
    factFault(
      "fact-share-for-count", place,
      "「\(name.recorded)」写作「\(value)」，是比例；指标 \(indicator.number) 要的是个数",
      "重新登记个数：\(.setFact(name: name.recorded, example: nil))", .warning)
  }

  static func factFractionForCount(
    _ name: FactName, _ value: String, _ indicator: Indicator, at place: Location?
  ) -> Diagnostic {
    factFault(
      "fact-fraction-for-count", place,
      "「\(name.recorded)」写作「\(value)」，不是整数；指标 \(indicator.number) 要的是个数",
      "重新登记个数：\(.setFact(name: name.recorded, example: nil))", .warning)
  }

  static func factDoubtful(
    _ indicator: Indicator, _ sheet: FactSheet, units: [String?], at place: Location?
  ) -> Diagnostic {
    let figures = indicator.doubtNames(of: units).compactMap { name in
      sheet[name].map { "\(name.recorded) \($0.value)" }
    }
    return factFault(
      "fact-doubtful", place,
      "指标 \(indicator.number) 的数值请核对：\(figures.joined(separator: "、"))",
      "不对就重新登记：\(.setFact(name: nil, example: nil))；核对无误就不用改", .warning)
  }
}
