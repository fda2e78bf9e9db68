import Foundation
import TaskLedger
import TestSupport
import Testing

struct HedgeWordsTests {
  @Test(arguments: [
    ("改革任务基本完成", "基本"), ("基本上完成全员培训", "基本上"), ("大部分措施已落实", "大部分"), ("部分完成", "部分"),
    ("原则上每年召开一次", "原则上"),
    ("逐步推进机构精简", "逐步"), ("拟于十月召开大会", "拟于"), ("拟修订章程", "拟"), ("正在修订章程", "正在"), ("不定期召开会议", "不定期"),
    ("初步形成机制", "初步"), ("计划于十月召开", "计划"), ("计划召开大会", "计划"), ("计划10月完成", "计划"), ("将进一步加强培训", "将"),
    ("将于年底完成", "将"), ("校团委将迅速调查", "将"), ("力争年底完成", "力争"), ("争取年内完成", "争取"), ("陆续完成招新", "陆续"),
    ("即将完成", "即将"), ("可能延到十月", "可能"), ("可能于下月完成", "可能"), ("推定已经完成", "推定"), ("尚未召开", "尚未"),
    ("制度大体建立", "大体"), ("大会拟定于9月召开", "拟定于"), ("名单尚在公示", "尚在"), ("经费暂未到位", "暂未"),
  ])
  func `a hedge is found`(text: String, word: String) {
    #expect(HedgeWords.common.found(in: text).map(\.word) == [word])
  }

  @Test(arguments: [
    "", "已完成全员培训", "建立学生代表大会基本制度", "掌握学生基本情况", "完成基本任务", "章程是重要的组成部分", "报告分为第一部分和其余",
    "召开模拟政协提案会", "拟定工作方案并印发", "草拟章程", "将军山校区", "将近况报送上级", "培养一批精兵强将", "将指导学生会工作情况纳入述职内容",
    "将部门调整为六个", "将方案印发各系", "将选举结果上报省学联", "制定工作计划", "按计划召开大会", "推进计划已报送", "争取到专项经费", "尽可能多地听取意见",
    "面向大多数同学开展活动", "排查可能存在的隐患12处，全部整改", "可能出现的风险已逐项消除",
  ])
  func `a fact holds no hedge`(text: String) {
    #expect(HedgeWords.common.found(in: text).map(\.word) == [])
  }

  @Test func `a hit names its place and the words around it`() {
    let text = "学生会章程已经修订，培训工作基本完成，名单已公示。"
    let hits = HedgeWords.common.found(in: text)
    #expect(
      hits == [
        HedgeWords.Hit(word: "基本", offset: 14, excerpt: "经修订，培训工作基本完成，名单已公示")
      ])
  }

  @Test func `every hedge of a text is found in order`() {
    let words = HedgeWords.common.found(in: "拟修订章程，大部分措施正在落实，原则上年底完成。").map(\.word)
    #expect(words == ["拟", "大部分", "正在", "原则上"])
  }
}

/// The hedges that a set brings of its own.
struct SetHedgesTests {
  private static let head = "| 项目 | 内容 |\n|---|---|\n"

  @Test func `the words of a set stand beside the common ones`() {
    let hedges = HedgeWords(words: ["整改中", "有所改善"], compounds: ["整改中心", "基本完成率"])
    #expect(hedges.words(in: "问题正在整改中，作风有所改善，仍有所改善空间") == ["正在", "整改中", "有所改善"])
    #expect(hedges.words(in: "整改中心已挂牌，基本完成率已公布") == [])
    #expect(HedgeWords.common.words(in: "作风有所改善") == [])
  }

  /// The hedges of the set that ships.
  private static var rectification: HedgeWords {
    get throws {
      let path = SharedDocuments.repository.appendingPathComponent("tasks/rectification.md").path
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return ReformProfile.read(rows: TableRows.of(text)).profile.hedges
    }
  }

  @Test(arguments: [
    "整改中同步修订三项制度，均已印发", "推进中发现的4个问题已解决", "整改中心已挂牌", "已督促整改到位", "亟待解决的3个问题已全部解决",
    "对待落实工作不严的2人已处理", "已部署并完成", "阶段性总结已报送", "阶段性成果汇编已印发", "排查可能存在的隐患12处，全部整改", "学风明显好转",
  ])
  func `a fact of rectification holds no hedge`(text: String) throws {
    #expect(try Self.rectification.words(in: text) == [])
  }

  @Test(arguments: [
    ("制度正在整改中。", ["正在", "整改中"]), ("三项制度整改中", ["整改中"]), ("（推进中）", ["推进中"]), ("整改中，月底完成", ["整改中"]),
    ("整改中\n下月完成", ["整改中"]), ("2个问题待解决", ["待解决"]), ("作风有所改善", ["有所改善"]), ("取得阶段性成效", ["阶段性"]),
    ("基本完成整改", ["基本"]),
  ])
  func `a hedge of rectification is found`(text: String, words: [String]) throws {
    #expect(try Self.rectification.words(in: text) == words)
  }

  @Test func `a common word named by a set keeps its compounds`() {
    let hedges = HedgeWords(words: ["计划", "可能"])
    #expect(hedges.words(in: "工作计划已印发，排查可能存在的隐患") == [])
    #expect(hedges.words(in: "计划外出调研") == ["计划"])
    #expect(HedgeWords.common.words(in: "计划外出调研") == [])
  }

  @Test func `a longer word of a set counts for the common one in it`() {
    #expect(HedgeWords(words: ["基本到位"]).words(in: "整改基本到位") == ["基本到位"])
    #expect(HedgeWords(words: ["基本", "基本"]).words(in: "掌握基本情况，基本完成") == ["基本"])
  }

  @Test func `a table of words brings hedges, and one over it replaces its rows`() {
    let base = ReformProfile.read(
      rows: TableRows.of(Self.head + "| 含糊词 | 整改中、推进中 |\n| 含糊词除外 | 整改中心 |\n")
    ).profile
    #expect(base.hedges.words(in: "整改中心推进中，整改中") == ["推进中", "整改中"])
    let (own, diagnostics) = ReformProfile.read(
      rows: TableRows.of(Self.head + "| 含糊词 | 整改中，有待观察 |\n"), over: base)
    #expect(!diagnostics.map(\.code).contains("hedge-unusable"))
    #expect(own.hedges.words(in: "整改中心推进中，有待观察") == ["有待观察"])
  }

  @Test(arguments: [
    ("| 含糊词 | 中、推进中 |", "只有一个字"), ("| 含糊词 | 这项工作还在推进之中没有办完 |", "是一句话"),
    ("| 含糊词除外 | 议事规则 |", "除外不起作用"),
  ])
  func `a word that cannot be used is named with its place`(row: String, words: String) {
    let found = ReformProfile.read(rows: TableRows.of(Self.head + row + "\n")).diagnostics
      .filter { $0.code == "hedge-unusable" }
    #expect(found.count == 1)
    #expect(found.first?.message.contains(words) ?? false, "\(found)")
    #expect(found.first?.location != nil)
  }

  @Test func `a row that is nearly one of hedges is named so`() {
    let (_, diagnostics) = ReformProfile.read(
      rows: TableRows.of(Self.head + "| 含胡词 | 整改中 |\n"))
    let unknown = diagnostics.first { $0.code == "reform-word-unknown" }
    let remedy = String(describing: unknown?.remedy)
    #expect(remedy.contains("含糊词"))
  }
}

struct TextSimilarityTests {
  @Test func `the same words are alike in any form`() {
    #expect(TextSimilarity.similarity("修订学生会章程", "修订学生会章程") == 1)
    #expect(TextSimilarity.similarity("修订学生会章程。", " 修订 学生会\n章程") == 1)
    #expect(TextSimilarity.similarity("（１）ＡＢ章程", "(1)AB 章程") == 1)
  }

  @Test func `nothing shared and nothing there are not alike`() {
    #expect(TextSimilarity.similarity("修订章程", "开展培训") == 0)
    #expect(TextSimilarity.similarity("", "") == 0)
    #expect(TextSimilarity.similarity("。，", "章程") == 0)
    #expect(TextSimilarity.containment(of: "", in: "章程") == 0)
  }

  @Test func `a share is counted by pairs`() {
    // 甲乙丙 has 甲乙 乙丙, 甲乙丁 has 甲乙 乙丁.
    #expect(TextSimilarity.similarity("甲乙丙", "甲乙丁") == 0.5)
    #expect(TextSimilarity.containment(of: "甲乙", in: "丁甲乙丙") == 1)
    #expect(TextSimilarity.containment(of: "甲乙丙丁", in: "甲乙") == 1.0 / 3)
    #expect(TextSimilarity.similarity("甲", "甲") == 1)
  }

  @Test func `repeated pairs count as often as both have them`() {
    #expect(TextSimilarity.similarity("甲甲甲甲", "甲甲") == 0.5)
  }

  @Test func `likeness is the same both ways and the nearest text is the most alike`() {
    let clause = "制定从严治会的专项制度，建立报告制度，完善处置机制"
    let near = "制定从严治会工作方案，建立报告制度和处置机制"
    let far = "规范召开学生代表大会，选举结果报上级备案"
    #expect(TextSimilarity.similarity(clause, near) == TextSimilarity.similarity(near, clause))
    #expect(TextSimilarity.similarity(clause, near) > 0.5)
    #expect(TextSimilarity.similarity(clause, far) < 0.2)
  }
}
