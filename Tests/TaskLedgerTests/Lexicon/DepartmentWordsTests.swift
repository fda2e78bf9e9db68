import TaskLedger
import Testing

/// What a cell of departments holds besides names: places kept free, boxes, persons, lists in brackets.
///
/// Source: product description, The plan against the list (vague departments), and what offices write
/// into this column.
struct DepartmentWordsTests {
  @Test(arguments: [
    "选择一项。", "请选择部门", "单击此处输入文字", "点击此处输入文字。", "(填写部门名称)", "下拉选择", "待定", "（待定）", "【待明确】",
    "待确定", "待落实", "暂无", "无", "空", "N/A", "n/a", "TBD", "另行确定", "见备注", "部门名称", "____", "＿＿＿", "……",
    "—", "－－", "/", "*", "□", "××部门", "ＸＸ处", "某某学院", "某部门", "×××", "○○单位", "", " \n ",
    "（××单位）",
  ])
  func `words that only keep a place name nobody`(words: String) {
    #expect(DepartmentNames.isPlaceholder(words))
  }

  @Test(arguments: [
    "校团委", "无线电工程系", "无锡校区", "空港学院", "某校团委", "待业青年服务中心", "暂行办公室", "另类音乐社", "见义勇为基金会",
    "教务处（待定）", "各单位", "相关部门", "单位团委", "部门工会", "选课中心", "请愿办公室",
  ])
  func `a name with a sign of such words is a name`(words: String) {
    #expect(!DepartmentNames.isPlaceholder(words))
  }

  @Test(
    arguments: [
      "校团委", "学工部", "教务处", "党政办", "信息工程系", "马克思主义学院", "校学生会", "图书馆", "教研室", "财务科", "体育组", "高教研究所",
      "保卫处（武装部）", "组织人事处(党校)", "心理健康教育中心", "第一党支部", "各系团总支", "各年级", "学生社团", "校电视台",
      "校广播台", "共青团", "校机关", "各基层", "校团委等", "各二级学院", "责任单位", "有关部门",
    ])
  func `a name ends as departments and bodies of a school do`(name: String) {
    #expect(DepartmentNames.looksLikeDepartment(name))
  }

  @Test(arguments: [
    "张三", "2020年6月", "6月30日前", "待定", "选择一项", "", "处", "部", "全体学生干部培训工作", "主席团成员", "校团委：学工部",
    "学工部，校团委",
    "学工部=校团委", "校团委—学工部", "3个部", "某某部", "××处", "长期坚持", "立行立改", "(部)",
    "一二三四五六七八九十一二三四五六七八九十部",
  ])
  func `dates, persons, sentences and places kept free do not look like one`(words: String) {
    #expect(!DepartmentNames.looksLikeDepartment(words))
  }

  @Test(arguments: [(18, true), (19, true), (20, false)])
  func `a name has twenty signs at most`(count: Int, isName: Bool) {
    #expect(
      DepartmentNames.looksLikeDepartment(String(repeating: "甲", count: count) + "部") == isName)
  }

  @Test(
    arguments: [
      ("□校团委 ☑学工部", ["学工部"]), ("☑校团委 □学工部", ["校团委"]), ("☑校团委□学工部■教务处", ["校团委", "教务处"]),
      ("□校团委 □学工部", []), ("☑校团委 √学工部 ☐教务处", ["校团委", "学工部"]), ("牵头：☑校团委 □学工部", ["校团委"]),
      ("□校团委\n☒学工部", ["学工部"]), ("校团委☑ 学工部□", ["校团委"]), ("校团委□、学工部☑、教务处☑", ["学工部", "教务处"]),
      ("校团委□ 学工部□ ", []), ("责任部门：☑校团委 □学工部", ["校团委"]),
      ("校团委、学工部", nil), ("☑校团委", nil), ("", nil),
    ] as [(String, [String]?)])
  func `of boxes those that are ticked count`(cell: String, names: [String]?) {
    let ticked = DepartmentNames.ticked(cell)
    #expect(ticked.map { DepartmentNames.read($0).all } == names)
  }

  @Test(
    arguments: [
      ("校团委（学工部、教务处）", ["校团委", "学工部", "教务处"]), ("校团委(学工部,教务处)", ["校团委", "学工部", "教务处"]),
      ("各系【机电系；护理系】", ["各系", "机电系", "护理系"]), ("（学工部、教务处）", ["学工部", "教务处"]),
      ("校团委（下设：组织部、宣传部、办公室）", ["校团委", "组织部", "宣传部", "办公室"]),
      ("校团委（含组织部、宣传部）", ["校团委", "组织部", "宣传部"]), ("校团委（学工部、相关部门）", ["校团委", "学工部", "相关部门"]),
      ("校团委（张三、李四）", nil), ("校团委（学工部、张三）", nil), ("党政办（组织、宣传）", nil), ("总务处（校安办）", nil),
      ("校团委（学工部、教务处）等", nil), ("校团委", nil), ("）", nil), ("", nil),
    ] as [(String, [String]?)])
  func `a bracket of departments alone is a list`(name: String, names: [String]?) {
    #expect(DepartmentNames.bracketedList(name) == names)
  }

  @Test(arguments: [
    ("校团委（责任人：张三）", ["校团委"], ["张三"]), ("校团委（联系人: 李 四 ）", ["校团委"], ["李 四"]),
    ("校团委（负责人：张三）学工部（负责人：李四）", ["校团委", "学工部"], ["张三", "李四"]),
    ("校团委【经办人：王五】、教务处", ["校团委", "教务处"], ["王五"]), ("校团委〔分管领导：赵六〕", ["校团委"], ["赵六"]),
    ("校团委（校安办）", ["校团委（校安办）"], []), ("校团委", ["校团委"], []),
  ])
  func `a person in brackets answers for the department and is no part of its name`(
    cell: String, names: [String], persons: [String]
  ) {
    #expect(DepartmentNames.read(cell).all == names)
    #expect(DepartmentNames.persons(in: cell) == persons)
  }

  @Test(arguments: [
    ("校团委（具体由张三负责）", true), ("校团委（电话:1234）", true), ("校团委（张）", false), ("校团委（诸葛孔明）", true),
    ("校团委（诸葛孔明先）", false), ("校团委（A1）", false), ("校团委（书记）", false), ("教务处（西区）", false),
    ("（张三）", false), ("校团委（张三）等", false), ("校团委（南校区）", false),
  ])
  func `two to four signs of a name in a bracket are a person`(name: String, isPerson: Bool) {
    #expect(DepartmentNames.holdsPerson(name) == isPerson)
  }
}

/// Who leads and who supports, however the cell says it.
///
/// Source: product description, Sheets (an item of several leads goes to each of them): who leads
/// decides who is asked, so that a word read the wrong way round asks the wrong department.
struct DepartmentRoleTests {
  typealias Row = DepartmentCell

  /// A cell in which everything is parted by white space alone is read as one with marks.
  static let spaced: [Row] = [
    Row("校团委 牵头 学工部 配合", ["校团委"], ["学工部"]),
    Row("校团委 学工部 牵头 教务处 配合", ["校团委", "学工部"], ["教务处"]),
    Row("校团委 牵头、学工部 配合", ["校团委"], ["学工部"]),
    Row("牵头单位 校团委 配合单位 学工部", ["校团委"], ["学工部"]),
    Row("牵头 校团委 配合 学工部 教务处", ["校团委"], ["学工部", "教务处"]),
    Row("配合单位 学工部 牵头单位 校团委", ["校团委"], ["学工部"]),
    Row("牵头单位\u{3000}校团委\n配合单位\u{3000}学工部、教务处", ["校团委"], ["学工部", "教务处"]),
    Row("牵头部门\n校团委\n协办部门\n学工部\n教务处", ["校团委"], ["学工部", "教务处"]),
  ]

  @Test(arguments: spaced)
  func `roles parted from names by white space belong to the right ones`(row: Row) {
    let found = DepartmentNames.read(row.cell)
    #expect(found.lead == row.lead)
    #expect(found.supporting == row.supporting)
  }

  static let marked: [Row] = [
    Row("主办：校团委；协办：学工部", ["校团委"], ["学工部"]),
    Row("协办单位：学工部；主办单位：校团委", ["校团委"], ["学工部"]),
    Row("【牵头】校团委【配合】学工部、教务处", ["校团委"], ["学工部", "教务处"]),
    Row("校团委（配合单位：学工部、教务处）", ["校团委"], ["学工部", "教务处"]),
    Row("校团委（学工部、教务处配合）", ["校团委"], ["学工部", "教务处"]),
    Row("校团委（牵头）学工部（配合）教务处（配合）", ["校团委"], ["学工部", "教务处"]),
    Row("校团委〔牵头〕、学工部", ["校团委"], ["学工部"]),
    Row("学工部（配合）、校团委", ["校团委"], ["学工部"]),
    Row("学工部(辅) 校团委(主)", ["校团委"], ["学工部"]),
    Row("校团委（牵头单位）、学工部（配合单位）", ["校团委"], ["学工部"]),
    Row("校团委牵头负责，学工部协助落实", ["校团委"], ["学工部"]),
    Row("校团委统筹，各系团总支参与", ["校团委"], ["各系团总支"]),
    Row("校团委牵头，会同学工部", ["校团委"], ["学工部"]),
    Row("由校团委会同学工部负责", ["校团委"], ["学工部"]),
    Row("校团委牵头组织，学工部参与", ["校团委"], ["学工部"]),
    Row("校团委牵头组织实施，学工部协助", ["校团委"], ["学工部"]),
    Row("校团委牵头组织部配合", ["校团委"], ["组织部"]),
    Row("校团委牵头，组织部配合", ["校团委"], ["组织部"]),
    Row("主要责任单位：校团委；次要责任单位：学工部", ["校团委"], ["学工部"]),
    Row("校团委（主要责任单位）、学工部", ["校团委"], ["学工部"]),
    Row("校团委|学工部", ["校团委", "学工部"], []),
    Row("校团委（牵头）｜学工部", ["校团委"], ["学工部"]),
    Row("由校团委会同学工部、教务处负责", ["校团委"], ["学工部", "教务处"]),
    Row("校团委会同学工部、教务处、科研处负责", ["校团委"], ["学工部", "教务处", "科研处"]),
    Row("校团委会同学工部；教务处负责", ["校团委", "教务处"], ["学工部"]),
    Row("校团委、学工部共同牵头，教务处配合", ["校团委", "学工部"], ["教务处"]),
    Row("由校团委负责、由学工部配合", ["校团委"], ["学工部"]),
    Row("第一责任部门：校团委；第二责任部门：学工部；第三责任部门：教务处", ["校团委"], ["学工部", "教务处"]),
    Row("责任单位：校团委；配合单位：学工部", ["校团委"], ["学工部"]),
    Row("校团委、学工部按职责分工负责", ["校团委", "学工部"]),
    Row("校团委、教务处依职责落实", ["校团委", "教务处"]),
    Row("校团委&学工部＆教务处", ["校团委", "学工部", "教务处"]),
    Row("校团委\\学工部", ["校团委", "学工部"]),
    Row("校团委。学工部", ["校团委", "学工部"]),
    Row("以及校团委和学工部", ["校团委", "学工部"]),
    Row("党委和校团委", ["党委和校团委"]),
    Row("校团委与学工部及教务处", ["校团委", "学工部", "教务处"]),
    Row("校团委及各系", ["校团委", "各系"]),
    Row("校团委等", ["校团委", "等"]),
    Row("校团委等有关单位", ["校团委", "等有关单位"]),
    Row("校团委、（牵头）学工部", ["学工部"], ["校团委"]),
    Row("校 团 委、学 工 部", ["校团委", "学工部"]),
    Row("校\u{3000}团\u{3000}委", ["校团委"]),
    Row("·、—、校团委", ["校团委"]),
    Row("校团委、学工部、校团委", ["校团委", "学工部"]),
    Row("校团委牵头、校团委配合", ["校团委"]),
    Row("校团委：学工部", ["校团委", "学工部"]),
    Row("相关部门：学工部", ["学工部"]),
    Row("落实单位：校团委；学工部", ["校团委", "学工部"]),
    Row("校团委主要负责，学工部配合", ["校团委"], ["学工部"]),
    Row("校团委具体负责", ["校团委"]),
    Row("校团委负责牵头，学工部负责配合", ["校团委"], ["学工部"]),
    Row("以校团委为主，学工部积极配合", ["校团委"], ["学工部"]),
    Row("校团委（总牵头）、学工部", ["校团委"], ["学工部"]),
    Row("牵头单位为校团委，配合单位为学工部", ["校团委"], ["学工部"]),
    Row("校团委是牵头单位，学工部是配合单位", ["校团委"], ["学工部"]),
    Row("校团委牵头，学工部、教务处等部门配合", ["校团委"], ["学工部", "教务处", "等部门"]),
    Row("学工部和教务处等有关单位参与", [], ["学工部", "教务处", "等有关单位"]),
    Row("校团委、学工部（共同牵头）、教务处", ["校团委", "学工部"], ["教务处"]),
    Row("组织部、宣传部、统战部（牵头：组织部）", ["组织部"], ["宣传部", "统战部"]),
    Row("责任单位（牵头）：校团委；责任单位（配合）：学工部", ["校团委"], ["学工部"]),
  ]

  @Test(arguments: marked)
  func `marks, brackets and joining words are read as offices use them`(row: Row) {
    let found = DepartmentNames.read(row.cell)
    #expect(found.lead == row.lead)
    #expect(found.supporting == row.supporting)
  }

  /// A general word with what stands before and behind it.
  @Test(arguments: [
    "与各部门", "和有关单位", "及相关部门", "学院各职能部门", "全校各单位", "所有部门", "全体人员", "若干部门", "上述单位", "牵头部门", "配合单位",
    "协办单位", "主责部门", "对应处室", "各级组织", "相关业务部门", "有关各单位", "各有关方面等", "涉及部门", "具体部门", "实施单位", "多部门",
    "各方",
    "单位（部门）", "其它部门", "全院各部处", "有关学院", "相关学院", "涉及学院", "及相关院系", "各有关二级学院",
  ])
  func `nobody can be held to a general word`(name: String) {
    #expect(DepartmentNames.isGeneric(name))
  }

  @Test(
    arguments: [
      "人事部门", "团学组织", "各系", "全校学生", "学院", "学校", "学校团委", "校内维稳办", "业务科", "若干", "主管校领导", "各班团支部",
      "对外联络部门",
      "研究生培养单位", "后勤服务机构",
    ])
  func `what is named is no general word`(name: String) {
    #expect(!DepartmentNames.isGeneric(name))
  }

  @Test(arguments: [
    (Row("★ 校团委\n☆ 学工部", ["校团委"], ["学工部"]), true),
    (Row("■校团委 □学工部 □教务处", ["校团委"], ["学工部", "教务处"]), true),
    (Row("●校团委 ●学工部", ["校团委", "学工部"]), false), (Row("●校团委 学工部", ["校团委", "学工部"]), true),
    (Row("★校团委 ★学工部", ["校团委", "学工部"]), true), (Row("※校团委、※学工部", ["校团委", "学工部"]), false),
    (Row("校团委#、学工部", ["校团委", "学工部"]), true), (Row("➢ 校团委\n➢ 学工部", ["校团委", "学工部"]), false),
    (Row("1、校团委 2、学工部", ["校团委", "学工部"]), false), (Row("１．校团委\n２．学工部", ["校团委", "学工部"]), false),
    (Row("⑴校团委⑵学工部", ["校团委", "学工部"]), false), (Row("校团委（★）", ["校团委（★）"]), true),
  ])
  func `signs before names divide, count or make the cell doubtful`(row: Row, isDoubtful: Bool) {
    let found = DepartmentNames.readMarked(row.cell)
    #expect(found.assignment.lead == row.lead)
    #expect(found.assignment.supporting == row.supporting)
    #expect(found.isDoubtful == isDoubtful)
  }
}

/// One function decides which names are one department.
///
/// Source: product description, Days and counts (departments are the same when the directory says so).
struct DepartmentIdentityTests {
  let directory = DepartmentDirectory([
    .init(name: "学工部", aliases: ["学生处", "　", "校团委"]),
    .init(name: "校团委", aliases: ["团委", "学生处"]),
    .init(name: "机电系", aliases: ["机电工程系"], hasUnion: true), .init(name: "护理系", hasUnion: true),
  ])

  @Test(arguments: [
    ("学工部", "学生处", true), ("学 工 部", "学工部", true), ("学工部（办公室）", "学生处", true), ("校团委", "团委", true),
    ("学工部", "校团委", false), ("教务处", "教 务 处", true), ("ＡＢ处", "AB处", true), ("教务处", "教务科", false),
    ("学生处", "校团委", false), ("", "　", true), ("教务处（南区）", "教务处", false),
  ])
  func `two names are one department when the directory says so`(
    left: String, right: String, isSame: Bool
  ) {
    #expect(directory.isSame(left, right) == isSame)
    #expect(directory.isSame(right, left) == isSame)
    #expect((directory.identity(of: left) == directory.identity(of: right)) == isSame)
  }

  @Test func `a department's own name is never taken by another's alias`() {
    #expect(directory.canonical("校团委") == "校团委")
    #expect(directory.canonical("学生处") == "学工部")
    #expect(directory.canonical("　") == nil)
  }

  @Test func `only departments of studies have a union`() {
    #expect(directory.unions == ["机电系", "护理系"])
  }

  @Test func `a lead that is named again below supports nobody`() {
    let resolved = directory.resolve(
      DepartmentAssignment(lead: ["机电工程系", "机电系"], supporting: ["机电系", "团委", "校团委", "财务处"]))
    #expect(resolved.lead == ["机电系"])
    #expect(resolved.supporting == ["校团委", "财务处"])
    #expect(resolved.all == ["机电系", "校团委", "财务处"])
  }
}
