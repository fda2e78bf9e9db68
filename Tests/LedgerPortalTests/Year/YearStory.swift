/// What an owner says about one item in a round of reports.
struct YearAnswer: Sendable {
  var department: String
  var item: String
  var note = ""
  var files: [String] = []
  var number = ""
  /// The measure that the files prove.
  var measure: Int?
  /// The statement of completion; with it the item is applied for.
  var summary = ""
  /// Whether another lead's application for the item counts: on a sheet it is filled in all the
  /// same, the other ways do not try it.
  var isSecond = false
}

/// A reviewer's decision.
struct YearDecision: Sendable {
  var item: String
  var closes: Bool
  var words: String
}

/// One thing that somebody does, whatever the way in.
enum YearAct: Sendable {
  /// What the command line alone can do.
  case command([String], by: String)
  case importPlan(by: String)
  case addMember(YearPerson, by: String)
  case correct(String, field: String, value: String, reason: String, by: String)
  case confirm(String, reason: String, by: String)
  /// A round of reports; corrections come in between the asking and the answers.
  case reports([YearAnswer], corrections: [YearAct] = [], misspelt: String? = nil)
  case sustain(String, by: String)
  case voidEvidence(item: String, index: Int, reason: String, by: String)
  case askForTime(String, until: String, reason: String, progress: String, by: String)
  case answerRequest(String, grants: Bool, words: String, by: String)
  case review([YearDecision], by: String)
  case reopen(String, finding: String, basis: String, due: String, by: String)
  case openMeeting(String, by: String)
  case attend(String, [String], by: String)
  case decide(String, item: String, text: String, owner: String, due: String, by: String)
  case settle(String, number: Int, result: String, by: String)
  case seal(String, by: String)
  case raiseGap(text: String, item: String, owner: String, due: String, by: String)
  case resolveGap(Int, words: String, by: String)
  case figures(on: String, by: String)
  case figure(name: String, value: String, on: String, by: String)
  case texts(by: String)
  case exempt(String, reason: String, by: String)
  case remind(String, by: String)
  case reply(Int, words: String, by: String)
}

/// A member of the school.
struct YearPerson: Sendable {
  var name: String
  var department: String
  var role: String
}

/// The year of a made-up school: July to the hand-in in October.
enum YearStory {
  static let school = "南岭工程职业学院"
  static let reviewers = "领导小组办公室"
  static let office = "赵主任"
  static let reviewer = "孙老师"
  static let leader = "钱书记"
  static let administrator = "周工"

  /// Who answers for a department; eight of them fill sheets in.
  static let owners = [
    "党政办": "黄老师", "学工部": "王老师", "教务处": "郑老师", "校团委": "李老师", "校学生会": "刘同学",
    "系党支部": "马书记", "系团委": "陈老师", "系学生会": "何同学",
  ]

  static var people: [YearPerson] {
    owners.sorted { $0.key < $1.key }.map {
      YearPerson(name: $0.value, department: $0.key, role: "owner")
    } + [
      YearPerson(name: office, department: "党政办", role: "office"),
      YearPerson(name: reviewer, department: reviewers, role: "office"),
      YearPerson(name: leader, department: "校领导", role: "leader"),
    ]
  }

  /// What is done, by day.
  static let days: [(day: String, acts: [YearAct])] = [
    ("2020-07-20", opening),
    ("2020-07-24", [.reports(july, corrections: julyCorrection, misspelt: "系团委")]),
    (
      "2020-07-25",
      [
        .reports([
          YearAnswer(department: "校团委", item: "5.3", files: ["规范.pdf"]),
          YearAnswer(department: "校团委", item: "7.1", files: ["规范.pdf"]),
        ]),
        .sustain("2.3", by: "刘同学"),
      ]
    ),
    ("2020-07-27", [.review(julyReview, by: reviewer)]),
    ("2020-07-28", julyRequests),
    (
      "2020-07-30",
      meeting("2020-07", item: "9.1", due: "2020-08-20") + [
        .raiseGap(text: "各系佐证格式不一", item: "2.1", owner: "系团委", due: "2020-08-25", by: office)
      ]
    ),
    ("2020-08-01", [.seal("2020-07", by: office)]),
    (
      "2020-08-03",
      [
        .command(["list", "update", "更正.md", "--reason", "省更正通知"], by: reviewer),
        .confirm("10.2", reason: "已核对更正通知", by: office),
      ]
    ),
    (
      "2020-08-10",
      [
        .reopen("1.2", finding: "照片看不出人数", basis: "八月检查", due: "2020-08-31", by: reviewer)
      ]
    ),
    ("2020-08-20", [.reports(august)]), ("2020-08-24", [.review(augustReview, by: reviewer)]),
    (
      "2020-08-28",
      meeting("2020-08", item: "6.2", due: "2020-09-20") + [
        .settle("2020-08", number: 2, result: "格式已印发", by: office),
        .voidEvidence(item: "2.1", index: 1, reason: "上传错文件", by: "陈老师"),
        .resolveGap(1, words: "格式已统一", by: office),
      ]
    ),
    ("2020-09-01", [.seal("2020-08", by: office)]), ("2020-09-08", september),
    ("2020-09-20", [.reports(lastReports)]), ("2020-09-24", [.review(lastReview, by: reviewer)]),
    ("2020-09-28", meeting("2020-09", item: "2.2", due: "2020-10-10")),
    ("2020-10-01", [.seal("2020-09", by: office)]),
    (
      "2020-10-08",
      [
        .reports([
          YearAnswer(
            department: "学工部", item: "9.2", note: "十月党委会已听取汇报", files: ["党委会纪要10.pdf"]),
          YearAnswer(
            department: "校学生会", item: "2.3", note: "十月接待日收集意见12条", files: ["接待日10.pdf"]),
        ])
      ]
    ),
    ("2020-10-12", []),
  ]

  /// The days at whose end every paper is compared, with the month that the papers are of.
  static let months = [
    "2020-08-01": "2020-07", "2020-09-01": "2020-08", "2020-10-01": "2020-09",
    "2020-10-12": "2020-10",
  ]

  /// The months whose meeting was held.
  static let monthsMet: Set = ["2020-07", "2020-08", "2020-09"]

  private static var opening: [YearAct] {
    [
      .command(
        ["member", "add", administrator, "--department", "网络中心", "--role", "administrator"],
        by: reviewers)
    ] + people.map { .addMember($0, by: administrator) } + [.importPlan(by: office)]
      + ["2.3", "3.1", "4.1", "4.2", "5.2"].map {
        .confirm($0, reason: "与原件核对一致", by: office)
      } + [
        .correct("9.2", field: "deadline", value: "每月25日前", reason: "领导小组会议明确", by: office),
        .correct("7.1", field: "deadline", value: "2020年6月", reason: "与任务列表一致", by: office),
      ]
  }

  private static let julyCorrection: [YearAct] = [
    .correct(
      "4.1", field: "content", value: "制定工作指引，明确学生会工作人员遴选条件", reason: "文字更正", by: office)
  ]

  /// Departments by name and items in order, as sheets lie in a folder.
  private static let july: [YearAnswer] = [
    YearAnswer(department: "党政办", item: "9.1", note: "已起草联席会议制度"),
    YearAnswer(
      department: "学工部", item: "4.1", note: "条件已征求意见", files: ["遴选条件.pdf"],
      number: "南工学〔2020〕6号", summary: "遴选条件已于7月20日印发。"),
    YearAnswer(
      department: "学工部", item: "8.1", files: ["评议办法.pdf", "评议会名单.txt"],
      summary: "评议办法已于7月15日印发。"),
    YearAnswer(department: "教务处", item: "8.2", note: "正在修订评奖办法"),
    YearAnswer(
      department: "校团委", item: "1.1", note: "方案经党委会通过", files: ["实施方案.pdf"],
      number: "南工职党〔2020〕21号", measure: 1, summary: "推进计划已于6月报送。"),
    YearAnswer(
      department: "校团委", item: "1.2", files: ["动员会.jpg"], summary: "动员会已于7月15日召开。"),
    YearAnswer(department: "校团委", item: "3.1", files: ["规模指引.pdf"], summary: "机构和规模的指引已印发。"),
    YearAnswer(department: "校团委", item: "5.3", note: "候选人名册已建立"),
    YearAnswer(department: "校团委", item: "7.1", note: "制度初稿完成"),
    YearAnswer(department: "校学生会", item: "2.3", note: "接待日收集意见32条", files: ["接待日7.pdf"]),
    YearAnswer(
      department: "校学生会", item: "3.1", files: ["岗位表.txt"], summary: "岗位已压减。", isSecond: true),
    YearAnswer(department: "系党支部", item: "5.1", note: "推荐办法已讨论", files: ["推荐办法.pdf"]),
    YearAnswer(department: "系团委", item: "2.1", files: ["架构图.pdf"]),
    YearAnswer(department: "系团委", item: "5.2", files: ["遴选程序.pdf"], summary: "遴选程序已于7月18日印发。"),
    YearAnswer(department: "系学生会", item: "2.2", note: "班级联系人已确定"),
  ]

  private static let julyReview = [
    YearDecision(item: "1.1", closes: true, words: "同意销号"),
    YearDecision(item: "1.2", closes: true, words: "同意销号"),
    YearDecision(item: "3.1", closes: true, words: "同意销号"),
    YearDecision(item: "4.1", closes: false, words: "缺成绩排名的认定办法"),
    YearDecision(item: "5.2", closes: true, words: "同意销号"),
    YearDecision(item: "8.1", closes: true, words: "同意销号"),
  ]

  private static let julyRequests: [YearAct] = [
    .askForTime(
      "7.2", until: "2020-09-30", reason: "培训推迟到开学", progress: "教师已确定", by: "李老师"),
    .askForTime(
      "7.3", until: "2020-09-30", reason: "等待上级文件", progress: "初稿完成", by: "王老师"),
    .answerRequest("7.2", grants: true, words: "七月例会同意", by: reviewer),
    .answerRequest("7.3", grants: false, words: "理由不足", by: reviewer),
  ]

  private static let august: [YearAnswer] = [
    YearAnswer(department: "学工部", item: "4.1", files: ["认定办法.pdf"], summary: "遴选条件和认定办法已印发。"),
    YearAnswer(department: "学工部", item: "7.3", files: ["约束机制.pdf"], summary: "约束机制已于8月10日印发。"),
    YearAnswer(department: "学工部", item: "9.2", note: "八月党委会已听取汇报", files: ["党委会纪要8.pdf"]),
    YearAnswer(department: "教务处", item: "8.2", files: ["评奖办法.pdf"], summary: "评奖办法已于8月12日印发。"),
    YearAnswer(
      department: "校团委", item: "1.2", files: ["签到表.pdf"], summary: "动员会到会37人，签到表见佐证。"),
    YearAnswer(department: "校团委", item: "5.1", summary: "产生方式已于8月15日印发。"),
    YearAnswer(department: "校团委", item: "7.1", summary: "从严治会制度已于8月5日印发。"),
    YearAnswer(department: "校团委", item: "7.2", note: "培训安排已发"),
    YearAnswer(department: "校团委", item: "10.2", files: ["任职文件.pdf"], summary: "1名专职副书记已明确。"),
    YearAnswer(department: "校学生会", item: "2.3", note: "八月接待日收集意见8条"),
    YearAnswer(
      department: "校学生会", item: "10.3", files: ["审核制度.pdf"], summary: "审核制度已于8月18日印发。"),
  ]

  private static let augustReview = ["1.2", "4.1", "5.1", "7.1", "7.3", "8.2", "10.2", "10.3"].map {
    YearDecision(item: $0, closes: true, words: "同意销号")
  }

  private static let september: [YearAct] = [
    .figures(on: "2020-09-05", by: office),
    .figure(name: "学代会日期", value: "2020-08-25", on: "2020-09-05", by: office),
    .texts(by: office),
    .exempt("6", reason: "新生学院暂不排名", by: reviewer),
    .remind("校学生会", by: office),
    .reply(1, words: "本月接待日照常举行", by: "刘同学"),
  ]

  private static let lastReports: [YearAnswer] = [
    YearAnswer(department: "党政办", item: "9.1", files: ["联席会议.pdf"], summary: "联席会议制度已于9月印发。"),
    YearAnswer(department: "学工部", item: "9.2", note: "九月党委会已听取汇报", files: ["党委会纪要9.pdf"]),
    YearAnswer(department: "校团委", item: "1.3", files: ["培训.pdf"], summary: "全员培训已于9月完成。"),
    YearAnswer(department: "校团委", item: "3.2", files: ["分流.pdf"], summary: "撤并和分流已于9月完成。"),
    YearAnswer(department: "校团委", item: "5.3", summary: "候选人来自6个系。"),
    YearAnswer(department: "校团委", item: "6.1", files: ["名额.pdf"], summary: "代表名额办法已印发。"),
    YearAnswer(department: "校团委", item: "6.2", files: ["大会.pdf"], summary: "学代会已于8月25日召开。"),
    YearAnswer(department: "校团委", item: "7.2", files: ["培养.pdf"], summary: "培养机制已于9月印发。"),
    YearAnswer(department: "校团委", item: "10.1", files: ["汇报.pdf"], summary: "重大事项已向党委汇报。"),
    YearAnswer(department: "校学生会", item: "1.4", files: ["报送.pdf"], summary: "实施方案已报送。"),
    YearAnswer(department: "校学生会", item: "2.3", note: "九月接待日收集意见15条"),
    YearAnswer(department: "校学生会", item: "7.4", files: ["章程.pdf"], summary: "章程已于9月修订。"),
    YearAnswer(department: "系团委", item: "2.1", files: ["架构图二.pdf"], summary: "两级架构已理顺。"),
    YearAnswer(department: "系团委", item: "4.2", files: ["筛选.pdf"], summary: "换届筛选已于9月完成。"),
  ]

  private static let lastReview = [
    "1.3", "1.4", "2.1", "3.2", "4.2", "5.3", "6.1", "6.2", "7.2", "7.4", "9.1", "10.1",
  ].map { YearDecision(item: $0, closes: true, words: "同意销号") }

  private static func meeting(_ month: String, item: String, due: String) -> [YearAct] {
    [
      .openMeeting(month, by: office),
      .attend(month, [reviewer, "王老师", "李老师"], by: office),
      .decide(month, item: item, text: "抓紧办理第\(item)项", owner: "校团委", due: due, by: office),
      .decide(month, item: "", text: "统一佐证格式", owner: "校团委", due: due, by: office),
    ]
  }

  /// What a file holds, by its name.
  static func content(of file: String) -> [UInt8] {
    file.hasSuffix(".pdf")
      ? Array("%PDF-1.4 \(file)".utf8)
      : file.hasSuffix(".jpg") ? [0xFF, 0xD8, 0xFF, 0xE0] + Array(file.utf8) : Array(file.utf8)
  }

  static let figures = """
    | 名称 | 数值 |
    |---|---|
    | 承担行政职能 | 否 |
    | 主席团加工作部门 | 是 |
    | 工作人员 | 31 |
    | 主席团成员 | 5 |
    | 工作部门 | 6 |
    | 党团员 | 31 |
    | 代表 | 167 |
    | 学生总数 | 12800 |
    | 来自院系 | 21 |
    | 工作人员@机电系 | 25 |
    | 主席团成员@机电系 | 3 |

    """

  static let texts = """
    # 文稿

    ## 成效

    学生会组织改革取得实效，工作人员精简到31人。

    ## 下一步

    巩固改革成果，坚持每月接待日。

    """
}
