extension DeadlineLanguage {
  /// Explains what the words of a deadline were read as, in sentences for staff.
  ///
  /// - Parameter deadline: A deadline as read.
  /// - Returns: Chinese sentences: what it was read as, the due day, and the convention that gives
  ///   the day; of an unreadable one how to write it instead.
  public static func explain(_ deadline: Deadline) -> String {
    var result = sentences(of: deadline)
    if deadline.isYearAssumed { result.append("原文没有写年份，年份取自文件，请核对。") }
    result += doubts(of: deadline).map { sentence(of: $0, in: deadline) }
    return result.joined()
  }

  /// Says what is doubtful about a deadline, in one sentence.
  static func sentence(of doubt: DeadlineDoubt, in deadline: Deadline) -> String {
    switch doubt {
    case .beforePeriod: "「前」字前面没有「底」，按惯例算到这段时间的最后一日；如果是指这段时间开始以前，请写明日期。"
    case .backwards: "后一个时间早于前一个，请核对年份。"
    case .weekday: "写明的星期与日期不符，请核对。"
    case .bareDay: "「月」后面的数字没有写「日」，按日读出；是注释的序号的，请改写。"
    case .yearCarried: "后一个时间没有写年份，按前面的年份读出，请核对。"
    case .earlierDays: "写了几个时间，又要长期坚持，只有最后一个时间作为到期日，前面的不再提醒，请核对。"
    case .laterEvent: "最后一个时间像是验收、检查、总结等的时间，不是完成的时间，请核对以哪一个为准。"
    case .hiddenDay:
      "单元格里存的是\(deadline.due.map { chinese($0) } ?? "某一天")，只显示出「\(deadline.text)」，请核对是哪一天。"
    case .misread: "数字中混有字母，按相近的数字读出，请核对。"
    }
  }

  private static func sentences(of deadline: Deadline) -> [String] {
    let words = quoted(deadline.text)
    switch deadline.meaning {
    case .blank:
      return ["未载明完成时限。", "不作推测，请补充。"]
    case .vague:
      return ["\(words)没有写明日期。", "不作推测，请写明年月。"]
    case .unreadable:
      return unreadable(deadline.text, words)
    case .immediate(let thenOngoing):
      return ["读作立行立改，没有到期日\(thenOngoing ? "，此后长期坚持" : "")。"]
    case .date(let point):
      return dated(point, deadline)
    case .range(let start, let end):
      return [
        "读作一段时间，\(chinese(start))开始，\(chinese(end.day))到期。", "一段时间以结束之日为到期日。",
        convention(end),
      ]
    case .dates(let points):
      let days = points.map { chinese($0.day) }.joined(separator: "、")
      let last = points.map(\.day).max().map { "最后一个\(chinese($0))为到期日。" } ?? ""
      return ["读作\(points.count)个时间点：\(days)。", last]
    case .recurring(let recurrence):
      return recurring(recurrence)
    case .ongoing(let point):
      guard let point else { return ["读作长期坚持，没有到期日。", "每月至少要有一条进展或一份佐证。"] }
      if point.bound == .from {
        return ["读作自\(chinese(point.day))起长期坚持，没有到期日。"]
      }
      return ["读作\(chinese(point.day))到期，此后长期坚持。", convention(point)]
    case .event:
      return ["读作以某一事项为准，没有到期日：\(words)。", lacking(deadline)]
    }
  }

  /// What an event lacks, and what is to be done about it.
  private static func lacking(_ deadline: Deadline) -> String {
    missing(deadline).map { "\($0)，请写明到期的年月日。" } ?? "事项的日期确定后，请改写为年月日。"
  }

  /// What would give the day of an event that counts from the document's issue; nil for others.
  static func missing(_ deadline: Deadline) -> String? {
    switch reading(of: deadline.text, year: nil, issued: nil).lack {
    case .issue: "从文件印发之日算起，文件没有印发日期"
    case .workingDays: "按工作日从印发之日算起，要对照印发日期和法定节假日推算"
    case nil: nil
    }
  }

  private static func unreadable(_ text: String, _ words: String) -> [String] {
    // Any year tells whether the year is all that is missing.
    let dated = reading(of: text, year: 2020, issued: nil)
    switch dated.fault {
    case nil, .noYear:
      return ["\(words)没有写年份，也没有文件可以取年份。", "请写明年份，例如「2026年3月底前」。"]
    case .noIssue:
      return ["\(words)是哪一年的，要看文件的印发日期，文件没有印发日期。", "请写明年份，例如「2021年元旦前」。"]
    case .runTogether:
      return ["\(words)里有两个日期连在一起，不知道以哪个为准。", "请只留一个，或用顿号、分号隔开。"]
    case .backwards:
      return ["\(words)的结束时间早于开始时间。", "请核对后改写。"]
    case .contradiction:
      return ["\(words)括号里的时间与括号前的时间对不上。", "请只留一个。"]
    case .lengthOnly:
      return ["\(words)没有写从哪一天算起。", "请写明到期的年月日。"]
    case .words:
      return ["\(words)无法识别。", "请写成「2026年3月底前」「每月25日前」或「长期坚持」一类的写法。"]
    }
  }

  private static func dated(_ point: DeadlinePoint, _ deadline: Deadline) -> [String] {
    if point.bound == .from {
      return ["读作自\(chinese(point.day))起，没有到期日。", "「起」只说明开始时间。"]
    }
    // Without the day of issue the same words are an event.
    if case .event = reading(of: deadline.text, year: point.day.year, issued: nil).meaning {
      return ["读作\(chinese(point.day))到期。", "从文件印发的次日起算。"]
    }
    // The day itself tells the year of 元旦前 as the day of issue did.
    let isHoliday = reading(
      of: deadline.text, year: point.day.year, issued: point.day
    ).isHoliday
    return [
      "读作\(chinese(point.day))到期。", isHoliday ? "节日前的，以节日当日为到期日。" : convention(point),
    ]
  }

  /// The convention that gives the day of a point.
  private static func convention(_ point: DeadlinePoint) -> String {
    switch point.precision {
    case .day: "写明到日的，当日为到期日。"
    case .tenDay: "上旬、月初以10日，中旬、月中以20日，下旬以当月最后一日为到期日；上半月以15日为到期日。"
    case .month: "只写到月的，以当月最后一日为到期日；底、末、底前、前相同。"
    case .period: "季度和半年以其最后一日为到期日；上半年和年中为6月30日，下半年为12月31日。"
    case .term: "第一学期以次年1月31日，第二学期以次年7月31日为到期日。"
    case .year:
      point.day.month == 12
        ? "只写到年的，以12月31日为到期日；年内、年底、年底前相同。" : "学年以次年7月31日为到期日。"
    }
  }

  private static func recurring(_ recurrence: Recurrence) -> [String] {
    let from = recurrence.from.map { "自\(chinese($0))起，" } ?? ""
    let until = recurrence.until.map { "至\(chinese($0))止，" } ?? ""
    let count = recurrence.interval
    let days = daysOfMonth(recurrence.days)
    let months = recurrence.months.map { "\($0)月" }.joined(separator: "、")
    let what: String
    switch recurrence.period {
    case .week:
      let names = ["一", "二", "三", "四", "五", "六", "日"]
      let weekdays = (recurrence.weekdays.isEmpty ? [7] : recurrence.weekdays)
        .filter { (1...7).contains($0) }.map { "周\(names[$0 - 1])" }.joined(separator: "、")
      what = "每\(count > 1 ? "\(count)" : "")周一次，\(weekdays)到期"
    case .month:
      what =
        months.isEmpty
        ? "每\(count > 1 ? "\(count)个" : "")月一次，\(days)到期" : "\(months)各一次，\(days)到期"
    case .quarter:
      what = "每季度一次，\(months.isEmpty ? "季末月" : months)\(days)到期"
    case .halfYear: what = "每半年一次，6月30日和12月31日到期"
    case .term: what = "每学期一次，1月31日和7月31日到期"
    case .year:
      let own = recurrence.months.isEmpty ? [12] : recurrence.months
      what =
        "每年\(own.count > 1 ? "\(own.count)" : "一")次，"
        + own.map { "\($0)月\(days)" }.joined(separator: "、") + "到期"
    }
    return ["读作定期：\(from)\(until)\(what)。"]
  }

  private static func daysOfMonth(_ days: [Int]) -> String {
    guard !days.isEmpty else { return "最后一日" }
    return days.map { $0 < 31 ? "\($0)日" : "最后一日" }.joined(separator: "、")
  }

  private static func chinese(_ date: CivilDate) -> String {
    "\(date.year)年\(date.month)月\(date.day)日"
  }

  private static func quoted(_ text: String) -> String {
    let folded = UTF8Text(TextFolding.fold(TextFolding.withoutArtefacts(text)))
    return "「\(folded.trimmed(0, folded.count))」"
  }
}
