/// Words by which the columns and rows of a plan's table are told apart (表格用语).
extension PlanPhrases {
  /// Parts of headings with what the column probably holds; the first that a heading holds counts.
  package static let headingStems: [(stem: String, role: ColumnRole)] = [
    ("序号", .ordinal), ("编号", .ordinal),
    ("牵头", .lead), ("主责", .lead), ("主抓", .lead), ("主办", .lead),
    ("配合", .supporting), ("协办", .supporting), ("协同", .supporting), ("协助", .supporting),
    ("参与", .supporting), ("协作", .supporting), ("会同", .supporting),
    ("责任人", .person), ("负责人", .person), ("领导", .person), ("责任者", .person),
    ("同志", .person),
    ("联系人", .person), ("人员", .person), ("经办人", .person), ("承办人", .person),
    ("时限", .deadline), ("期限", .deadline), ("时间", .deadline), ("节点", .deadline),
    ("日期", .deadline), ("限期", .deadline), ("进度", .deadline), ("截止", .deadline),
    ("部门", .departments), ("单位", .departments), ("科室", .departments), ("处室", .departments),
    ("主体", .departments), ("责任分工", .departments), ("分工", .departments),
    ("归口", .departments), ("经办", .departments), ("承办", .departments), ("谁", .departments),
    ("依据", .basis), ("来源", .basis), ("出处", .basis),
    ("怎么", .measures), ("如何", .measures), ("措施", .measures), ("举措", .measures), ("做法", .measures),
    ("路径", .measures),
    ("备注", .remark), ("说明", .remark),
    ("条款", .content), ("内容", .content), ("事项", .content), ("要求", .content),
    ("要点", .content), ("问题", .content), ("目标", .content),
    ("任务", .task), ("类别", .task), ("领域", .task), ("方面", .task), ("板块", .task),
    ("项目", .task), ("模块", .task),
  ]

  /// Parts of the headings of columns that say how the work stands and not what it is.
  package static let statusStems = [
    "完成情况", "进展", "成效", "状态", "佐证", "实际", "落实情况", "推进情况", "是否", "自评", "得分", "评分", "核查",
    "验收", "销号", "下一步", "存在困难", "附件", "材料", "电话", "邮箱", "姓名", "职务", "签字", "盖章",
  ]

  /// Endings of headings that name a limit, also of what is a state.
  package static let limitEndings = ["时限", "期限", "限期"]

  /// Parts of the heading of a deadline that was replaced by another.
  package static let formerStems = [
    "原定", "原计划", "原时限", "原完成", "调整前", "变更前", "修订前", "修改前", "延期前", "上年", "去年", "初步",
    "试点",
  ]

  /// Parts of the heading of a day of the year or the step before that of the work.
  package static let earlierStems = ["上年度", "上年", "去年", "初步", "试点"]

  /// How a date cell of an English format names its month, folded.
  package static let englishMonths = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Headings that name the beginning of a period alone, beside one that names its end.
  package static let startHeadings: Set<String> = ["起", "自", "始", "从"]

  /// Headings that name the end of a period, below one that names the period.
  package static let endHeadings: Set<String> = [
    "止", "至", "终", "迄", "讫", "完成", "结束", "截止", "办结", "终止", "完工",
  ]

  /// What the heading of a column begins with that another replaced.
  package static let formerBeginnings = ["原", "旧", "调整前", "变更前", "修订前", "修改前"]

  /// Parts of the heading of a deadline that replaced another.
  package static let laterStems = [
    "调整后", "变更后", "修订后", "修改后", "延期后", "延期至", "调整为", "变更为", "新时限", "新完成", "现定", "最新",
    "(修订", "(调整", "(变更", "(修改", "(延期",
  ]

  /// Parts of the heading of persons who answer for others that do the work.
  package static let leaderStems = ["领导", "分管"]

  /// Parts of the heading of persons who do the work.
  package static let doerStems = ["责任人", "负责人", "责任者", "经办人", "承办人"]

  /// Words before a day that replaced another, in a cell.
  package static let laterVerbs = ["调整到", "推迟到", "推迟至", "延至", "延到", "改为", "改到", "顺延至"]

  /// The word that makes a later day a possibility.
  package static let mayWord = "可"

  /// How words end that bind a deadline to an event: 学代会前.
  package static let eventEndings: Set<Character> = ["前", "后", "内", "时"]

  /// Words between 同上 and what is added to it.
  package static let addingWords = ["包括", "包含", "另外", "另加", "增加", "并", "另", "含", "加"]

  /// Words that give a later day only to what is late or cannot be done.
  package static let laterConditions = [
    "逾期", "超期", "未完成", "未按期", "若", "如有", "如遇", "如需", "确需", "确有", "特殊情况",
  ]

  /// How words about a day that was replaced begin.
  package static let formerWord = "原"

  /// Signs between the parts of a heading for two things, such as 责任单位及责任人.
  package static let headingJoiners: Set<Character> = [
    "及", "和", "与", "/", "、", "(", "+", "&", "\n",
  ]

  /// Beginnings of rows that are filled in by hand and are no items.
  package static let formWords = [
    "填表人", "填报人", "制表人", "制表", "审核人", "审批人", "复核人", "经办人", "填表时间", "填表日期", "填报时间", "填报日期",
    "填报单位", "负责人签字", "负责人(签字)", "负责人签名", "分管领导签字", "单位负责人", "部门负责人(", "领导签字", "签字:", "签名:",
    "部门意见:", "单位意见:", "分管领导意见", "主要领导意见", "校领导意见", "领导意见:", "审核意见:", "审批意见:",
    "盖章", "(盖章)", "单位(盖章)", "联系人:", "联系电话", "日期:", "年月日",
  ]

  /// What stands before who signs in a row of several: 编制：张丽 | 审核：王强.
  private static let signerWords = [
    "编制", "制表", "填表", "填报", "拟稿", "核稿", "校对", "审核", "复核", "审批", "批准", "签发", "经办人",
  ]

  /// What may stand beside them, and elsewhere before who answers for an item.
  private static let signerTitles = [
    "主管领导", "主管校领导", "分管领导", "分管校领导", "部门负责人", "部门领导", "单位负责人", "日期",
  ]

  /// Whether folded cells say who signs, each with its label: 主管领导：周明远 | 审核：王强 | 制表：张丽.
  package static func areSigners(_ cells: [String]) -> Bool {
    let labels = cells.map { cell in
      cell.count <= 20 ? cell.firstIndex(of: ":").map { cell[..<$0] } ?? "" : ""
    }
    return cells.count >= 2
      && labels.contains { label in signerWords.contains { label.hasPrefix($0) } }
      && labels.allSatisfy { label in
        (signerWords + signerTitles).contains { label.hasPrefix($0) } && label.count <= 8
      }
  }

  /// How what is filled in by hand is signed: 填报人签字：.
  private static let signings = ["签字", "签名", "签章", "盖章"]

  /// Whether a folded cell is filled in by hand below a table: 填表人：张三.
  package static func isFormEntry(_ words: String) -> Bool {
    formWords.contains { word in
      guard words.hasPrefix(word) else { return false }
      var rest = words.dropFirst(word.count)
      if let signing = signings.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(signing.count)
      }
      return word.hasSuffix(":") || rest.isEmpty || rest.first == ":" || rest.first == "("
        || rest.allSatisfy { "_.-年月日".contains($0) }
    }
  }

  /// Signs behind a letter whose meaning a legend says: A表示牵头, B—配合, R（负责）.
  package static let meaningSigns: Set<Character> = [
    "表", "为", "是", "代", "指", ":", "：", "=", "＝", "-", "—", "–", "(", "（", "牵", "主", "配", "协", "负",
  ]

  /// The label of the day on which a form was filled in, beside it.
  package static let dayOfForm = "日期"

  /// Beginnings of notes to a table.
  package static let noteBeginnings = [
    "注:", "注1", "备注:", "说明:", "填表说明", "填报说明", "附注", "注意", "※", "*注", "图例", "以下空白", "(以下空白",
    "以下无正文", "(以下无正文", "此页无正文", "(此页无正文",
  ]

  /// What begins a row that explains the signs of a table.
  package static let legendWord = "图例"

  /// Whether folded words begin a note to a table.
  package static func isNote(_ words: String) -> Bool {
    noteBeginnings.contains { words.hasPrefix($0) }
  }

  /// Headings of a time from one day to another, whose cells may be two.
  package static let spanHeadings = ["起止", "起讫", "始末", "时间段"]

  /// Headings of where something is or how it stands, before which nothing is to be done.
  package static let placeStems = ["状况", "现状", "点位", "地点", "区域", "位置", "楼栋", "校区"]

  /// What stands in the first cell of a row that shows how others are filled in.
  package static let sampleWords: Set<String> = [
    "示例", "例", "样例", "范例", "例如", "举例", "填写示例", "填报示例", "示例行", "样表",
  ]

  /// How the words of such a row begin.
  package static let sampleBeginnings = ["如:", "例:", "例如:", "示例:", "样例:", "范例:"]

  /// Rows of the signs that number columns.
  package static let columnNumbers: [[String]] = [
    "甲乙丙丁戊己庚辛壬癸".map(String.init), "ABCDEFGHIJKLMNOPQRST".map(String.init),
    "①②③④⑤⑥⑦⑧⑨⑩".map(String.init), "一二三四五六七八九十".map(String.init),
  ]

  /// Signs that tick a cell.
  package static let ticks: Set<Character> = [
    "√", "✓", "✔", "☑", "☒", "●", "○", "◎", "■", "★", "☆", "▲", "△", "◆", "◇", "▪", "•", "*", "V",
    "v", "是", "有",
    "✅", "🗸", "1",
  ]

  /// Signs before the lines of a list.
  package static let bullets: Set<Character> = [
    "●", "○", "■", "◆", "▪", "•", "·", "-", "★", "➢", "※", "—", "–", "－", "―", "☆", "▲", "△", "◇",
    "□", "▶", "►",
    "✓", "✔", "√", "*", "＊", "▫", "◦", "‣", "➤", "・", "+",
    // The bullets of Wingdings and Symbol.
    "\u{F0B7}", "\u{F0D8}", "\u{F06C}", "\u{F06E}", "\u{F075}", "\u{F0FC}", "\u{F0A7}",
  ]

  /// Signs that leave a cell unticked.
  package static let unticked: Set<Character> = [
    "□", "☐", "×", "✗", "✘", "-", "—", "/", "否", "无", "0",
  ]

  /// Signs that mark the department in the lead, when others only take part.
  package static let leadMarks: Set<Character> = ["▲", "★", "●", "◎", "■", "◆", "主", "牵"]

  /// Signs and words that mark a department that takes part.
  package static let supportMarks: Set<Character> = [
    "△", "☆", "○", "□", "◇", "配", "协", "√", "✓", "✔",
  ]

  /// The words of a legend for the lead.
  package static let leadWords = ["牵头", "主责", "主办", "负责"]

  /// The words of a legend for those who take part.
  package static let supportWords = ["配合", "协办", "协同", "参与", "协助"]

  /// What marks the department in the lead in a cell that a table of marks gives.
  package static let leadSuffix = "（牵头）"

  /// What marks a department that takes part in such a cell.
  package static let supportSuffix = "（配合）"

  /// How the heading of a period ends.
  package static let periodEndings: Set<Character> = ["月", "份", "度", "年", "旬", "期", "底", "末"]

  /// Signs between the names of a cell for departments and persons.
  package static let pieceSeparators: Set<Character> = [
    "、", "，", ",", "；", ";", "/", "(", ")", "（", "）",
  ]

  /// Signs between those who lead and those who take part, in a column for both.
  package static let halfSeparators: Set<Character> = ["/", "／", "；", ";", "\n"]

  /// Between the first and the last month of a run.
  package static let rangeSign = "至"

  /// Signs of a day or a period within words.
  package static let periodSigns: Set<Character> = ["日", "号", "旬", "月"]

  /// Parts of titles of tables and sheets that make them older than others.
  package static let olderWords = [
    "原方案", "原计划", "旧版", "旧稿", "初稿", "草案", "草稿", "征求意见稿", "讨论稿", "送审稿", "调整前", "修订前", "第一稿", "上年",
    "历史", "作废", "废止", "停用", "失效", "备份", "存档", "(旧)", "（旧）",
  ]

  /// Parts of titles of tables and sheets that make them newer than others.
  package static let newerWords = [
    "修订", "调整后", "修改后", "定稿", "正式稿", "终稿", "最终", "最新", "新版", "更正", "印发稿", "现行",
    "(新)", "（新）",
  ]

  /// Words in the title of a list that name a work of its own: 本科教学评估整改任务分工表.
  package static let workWords = [
    "改革", "整改", "评估", "巡察", "巡视", "审计", "审核", "创建", "行动", "认证", "督查", "治理",
  ]

  /// Words in the title of a list that do not say which work it is of.
  package static let commonTitleWords =
    planTitleWords + belowSchoolWords + [
      "深化", "改革", "整改", "专项", "行动", "任务", "工作", "重点", "实施", "落实", "推进", "分解", "分工", "责任", "进度",
      "年度", "学校", "本校", "校级", "自选", "自主", "特色", "新增", "补充", "其他", "一览", "问题", "反馈", "表",
    ]

  /// How titles of what was replaced begin, and of what replaced it; 创新任务清单 is neither.
  package static let olderBeginnings = ["原任务", "原清单", "原列表"]
  package static let newerBeginnings = ["新任务", "新清单", "新列表"]

  /// Parts of titles of tables and sheets of the departments below the school.
  package static let belowSchoolWords = ["院级", "系级", "院（系）级", "院(系)级", "二级学院", "学院级", "班级"]

  /// Signs in headings that say nothing: colons, stars, numbers of footnotes.
  package static let headingMarks: Set<Character> = [
    ":", "*", "★", "▲", "※", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "¹", "²", "³",
  ]

  /// The ground on which columns that a person named are confirmed.
  package static let columnsSettled = "导入时指明了栏目"
  /// A deadline after which the item goes on.
  static func goingOn(after deadline: String) -> String { "\(deadline)，并长期坚持" }
  /// Why a deadline was moved by a plan that was imported again.
  static let replanned = "按重新导入的方案"

  /// The names that programs give to sheets.
  package static let defaultSheetNames = ["sheet", "工作表", "表格", "表"]

  /// Words before a task in the title of a table: 任务一：…
  package static let taskWord = "任务"

  /// Endings of a section's title that count what follows: （2项）.
  package static let countedEndings = ["项)", "条)", "个)", "项任务)"]

  /// Words below a period that name a stage of the work.
  package static let stageWords = ["启动", "推进", "开展", "实施", "筹备", "部署", "动员", "持续", "进行", "开始"]

  /// The word for a stage of the work, behind its number.
  package static let stageWord = "阶段"

  /// Signs beside a number in a cell of its own.
  package static let numberSigns: Set<Character> = ["(", ")", "、", ".", "．", ","]

  /// The sign before the number of a stage.
  package static let ordinalSign: Character = "第"

  /// What stands between the name of a stage and its deadline.
  package static let stageJoiners: Set<Character> = [
    "：", ":", "，", ",", "、", "为", "是", "—", "-", "）", ")",
  ]

  /// The brackets around the deadline of a stage.
  package static let stageBrackets = (open: "（", close: "）")

  /// What leads to the number of a page in a table of contents.
  package static let leaders: Set<Character> = ["…", ".", "·", "⋯", "_", "\t", " "]

  /// Signs of a line that is the number of a page.
  package static let pageSigns: Set<Character> = ["第", "页", "共", "—", "–", "-", "－", "/", "·", "~"]

  /// Words behind a day in a sentence.
  package static let completionWords = [
    "前全部完成", "前完成", "底前完成", "内完成", "完成", "办结", "落实到位", "整改到位", "到位", "落实", "出台", "印发", "建成", "实现",
    "达到",
  ]
}
