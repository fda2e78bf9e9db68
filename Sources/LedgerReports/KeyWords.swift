/// What the keys of templates mean, for `report --list-keys`.
enum KeyWords {
  /// The meaning of a key that stands for rows.
  static func meaning(ofRows name: String) -> String? { rows[name] }

  /// The meaning of a key that stands for a value, or for whether there is something.
  static func meaning(ofValue name: String) -> String? {
    if let words = values[name] { return words }
    guard name.hasPrefix("has") else { return nil }
    let list = name.dropFirst(3).prefix(1).lowercased() + name.dropFirst(4)
    return rows[list].map { "是否有：\($0)" }
  }

  private static let rows = table(
    """
    reasons 不能通过的原因|indicators 验收指标|areas 改革方面|items 条目|gone 不再计入的条目|evidence 佐证材料
    open 未办结的条目|done 已办结的条目|helping 配合的条目|gaps 未办结的差距短板|decisions 提请会议研究的事项
    rates 三个比率|states 各状态的条目数|closed 本月销号的条目|overdue 逾期的条目|returns 本月退回|extensions 本月延期
    reopenings 本月重启|gapsRaised 本月提出的差距短板|gapsBefore 以前月份的差距短板|dueThis 本月应办妥还没有办妥的条目|dueNext 下月到期的条目
    unsettledAtHandIn 报送日未办妥的条目|missed 漏期的条目
    standing 长期坚持的条目|undated 时限未载明的条目|tasks 各任务的进度|departmentLoads 各牵头部门的进度
    supplements 补记|sections 各项任务|figures 实有数据|withdrawn 已撤销的条目
    handIns 应报送的材料|forms 报送形式|recipients 报送到哪里
    segments 各亮灯的条目|paragraphs 正文段落|entries 逐条的措施和情况|remainders 未办妥条目的情况|results 改革成效的段落|problems 存在问题的段落|nextSteps 下一步的段落
    guidance 领导指导的段落|parts 各部门|others 其他原因|unassigned 没有写明牵头部门的条目|reviews 等待审核的条目|earlier 以前议定事项和落实情况
    annexes 附件|allItems 条目（含已撤销的）|rereviews 本月重新审核的失效销号|withdrawals 本月撤销的条目|droppings 本月被更新的方案移出的条目|files 电子文件|agenda 提请会议决定的事项和事实|progress 各牵头部门本月进展|gapsResolved 本月办结的以前的差距短板|points 分述的段落
    """)

  private static let values = table(
    """
    passes 结论是否通过|reasonCount 不能通过的原因数|indicatorReasonCount 指标方面的原因数|total 总数|metCount 达标数
    unmetCount 未达标数|undecidedCount 无法判定数|advisoryOpenCount 未达标或无法判定而暂不作硬性要求的数|indicatorsReached 结论通过时指标一句|notApplicableCount 不适用数|withdrawalBasis 撤销依据
    droppedReason 不再列入的原因|validCount 有效件数|damagedCount 文件缺失或已改动的件数|department 部门
    openCount 未办结数|overdueCount 逾期数|closedCount 已销号数|month 月份|nextMonth 下月|mustClose 有截止日期的条目数
    closedThisMonth 本月销号数|closedLate 逾期销号数|dueByDay 已到截止日期的条目数|standingCount 长期类的条目数
    standingAlive 按期有进展或佐证的长期类条目数|undatedCount 时限未载明的条目数|undatedClosed 时限未载明而已销号的条目数
    staleCount 销号失效数|closedNumbers 本月销号的条目和日期|closedSinceNumbers 月末后销号的条目编号|undatedNumbers 时限未载明的条目编号|number 编号
    subject 事项|count 数目|numbers 编号列表|ask 请会议决定什么|turnedOn 办理日期|turnReason 理由|until 申请延至
    answer 答复|turnBasis 依据|text 内容|item 条目编号|owner 责任部门|due 截止日期|raisedOn 提出日期|resolution 整改结果
    resolvedOn 办结日期|sequence 台账序号|on 日期|recordedOn 记入日期|actor 记录人|name 名称
    evidenceCount 佐证件数
    numeral 中文序号|title 标题或简称|isSettled 是否办妥|itemTitle 条目简称|caption 说明|fileName 文件名|documentNumber 文号
    documentDate 文件日期|pages 页数|originalPlace 原件存放处|measure 对应的措施编号|digest SHA-256|digestShort SHA-256前12位|size 大小|mediaType 文件类型
    attachedOn 上传日期|voidReason 作废原因|isDamaged 文件是否缺失或已改动|isStarred 是否为★指标|mark 指标前的标记（★、▲）|hasMarks 是否有★或▲指标|hasProofMarks 是否有▲指标|hasUndecided 是否有无法判定的指标|hasNotApplicable 是否有不适用的指标|counted 统计什么
    judgement 判定|isMet 是否达标|detail 说明|clauses 对应条款|isDoubtful 数值是否存疑|evidenceNumbers 佐证编号列表
    figures 实有|id 条目编号|clause 任务列表条款|ordinal 原序号|taskTitle 任务名称|content 改革内容|basis 依据
    measures 落实措施|departments 实施部门|leads 牵头部门|supporting 配合部门|person 责任人|remark 备注|deadline 完成时限原文
    targetDay 应办妥日|targetSource 应办妥日是时限还是报送日|handInTarget 报送日（报送日先于时限或没有时限时）|withdrawnCount 已撤销数|fileCount 佐证文件数
    targetShort 应办妥日（注明是时限还是报送日、逾期天数和下一次）|nextShort 下一个日期（本年的不写年份）|nextDay 几个日期或周期性时限的下一次|originalDue 原定截止日期|grantedDue 批准延至|provincialDeadline 任务列表的时限|overdueDays 逾期天数|lateDays 迟销天数
    timeliness 销号是否按期|isRoundWithoutDay 新一轮的时限是否未定
    closedOn 销号日期|closedBy 审核人|opinion 审核意见|submittedOn 申请日期|submittedBy 申请人|round 轮次|state 状态
    light 亮灯|lightMeaning 亮灯含义|isDone 是否已有效销号|isOngoing 是否长期坚持|isStale 销号是否失效|statement 完成情况说明
    missing 还缺什么|nextStep 下一步|reason 原因|lastNote 最近进展|lastNoteOn 最近进展日期|reopening 重启原因
    hasMissing 是否有缺失或已改动的文件|hasVoid 是否有作废的佐证|daysLeft 距截止的天数|daysPast 已过截止的天数|missingCount 文件缺失或已改动的编号数|voidCount 作废的编号数
    what 记录内容或报送的材料|school 学校|asOf 统计截至|planTitle 方案标题|planNumber 方案文号|planIssued 方案印发日期|listTitle 任务列表标题
    listNumber 任务列表文号|headCode 台账校验码|ownData 本校自行调整的指标、模板等及其校验码|definition 计算方法|original 按原定时限的百分比|originalCount 按原定时限的数目
    granted 按批准后时限的百分比|grantedCount 按批准后时限的数目|submitted 待审核数|closed 已销号数|overdue 逾期数
    standing 长期坚持数|open 未销号数|closedShare 已销号占比|share 占比|hasItems 是否有条目|hasSupporting 是否有配合的条目
    hasDepartments 是否有牵头部门|hasStates 是否有条目|lightName 亮灯的英文名|percent 办妥占比|organisation 组织（学生会、研究生会或两者）
    reform 改革的名称|superior 上级|leaders 领导机构|listName 任务列表的简称|planName 学校自己的文件叫什么（实施方案）|planWord 学校自己的文件的简称（方案）|groupName 任务列表的分组，连同量词（项任务）|settledCount 办妥数|conclusion 结论|passed 办妥后的结论|isJudged 是否有验收指标|hasPlan 是否已导入方案|hasHeading 是否有自己的标题|unproved 达标而没有佐证的数据|lack 还差什么|isFullyProved 各条和各项措施是否都有佐证|publishedRemark 公示的备注|office 经办机构|evaluation 自己评定叫什么（自评）|accountHeading 逐项落实情况的标题|resultsHeading 成效的标题|contentHeading 内容栏的标题|measuresHeading 措施栏的标题|deadlineHeading 时限栏的标题|departmentsHeading 部门栏的标题|reportName 总报告的名称|monthlyName 月度材料的名称|paragraph 段落|heading 逐条的标题|matter 问题的原文|proofLackingCount 达标须附佐证而未附的数|isListMadeUp 任务列表是否程序自带的样例
    trailAnnex 附件“条目办结情况”的序号|indicatorAnnex 附件“评估指标自评情况”的序号|evidenceAnnex 附件“佐证材料目录”的序号|undatedAnnex 附件“时限未载明”的序号
    isFirst 是否第一个|boxes 达标、未达标的方框|organisationBoxes 组织的方框|unit 院系|outcome 办理情况|evidenceRuns 佐证编号（连号合写）
    hasDamaged 是否有缺失或已改动的文件|account 办理情况|idleDepartments 本月没有登记进展的部门|handInDay 报送日|facts 事实|answerers 说明人
    reasonSummary 不能通过的原因（合并成段）|stateCounts 各状态的条目数（合计为总数）|hasDue 本月或下月是否有到期的条目|point 分述的段落|summary 制度和数据|resultsNumeral 成效的序号|nextNumeral 下一步的序号|submittedCount 待审核数
    missedCount 漏期的条目数|change 与上月相比的变化|missedTimes 漏期的次数|unsettledCount 报送日未办妥的条目数|unsettledNumbers 报送日未办妥的条目编号
    by 要在哪一天前办妥|itemCount 条目数|isNothingMissing 是否全部到位|isForOffice 是否有办公室一页|unwritten 尚未写的文稿
    obstacles 还差什么|meetingDay 会议日期|attendance 出席|decisionMonth 议定的会议|dueShort 完成日期（本年的不写年份）
    kind 函件种类|isReminder 是否提醒函|isUrging 是否催办函|isSupervision 是否督办单|answerDue 请在哪一天前回复|answeredOn 回复日期
    hasOwnNextSteps 下一步是否有文稿|isDeclared 数字是否学校自报、没有重算|declaredOn 自报数字的统计日期|lacking 还缺什么（状态已经说明的不写）|pieceTitle 材料名称（一组文件写组名）|pageCount 页数合计|hasDamagedFile 是否有缺失或已改动的文件
    gapCount 未办结的差距短板数|withdrawnNumbers 已撤销的条目编号|amounts 各类没有到位的数目|damagedNumbers 文件缺失或已改动的佐证编号|unprovedCount 达标而没有附齐佐证的指标数|keptDay 重新审核后不变的销号日期|postponement 延期的条目、原定日期和依据|lacksSheet 别的部门的填报表已经登记、本部门的没有|shortcomings 院系学生会的问题不足（未整改的差距短板）
    """)

  private static func table(_ text: String) -> [String: String] {
    var table: [String: String] = [:]
    for entry in text.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let parts = entry.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { table[String(parts[0])] = String(parts[1]) }
    }
    return table
  }
}
