import TaskLedger
import TestSupport
import Testing

struct ReformProfileTests {
  private static let head = "| 项目 | 内容 |\n|---|---|\n"
  private static let words = """
    | 改革 | 整改 |
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

  @Test func `a word that is missing or unknown is named`() {
    let (_, diagnostics) = read(Self.words.replacing("| 上级 |", with: "| 上集 |"))
    #expect(diagnostics.map(\.code) == ["reform-word-unknown", "reform-word-missing"])
  }
}
