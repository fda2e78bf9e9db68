import TaskLedger
import TestSupport
import Testing

struct ReformProfileTests {
  private static let head = "| 项目 | 内容 |\n|---|---|\n"
  private static let words = """
    | 名称 | 整改 |
    | 改革 | 整改 |
    | 简称 | 整改 |
    | 经办机构 | 整改办 |
    | 自评 | 对账 |
    | 举措 | 问题 |
    | 落实情况 | 整改落实情况 |
    | 成效 | 整改成效 |
    | 内容 | 问题 |
    | 措施 | 整改措施 |
    | 时限 | 整改时限 |
    | 部门 | 责任单位 |
    | 组织 | 学生会、研究生会 |
    | 上级 | 巡视组 |
    | 任务列表 | 整改清单 |
    | 结论通过 | 整改到位 |
    | 结论未通过 | 尚未整改到位 |
    | 领导机构 | 整改领导小组 |
    | 标题自评报告 | {学校}{组织}{改革}情况报告 |
    | 方面组织领导 | 2、1 |

    """

  private func read(_ rows: String) -> (profile: ReformProfile, diagnostics: [Diagnostic]) {
    ReformProfile.read(rows: TableRows.of(Self.head + rows))
  }

  @Test func `the words of another reform are read from its table`() {
    let (profile, diagnostics) = read(Self.words)
    #expect(diagnostics.isEmpty)
    #expect(profile[.passed] == "整改到位")
    #expect(profile.areas == [ReformProfile.Area(title: "组织领导", tasks: [2, 1])])
    #expect(
      profile.title(of: "自评报告", ["学校": "甲校", "组织": "学生会", "改革": "整改"]) == "甲校学生会整改情况报告")
    #expect(profile.title(of: "台账", [:]) == nil)
  }

  @Test(arguments: [
    ("学生会深化改革实施方案", "学生会"), ("研究生会深化改革实施方案", "研究生会"),
    ("学生会（研究生会）深化改革实施方案", "学生会（研究生会）"), ("实施方案", "学生会（研究生会）"),
  ])
  func `a school has the organisations that its plan names`(title: String, name: String) {
    #expect(read(Self.words).profile.organisation(namedIn: title) == name)
  }

  @Test func `a table over another says only what differs`() {
    let base = read(Self.words).profile
    let (profile, diagnostics) = ReformProfile.read(
      rows: TableRows.of(Self.head + "| 上级 | 巡察组 |\n| 材料自评报告 | 整改报告 |\n"), over: base)
    #expect(diagnostics.isEmpty)
    #expect(profile[.superior] == "巡察组")
    #expect(profile[.leaders] == "整改领导小组")
    #expect(profile.areas == base.areas)
    #expect(profile.name(of: "自评报告") == "整改报告")
    #expect(profile.name(of: "台账") == "台账")
  }

  @Test func `a work may concern no organisation`() {
    let (profile, diagnostics) = read(Self.words.replacing("学生会、研究生会", with: ""))
    #expect(diagnostics.isEmpty)
    #expect(profile.organisation(namedIn: "整改方案") == "")
    #expect(profile.name == "整改")
  }

  @Test func `a word that is missing or unknown is named`() {
    let (_, diagnostics) = read(Self.words.replacing("| 上级 |", with: "| 上集 |"))
    #expect(diagnostics.map(\.code) == ["reform-word-unknown", "reform-word-missing"])
  }

  @Test func `what a table says of the list is read, the last table's areas alone count`() {
    let (base, _) = read(Self.words + "| 识别 | 巡视、巡察 |\n| 清单自带分工 | 是 |\n")
    #expect(base.signs == ["巡视", "巡察"] && base.isListOwn)
    #expect(read(Self.words).profile.signs == [] && !read(Self.words).profile.isListOwn)
    #expect(!read(Self.words + "| 清单自带分工 | 否 |\n").profile.isListOwn)
    #expect(!read(Self.words + "| 清单自带分工 | 待定 |\n").profile.isListOwn)
    let rows = TableRows.of(Self.head + "| 方面成效 | 3 |\n")
    let (over, diagnostics) = ReformProfile.read(rows: rows, over: base)
    #expect(diagnostics.isEmpty)
    #expect(over.areas == [ReformProfile.Area(title: "成效", tasks: [3])])
    #expect(over.signs == base.signs && over[.passed] == "整改到位")
    let none = ReformProfile.read(rows: TableRows.of(Self.head), over: base).profile
    #expect(none.areas == base.areas)
    #expect(base.name == "学生会整改")
  }
}
