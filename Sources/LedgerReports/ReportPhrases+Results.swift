import TaskLedger

/// Sentences of what was reached: how far the tasks are, the documents, the figures.
extension ReportPhrases {
  /// A title as it stands within title marks (GB/T 15834): marks within become single ones, and those
  /// within these double ones again.
  static func titleWithin(_ text: String) -> String {
    guard text.contains("《") else { return text }
    return String(
      text.map { character -> Character in
        switch character {
        case "《": "〈"
        case "》": "〉"
        case "〈": "《"
        case "〉": "》"
        default: character
        }
      })
  }

  /// A document by its title and number.
  static func document(_ line: EvidenceLine) -> String {
    let title = line.title
    let isTitled = title.hasPrefix("《") && title.hasSuffix("》")
    let name = isTitled ? title : "《\(titleWithin(title))》"
    return "\(name)（\(line.evidence.documentNumber)）"
  }

  /// The documents of a reform in one sentence.
  static func documents(_ lines: [EvidenceLine], _ profile: ReformProfile) -> String {
    "学校\(lines.count > 1 ? "先后" : "")印发\(named(lines))，为\(profile[.short])提供了制度保障。"
  }

  /// What the indicators show in one sentence.
  static func indicators(_ statements: [String]) -> String {
    "对照评估指标，" + statements.joined(separator: "；") + "。"
  }

  /// Documents by title and number; of many the first, the annex lists them all.
  private static func named(_ lines: [EvidenceLine]) -> String {
    let shown = lines.count > 5 ? Array(lines.prefix(3)) : lines
    let total = lines.count > 1 ? "等\(lines.count)份文件" : ""
    return joined(shown.map(document)) + total
  }

  /// How far the tasks are, as a result.
  static func results(
    tasks: Int, settled: Int, items: Int, settledItems: Int, gaps: Int, otherGaps: Int,
    indicators: [IndicatorAnswer], _ profile: ReformProfile
  ) -> String {
    // A list without tasks is counted by its items alone.
    let matters = "\(items)项\(profile[.matter])"
    let groups = "\(counted(tasks))\(profile[.group])"
    let some = settledItems == 0 ? "中尚无一项办妥" : "中已办妥\(settledItems)项"
    let reached =
      if settled == tasks, items == settledItems {
        (tasks > 1 ? "\(groups)、" : "") + "\(matters)全部办妥"
      } else if tasks < 2 {
        matters + some
      } else {
        "\(groups)中\(settledGroups(settled, profile))全部办妥，\(matters)\(some)"
      }
    let open = [
      gaps == 0 ? nil : "差距短板\(gaps)项尚未整改到位",
      openIndicators(indicators),
      otherGaps == 0 ? nil : "上述\(profile[.matter])以外的差距短板\(otherGaps)项正在整改",
    ].compactMap(\.self)
    return reached + (open.isEmpty ? "" : "；另有" + open.joined(separator: "，")) + "。"
  }

  /// How many indicators hold the verdict back, and how many are open beside them without binding
  /// yet; nil when none holds it back.
  private static func openIndicators(_ indicators: [IndicatorAnswer]) -> String? {
    let count = indicators.count { !$0.allowsPassing }
    let others = indicators.count(where: \.isOpenWithoutBinding)
    guard count > 0 else { return nil }
    return "验收指标\(count)项还不能认定达标"
      + (others > 0 ? "（暂不作硬性要求的\(others)项除外）" : "")
  }

  /// How many of the groups of a list are settled: 尚无一类, 两项已.
  private static func settledGroups(_ settled: Int, _ profile: ReformProfile) -> String {
    let counter = profile[.group].prefix(1)
    return settled == 0 ? "尚无一\(counter)" : "\(counted(settled))\(counter)已"
  }

  /// What an area's documents and figures say; nil when there are none.
  static func summary(documents: [EvidenceLine], statements: [String]) -> String? {
    var parts: [String] = []
    if !documents.isEmpty { parts.append("印发\(named(documents))") }
    parts += statements
    return parts.isEmpty ? nil : parts.joined(separator: "；") + "。"
  }
}
