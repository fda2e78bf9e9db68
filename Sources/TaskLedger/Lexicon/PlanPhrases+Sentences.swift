/// Words by which deadlines and departments are found in sentences (句中用语).
extension PlanPhrases {
  /// What separates the parts of a sentence.
  package static let clauseSeparators: Set<Character> = ["，", ",", "；", ";", "。", "\n"]

  /// What stands in sentences and in no heading or name.
  package static let marksWithinSentences: Set<Character> = [
    "，", ",", "；", ";", "。", "：", ":", "！", "？", "、", "（", "(",
  ]

  /// Whether the heading of a part says that the tasks stand in it.
  package static func isMeasurePart(_ heading: String) -> Bool {
    measurePartWords.contains { heading.contains($0) }
  }

  /// How the headings of parts begin or end that speak about the work and hold none of it.
  package static let framePartWords = [
    "保障措施", "组织保障", "工作保障", "条件保障", "加强保障", "强化保障", "工作要求", "有关要求", "相关要求", "措施和要求", "组织领导", "监督检查",
    "督促检查",
    "督导检查", "督查考核", "监督考核", "指导思想", "总体要求", "基本原则",
  ]

  /// How headings within the text end.
  package static let headingNouns = [
    "机制", "定位", "建设", "体系", "制度", "管理", "规范", "改革", "职能", "作风", "能力", "队伍", "组织架构", "运行",
  ]

  /// How a line below a heading begins that says what is to be reached.
  package static let goalLabels = [
    "工作目标：", "工作目标:", "目标：", "目标:", "任务目标：", "任务目标:", "目标任务：", "目标任务:", "预期目标：", "预期目标:", "整改目标：",
    "整改目标:", "预期成效：", "预期成效:",
  ]

  /// What may stand before the number of an item: 任务1：….
  package static let numberedNouns = ["任务", "举措", "措施", "问题", "事项"]

  /// The brackets around such a number, by what opens them.
  package static let namedBrackets: [Character: Character] = ["【": "】", "[": "]", "〔": "〕"]

  /// How a line begins that says whom to ask.
  package static let contactLabels = ["联系人", "联系方式", "联系电话", "咨询电话"]

  /// What such a line holds.
  package static let contactWords = ["电话", "手机", "邮箱", "@"]

  /// How the names of bodies that sign end, beside those of schools.
  package static let bodyEndings = ["委员会", "办公室", "领导小组", "学生会", "团委", "党委", "工作部", "政府"]

  /// How a label for contents ends that names measures below the words of an item: 改革举措：….
  package static let measureLabelEnding = "举措"

  /// What stands before a label.
  package static let labelStarts: Set<Character> = [
    "，", ",", "；", ";", "。", "（", "(", "【", "[", "〔", "〖", "<", "＜", "\n", "、",
  ]

  /// What is left at the ends of a value behind a label.
  package static let valueEnds: Set<Character> = [
    "，", ",", "；", ";", "。", "、", "）", ")", "】", "]", "〕", "〗", ">", "＞", " ", "\u{3000}", "\u{A0}",
  ]

  /// The brackets that may close an item.
  package static let tailBrackets: [Character: Character] = [
    "）": "（", ")": "(", "】": "【", "]": "[", "〕": "〔", "〗": "〖", ">": "<", "＞": "＜",
  ]

  /// Words behind those who lead, in a sentence.
  package static let leadVerbs = [
    "牵头负责", "牵头落实", "牵头实施", "牵头推进", "牵头组织", "牵头完成", "牵头", "具体负责", "负责落实", "负责实施", "负责", "主责", "主办",
    "承办",
  ]

  /// Words before those who are asked to do the work: 请校团委牵头.
  package static let askingWords = ["拟请", "商请", "请", "责成", "委托", "安排", "指定", "明确"]

  /// The same, which also begins names; only what is known stands behind it: 交学工部负责.
  package static let handingWord = "交"

  /// Words before a day in a sentence, longest first.
  package static let dayBeginnings = ["应当", "必须", "务必", "应", "须", "需", "要", "在", "于"]

  /// The word behind what belongs to something: 6月底前印发的通知.
  package static let ofWord = "的"

  /// Words before what goes on after something is done: 完成并长期坚持.
  package static let goingOnJoiners = ["并", "且", "后"]

  /// Words that say that an item goes on and speak of nothing else; 不断完善制度 is work of its own.
  private static let goingOnWords: Set<String> = [
    "长期坚持", "长期执行", "长期落实", "长期推进", "长期抓好", "长期保持", "长期有效", "长期实施", "长期", "持续坚持", "持续落实",
    "持续推进", "持续抓好", "持续执行", "常态化推进", "常态化落实", "常态化执行", "常态推进", "常抓不懈", "坚持不懈",
  ]

  /// What may stand before them.
  private static let goingOnBeginnings = [
    "", "并", "且", "并且", "后", "此后", "之后", "今后", "以后", "然后",
  ]

  /// Whether folded words say that an item goes on after its day, and nothing else: 并长期坚持.
  package static func saysItGoesOn(_ words: String) -> Bool {
    goingOnBeginnings.contains { beginning in
      words.hasPrefix(beginning)
        && goingOnWords.contains(String(words.dropFirst(beginning.count)))
    }
  }

  /// Whether words end by saying so.
  package static func endsByGoingOn(_ words: String) -> Bool {
    goingOnWords.contains { words.hasSuffix($0) }
  }

  /// Words behind those who do the work, behind 由: 由校团委落实.
  package static let byVerbs = [
    "具体落实", "组织落实", "组织实施", "抓好落实", "落实", "实施", "承担", "推进", "办理", "完成",
  ]

  /// Words behind those who take part, in a sentence.
  package static let supportVerbs = [
    "配合落实", "配合实施", "协同配合", "参与配合", "配合", "协办", "协同", "协助", "协作", "参与", "参加",
  ]

  /// The word before those who lead.
  package static let byWord: Character = "由"

  /// Signs of a sentence, which no short name of a department holds.
  package static let sentenceSigns: Set<Character> = [
    "的", "下", "在", "和", "与", "要", "应", "由", "项", "此", "以", "对",
  ]

  /// What titles of sections are called when they only gather what is due at a time.
  package static let sectionFillers = [
    "完成的任务", "完成的工作", "完成的事项", "完成任务", "完成事项", "完成的整改任务", "的任务", "任务", "工作", "事项", "完成", "需", "须",
    "应", "的",
  ]

  /// How a line below a heading calls all that stands below it, longest first.
  package static let statementSubjects = [
    "本部分各项工作", "本部分各项任务", "本部分工作任务", "本部分任务", "本部分工作", "本部分", "该部分任务", "该部分工作", "该部分",
    "本节任务", "本节工作", "本节", "本项任务", "本项工作", "该项任务", "该项工作", "此项任务", "此项工作", "这项任务", "这项工作",
    "本类任务", "本类工作", "本方面工作", "本任务",
  ]

  /// Words behind them that leave nothing out.
  package static let allWords = ["全部", "统一", "均", "都"]

  /// Words beside a day that add nothing to it, longest first.
  package static let statementFillers = [
    "以下各项工作", "以下各项任务", "以下工作任务", "下列各项工作", "下列各项任务", "以下工作", "以下任务", "以下事项", "下列工作",
    "下列任务", "下列事项", "完成时限", "完成时间", "落实到位", "整改到位", "时限", "期限", "全部", "务必", "确保", "力争",
    "计划", "完成", "办结", "均", "须", "应", "需", "要", "拟", "于", "在", "为", "前",
  ]

  /// What a deadline in a sentence may begin with, besides a figure.
  package static let deadlineBeginnings: Set<Character> = [
    "二", "一", "三", "四", "五", "六", "七", "八", "九", "十", "两", "半", "年", "本", "今", "上", "下", "每", "全",
    "长", "立", "持",
    "即", "常", "学", "春", "秋", "暑", "寒", "前", "〇", "○",
  ]

  /// How a deadline in a sentence may end, besides the endings of deadlines in cells.
  package static let sentenceDeadlineEndings = ["立改", "即改", "长期", "学期", "季度", "年", "号", "半年"]

  /// Words that tell what happened on the day before them, each before 的: 2020年3月巡察反馈的问题.
  package static let pastVerbs = [
    "反馈", "确定", "提出", "启动", "下达", "交办", "通报", "指出", "发现", "部署", "审议", "通过", "印发",
  ]

  /// The word that says that something is done.
  package static let doneWord: Character = "已"

  /// The word that asks whoever reads it to do something, which is no work of the plan.
  package static let pleaseWord: Character = "请"

  /// Words before the day as of which something is told.
  package static let asOfWords = ["截至", "截止到", "截止至"]

  /// Words before the day of something that a sentence refers to.
  package static let referenceBeginnings = [
    "按照", "根据", "依据", "参照", "依照", "遵照", "对照", "结合", "贯彻", "落实", "按",
    "已于", "已在",
  ]

  /// What a day before it belongs to, when nothing is completed between them.
  package static let referenceObjects = ["精神", "《", "会议要求", "文件要求", "通知要求", "通知", "意见要求"]

  /// Words beside a day in running text that is none of the work: （2020年5月9日党委会审议）, （2020年修订）.
  package static let otherDayWords = ["省定", "上级", "已"]

  /// What stands between two years: 2024—2025, 2024年至2025年.
  package static let yearRangeSigns: Set<Character> = [
    "-", "－", "—", "–", "―", "─", "~", "～", "/", "至", "年",
  ]

  /// How a year of study ends.
  package static let studyYear = "学年"

  /// Words that are so beside a day, and name the work beside a limit: 2020年6月底前审议通过.
  package static let eventDayWords = ["审议", "通过", "修订", "修改", "验收", "会议", "版", "稿"]

  /// What the title of a section calls what is to be done in the year before it.
  private static let yearTitleWords = [
    "重点", "工作", "任务", "目标", "计划", "安排", "举措", "措施", "改革", "清单", "事项", "项目", "内容", "主要", "推进", "的",
  ]

  /// The year of what stands below a title that says nothing else: 2026年任务, 2026年度重点工作（3项）.
  package static func yearOfTasks(_ title: String) -> Int? {
    let compact = TextFolding.compact(title)
    guard let found = compact.prefixMatch(of: /(20[0-9]{2})年度?/), let year = Int(found.1) else {
      return nil
    }
    var rest = String(compact[found.range.upperBound...])
    if let open = rest.firstIndex(of: "("), rest.hasSuffix(")"),
      countedEndings.contains(where: rest.hasSuffix)
    {
      rest = String(rest[..<open])
    }
    let others = yearTitleWords.reduce(rest) { $0.replacing($1, with: "") }
    return others.isEmpty ? year : nil
  }

  /// Words behind the day of a document, in the bracket behind a title.
  package static let issueDayWords = [
    "印发", "发布", "下发", "公布", "审议", "审定", "通过", "施行", "生效", "发文", "签发",
  ]

  /// Words behind what was done before: 在2020年5月完成试点的基础上.
  package static let backgroundWords = ["基础上", "以来"]

  /// How the half of a year ends, which is a period and no year.
  package static let halfYear = "半年"

  /// How a period that counts from another day ends.
  package static let relativeEndings = [
    "个月内", "个月之内", "个月以内", "天内", "日内", "周内", "星期内", "年内", "个工作日内", "个月", "工作日内",
  ]

  /// How a line begins that speaks of all items above it.
  package static let closingBeginnings = ["以上", "上述", "前述", "上列", "上表", "表中", "本表"]

  /// How a line below the last item begins that speaks of all items above it.
  package static let remarkBeginnings = ["以上", "上述", "前述", "上列"]

  /// How a line begins that speaks of all items below it.
  package static let openingBeginnings = ["以下", "下列", "下述", "下表", "本表", "本清单", "表中"]

  /// How such a line begins when it speaks of one table.
  package static let tableBeginnings = ["下表", "本表", "表中"]

  /// Words of lines that do not speak of all items alike.
  package static let exceptionWords = ["除", "其中", "其余", "分别", "部分"]

  /// Whether a line names items by their numbers: 第2项, 第1至3项.
  package static func namesNumbers(_ line: String) -> Bool {
    line.contains(/第[0-9一二三四五六七八九十、至\-—]+[项条]/)
  }

  /// Signs behind which a bracket belongs to no sentence.
  package static let fullEnds: Set<Character> = ["。", "；", ";", "！", "？", "."]

  /// Names by which plans divide their work by level and name nobody who does it: （一）校学生会.
  package static let divisionNames = ["学生会", "研究生会", "小组"]

  /// Words before the labels of a card that group them and say nothing of the item.
  package static let cardGroups: Set<String> = [
    "基本信息", "基本情况", "任务信息", "推进情况", "落实情况", "工作情况", "责任落实", "组织实施", "完成情况", "实施情况",
  ]

  /// What such a line speaks of.
  package static let closingSubjects = [
    "任务", "工作", "事项", "条目", "举措", "措施", "项目", "各项", "各条", "所列", "内容", "整改",
  ]

  /// Words of lines that ask for a report of the items and give them no day.
  package static let reportingWords = ["情况", "报送", "上报", "报告", "报备", "备案", "汇报", "公示"]

  /// Words of which one stands in every statement that the first department leads.
  package static let leadOrderWords = ["牵头", "主责", "主办"]

  /// What such a statement speaks of outside of a heading.
  package static let noteSubjects = [
    "责任单位", "责任部门", "实施部门", "实施单位", "承办单位", "承办部门", "责任处室", "部门栏", "单位栏",
  ]

  /// How the first of several is called.
  package static let firstWords = [
    "首位", "第一位", "第一个", "首个", "最前面", "最前", "第一名", "排第一", "列第一", "排名第一", "排序第一", "首家",
    "第一家",
  ]

  /// How the department in the lead is called.
  package static let chiefWords = [
    "牵头单位", "牵头部门", "牵头处室", "牵头责任单位", "主责单位", "主责部门", "主办单位", "主办部门", "牵头",
  ]

  /// Signs between the first and the lead.
  package static let orderSigns: Set<Character> = [
    "的", "者", "为", "是", "系", "即", "单", "位", "部", "门", "处", "室", "责", "任", "均", "负", "排", "列", "在",
    "于", "置",
    "放", "居", "名",
  ]

  /// Words that say that the order of names means nothing.
  package static let unorderedWords = ["不分先后", "不分主次", "不分前后", "排名无先后", "非", "不以", "不作为", "除"]

  /// Labels of whom to ask, who answers where nobody else is named.
  package static let askLabels = ["联系人", "联系电话", "电话"]
}
