/// Phrases by which plans and lists are recognised (方案用语); headings that staff extend are in
/// `tasks/headings.md`.
package enum PlanPhrases {
  /// What a cell says to take over the value above.
  package static let dittoes: Set<String> = [
    "同上", "同前", "同上述", "同上行", "同上条", "同前条", "同上款", "同上项", "同上栏", "同上。", "同前。", "(同上)", "(同前)", "上同",
    "〃",
    "与上同", "与上相同", "与上一条相同", "同上一条", "同上一项", "同上一行", "见上", "如上", "与前同",
    "续", "(续)", "续上", "续上行", "续上表", "接上行", "接上表",
    "″", "”", "“", "„", "＂",
    "\"", "''", "々", "〃〃",
  ]

  /// How the words among them begin that go on with something of their own: 同上，并报备案.
  package static let dittoStarts: Set<Unicode.Scalar> = ["同", "与"]

  /// Words that stand for nothing written.
  package static let blanks: Set<String> = ["", "-", "—", "——", "－", "/", "／", "无"]

  /// What separates the entries of a list in a cell of data.
  package static let listSeparators: Set<Character> = ["、", "，", ",", "；", ";", "\n"]

  /// What joins several deadlines of one item.
  package static let listSeparator = "、"

  /// The full-width semicolon.
  package static let semicolon: Character = "；"

  /// The word behind a year.
  package static let yearWord = "年"

  /// The word behind a day.
  package static let dayWord: Character = "日"

  /// The marks around a title in running text.
  package static let quoteOpen: Character = "《"

  /// The mark behind a title in running text.
  package static let quoteClose: Character = "》"

  /// The word over a table that goes on.
  package static let continuedWord: Character = "续"

  /// The word behind a month.
  package static let monthWord: Character = "月"

  /// What separates groups of words in the table of duties.
  package static let groupSeparators: Set<Character> = ["；", ";"]

  /// The word before the recipient of papers.
  package static let toWord = "至"

  /// The word between two papers.
  package static let andWord = "及"

  /// The full-width comma.
  package static let comma = "，"

  /// The full stop.
  package static let fullStop: Character = "。"

  /// What ends a sentence or a heading, so that the next line is a paragraph of its own.
  package static let sentenceEnds: Set<Character> = [
    "。", "；", ";", "：", ":", "！", "？", ".", "”", "》",
  ]

  /// What a title does not end with.
  package static let notTitleEnds: Set<Character> = [
    "。", "；", ";", "：", ":", "，", ",", "！", "!", ".",
  ]

  /// Round brackets.
  package static let brackets: Set<Character> = ["(", ")", "（", "）"]

  /// Dashes in numbers such as 3-1.
  package static let dashes: Set<Character> = ["-", "－", "—", "–"]

  /// Words in the heading of a day that is not the school's deadline.
  package static let foreignDeadlines = ["省", "上级", "实际", "开始", "启动", "起始"]

  /// Words in the heading of a day on which something was done before the work: 交办日期, 登记时间.
  private static let pastEvents = [
    "交办", "登记", "发现", "发文", "收文", "来文", "下达", "下发", "印发", "受理", "移交", "转办", "接收", "填报", "填表", "更新",
    "通报", "检查", "督查", "巡察", "巡视", "立项", "上次", "提出", "录入", "签收",
  ]

  /// Whether the heading of a day names something else than when the work is to be done: what the
  /// province demands, when it begins or was assigned, or what was really done.
  package static func namesForeignDay(_ words: String) -> Bool {
    startHeadings.contains(words) || foreignDeadlines.contains(where: words.contains)
      // 交办时限 is a limit, and 督查事项完成时间 the end of the work; 进展情况及完成时间 is a state.
      || !limitEndings.contains(where: words.hasSuffix)
        && (["进展", "情况"].contains(where: words.contains)
          || pastEvents.contains(where: words.contains)
            && !["完成", "整改", "办结", "销号"].contains(where: words.contains))
  }

  /// Whether the heading of a column speaks of a day of any kind.
  package static func namesDay(_ words: String) -> Bool {
    headingStems.first { words.contains($0.stem) }?.role == .deadline || namesForeignDay(words)
  }

  /// What begins a row of totals.
  package static let totals: Set<String> = ["合计", "总计", "共计", "小计"]

  /// Whether a folded cell says that its row holds totals: 合计, 合计：12人.
  package static func isTotal(_ words: String) -> Bool {
    guard let total = totals.first(where: { words.hasPrefix($0) }) else { return false }
    return words.dropFirst(total.count).first.map { ":(0123456789".contains($0) } ?? true
  }

  /// Whether folded words count all rows and say nothing else: 共4项, (共4家).
  package static func countsAll(_ words: String) -> Bool {
    words.contains(/^\(?共[0-9一二三四五六七八九十]+[项条家个]\)?$/)
  }

  /// Beginnings of a line that ends the running text.
  package static let annexBeginnings = ["附件", "附：", "附:", "抄送"]

  /// How the words of a deadline end.
  package static let deadlineEndings = ["月", "日", "前", "底", "旬", "内", "末", "初", "推进", "坚持", "起"]

  /// What stands within sentences of more than one part.
  package static let sentenceMarks: Set<Character> = ["，", ",", "。", "；", ";"]

  /// The colons.
  package static let colons: Set<Character> = ["：", ":", "︰"]

  /// What introduces a list.
  package static let colon = "："

  /// Words in the title of a plan.
  package static let planTitleWords = [
    "方案", "任务列表", "清单", "台账", "计划", "任务分解", "分解表", "任务表", "分工表", "进度表",
  ]

  /// Words in the title of something that is no plan though it speaks of the reform.
  package static let reportTitleWords = [
    "报告", "总结", "汇报", "自评", "通报", "新闻", "纪要", "会议记录", "简报", "简讯", "讲话", "发言", "议定事项", "议程",
  ]

  /// Words in the heading of the part of a plan that holds its measures.
  package static let measurePartWords = ["任务", "措施", "举措", "改革内容", "主要内容", "重点工作", "工作内容"]

  /// Words that begin a line which sends the plan round or annexes it and is not its title.
  package static let notTitleBeginnings = ["关于印发", "关于转发", "现将", "附件", "附:", "附："]

  /// Endings of the names of schools.
  package static let schoolEndings = ["大学", "学院", "专科学校", "学校", "研究院", "研究生院"]

  /// What follows the name of a school in titles and signatures.
  package static let schoolFollowers = [
    "学生会", "研究生会", "学生代表大会", "委员会", "团委", "党委", "共青团", "学联", "深化改革", "文件",
  ]

  /// What stands before the name of a school in signatures.
  package static let schoolPrefixes = ["中国共产主义青年团", "中国共产党", "共青团", "中共", "关于印发", "关于"]

  /// Beginnings that make a name general and no school's own.
  package static let generalBeginnings = ["各", "本", "我", "二级", "全", "某", "该", "高等", "高校", "普通"]

  /// Beginnings of half a sentence that ends in the word for a school: 已经学校, 报学校.
  package static let sentenceBeginnings = ["已", "经", "由", "报", "根据", "按照", "为"]

  /// The brackets around the year of a document number.
  package static let numberBrackets: [(open: Character, close: Character)] = [
    ("〔", "〕"), ("[", "]"), ("［", "］"), ("【", "】"), ("﹝", "﹞"), ("(", ")"), ("（", "）"),
  ]

  /// What ends a document number.
  package static let numberEnding: Character = "号"

  /// Words of the place of a seal.
  package static let sealWords = ["盖章", "公章", "印章", "签章", "(章)", "（章）", "(印)", "（印）"]

  /// How the names of those who sign end.
  package static let signatureEndings = [
    "委员会", "党委", "办公室", "大学", "学院", "学校", "团委", "领导小组", "学生会", "研究生会",
  ]

  /// Words of the meeting that passed a plan.
  package static let meetingWords = ["会议时间", "审议", "通过", "会议", "召开"]

  /// Labels of the day of issue in the table at the head of a document.
  package static let issueLabels: Set<String> = [
    "成文日期", "印发日期", "发文日期", "发布日期", "签发日期", "印发时间", "发文时间", "成文时间", "发布时间", "制定日期",
  ]

  /// Labels of the document number in the table at the head of a document.
  package static let numberLabels: Set<String> = ["文号", "发文字号", "发文号", "文件编号", "文件号", "公文文号"]

  /// Words before the number of another document, which no name of an issuer holds.
  package static let citationWords = ["关于", "转发", "根据", "按照", "依据", "贯彻", "落实"]

  /// Words behind the date of a document's last line.
  package static let issueEndings = ["印发", "发布", "印制", "制"]

  /// Words by which a notice gives the day from which schools are inspected.
  package static let acceptanceWords = ["验收"]

  /// Words by which a notice asks for papers.
  package static let handInWords = ["报送", "上报", "提交", "报至"]

  /// What stands between a hand-in date and the papers.
  package static let handInVerbs = ["制定并报送", "制定并上报", "报送", "上报", "提交", "报"]

  /// The forms in which papers are handed in.
  package static let handInForms = ["盖章纸质版", "扫描PDF版", "电子版", "纸质版"]

  /// The names of columns in `tasks/headings.md`, `tasks/guangdong-2020.md` and other data tables.
  package enum Column {
    /// The columns of a plan's table, by the name that `tasks/headings.md` gives them.
    package static let roles = [
      "序号", "条款", "任务", "依据", "内容", "措施", "时限", "部门", "牵头", "配合", "责任人", "备注",
    ]
    /// The heading of a column of deadlines.
    package static let deadlineHeading = "完成时限"
    /// The heading of a column of departments.
    package static let departmentHeading = "实施部门"
    /// The column of those names.
    package static let role = "栏目"
    /// The column of synonyms.
    package static let synonyms = "写法"
    /// The column of a department's canonical name.
    package static let canonicalName = "规范名称"
    /// The column of aliases.
    package static let aliases = "别名"
    /// The column of departments of studies with a union of their own.
    package static let hasUnion = "院系"
    /// The clause's id.
    package static let clause = "条款"
    /// What a figure counts.
    package static let subject = "对象"
    /// How it bounds.
    package static let relation = "关系"
    /// The figure.
    package static let value = "数值"
    /// Its unit.
    package static let unit = "单位"
    /// A duty in a few words.
    package static let duty = "要点"
    /// The words by which it is recognised.
    package static let words = "词语"
    /// The last day of a hand-in.
    package static let due = "截止"
    /// What is handed in.
    package static let papers = "材料"
    /// In which forms.
    package static let forms = "形式"
    /// To whom.
    package static let recipients = "报送至"
    /// The name of a fact about the list.
    package static let fact = "项目"
    /// The fact.
    package static let factValue = "内容"
    /// The fact that gives the document number.
    package static let documentNumber = "文号"
    /// The fact that gives the year.
    package static let year = "年份"
    /// The fact that gives the first day of acceptance.
    package static let acceptance = "验收起始"
  }

  /// The words of the relation column of the figures.
  package static let relations: [String: Figure.Relation] = [
    "不超过": .atMost, "至多": .atMost, "≤": .atMost,
    "不少于": .atLeast, "不低于": .atLeast, "至少": .atLeast, "≥": .atLeast,
    "左右": .about, "约": .about, "范围": .between, "恰为": .exactly, "=": .exactly,
  ]
}
