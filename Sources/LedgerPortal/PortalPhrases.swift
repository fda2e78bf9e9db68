import LedgerDesk
import LedgerReports
import LedgerStore
import TaskLedger

/// The words of the page that no template holds.
enum PortalPhrases {
  static let internalFault = "程序出错"
  static let internalFaultMeaning = "这一步没有完成，台账没有改动；请稍后再试，总是这样时告诉管理员"
  static let deskFault = "没有办成"
  static let logIn = "登录"

  /// Why a page is not given, with the status of the answer.
  static func refusal(_ refusal: PortalRefusal) -> (
    status: Int, title: String, message: String, remedy: String
  ) {
    switch refusal {
    case .logInWanted: (401, "请先登录", "这一页登录后才能看", "")
    case .forbidden: (403, "没有权限", "这一页不在您的职责范围内", "需要办理时请找办公室或管理员")
    case .notFound: (404, "没有这一页", "没有找到要看的内容", "回到首页再找")
    case .linkGone:
      (404, "链接不能用了", "设密码的链接用过一次或过了期，就不能再用", "密码刚设好的直接登录；没有设好的，请管理员在「人员」页再给一个链接")
    case .form: (422, "没有办成", "填写的内容有误", "")
    case .tooLarge: (413, "内容太大", "发送的内容超过上限，没有收下", "把文件分几次上传，或缩短文字")
    case .tooSlow: (408, "传得太慢", "发送的时间太长，没有收下", "换一个网络再试")
    case .unreadable: (400, "看不懂的请求", "浏览器发来的内容不完整，没有收下", "回到上一页，重新填写再试")
    case .hostUnknown:
      (421, "地址不对", "这个网址不是本台账的网址", "用管理员给的网址打开；管理员可在启动时用 --host 登记网址")
    case .waiting(let seconds):
      (429, "请稍等", "密码连续错了几次，\(seconds) 秒后才能再试", "忘记密码时请管理员重发设置链接")
    }
  }

  /// What was done, by its name in the address; nil for a name nobody gave.
  static func done(_ name: String) -> String? {
    switch name {
    case "started": "已认领"
    case "noted": "已记下"
    case "draft": "草稿已保存，只有您自己看得到"
    case "draft-texts": "草稿已保存，只有您自己看得到；草稿只存文字，所选文件没有存，要登记文件请按「保存」"
    case "submitted": "已申请销号，等待审核；审核前可以收回"
    case "taken-back": "申请已收回"
    case "voided": "佐证已作废，文件和记录仍保留"
    case "extension-requested": "延期申请已提交，等待答复"
    case "closed": "已销号"
    case "returned": "已退回"
    case "granted": "已同意延期"
    case "refused": "已答复不同意延期"
    case "reopened": "已重启，开新一轮"
    case "withdrawn": "已撤销，依据已登记"
    case "member-added": "人员已登记"
    case "member-retired": "人员已停用，其会话已全部结束"
    case "sessions-ended": "会话已全部结束"
    case "password-set": "密码已设好，请登录"
    case "logged-out": "已退出"
    case "imported": "方案已导入"
    case "fact-set": "数据已登记"
    case "gap-raised": "短板已登记"
    case "gap-resolved": "短板整改结果已登记"
    case "meeting-opened": "例会已开"
    case "meeting-closed": "例会已结束，当月已封存"
    case "sustained": "已转入长期坚持"
    case "reviewers-set": "审核人已变更"
    case "exempted": "已声明不适用"
    case "lifted": "已恢复适用"
    case "revised": "更正已登记"
    case "texts-imported": "文稿已收进台账"
    case "attended": "出席已登记"
    case "decided": "议定事项已登记"
    case "decision-settled": "落实情况已登记"
    case "reminder-sent": "函件已登记编号，可以打印发出"
    case "reminder-answered": "回复已登记"
    case "facts-imported": "表里的数据已登记"
    default: nil
    }
  }

  /// A day as people write it.
  static func date(_ day: CivilDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }

  /// A moment as people write it, to the minute.
  static func moment(_ seconds: Int, offsetMinutes: Int) -> String {
    let instant = Instant(seconds: seconds, offsetMinutes: offsetMinutes)
    let clock = instant.description.dropFirst(11).prefix(5)
    return (instant.civilDate.map(date) ?? "") + " " + clock
  }

  /// A role as staff call it.
  static func role(_ role: PortalRole) -> String {
    switch role {
    case .owner: Member.Role.owner.words
    case .reviewer: "审核人"
    case .office: Member.Role.office.words
    case .leader: Member.Role.leader.words
    case .administrator: Member.Role.administrator.words
    }
  }
}

extension PortalPhrases {
  /// How a log-in ended.
  static func outcome(_ outcome: LogInRecord.Outcome) -> String {
    switch outcome {
    case .succeeded: "登录成功"
    case .passwordWrong: "密码错误"
    case .nameUnknown: "没有这个账号"
    case .delayed: "试得太频繁，未受理"
    case .passwordSet: "用链接设了密码"
    case .loggedOut: "退出"
    case .endedEverywhere: "全部会话结束"
    }
  }

  /// A field of a form as its label says.
  static func field(_ name: String) -> String {
    if let label = prose.first(where: { $0.name == name })?.label { return label }
    return switch name {
    case "member": "姓名"
    case "department": "部门"
    case "password": "密码"
    case "until": "新的日期"
    case "owner": "责任部门"
    case "due": "完成日期"
    case "name": "名称"
    case "value": "数值"
    case "plan": "方案文件"
    default: "内容"
    }
  }

  /// The fields in which people write sentences, with their labels; what stands in them is not lost.
  static let prose: [(name: String, label: String)] = [
    ("note", "进展"), ("summary", "完成情况说明"), ("progress", "已有进展"), ("reason", "理由"),
    ("opinion", "审核意见"), ("finding", "发现的问题"), ("basis", "依据"), ("superior", "上级文件"),
    ("text", "内容"), ("content", "内容"), ("remark", "备注"), ("resolution", "整改结果"),
    ("result", "落实情况"), ("answer", "回复"), ("voidReason", "作废的理由"), ("exemption", "不适用的理由"),
    ("caption", "材料名称"), ("names", "出席的人"), ("reviewers", "审核人"),
  ]
}

extension PortalPhrases {
  /// What a plan would change in the ledger, a line each; none for the first plan.
  static func changes(_ outcome: ImportOutcome) -> [String] {
    guard let difference = outcome.difference else { return [] }
    func list(_ ids: [ItemID]) -> String { ids.map(\.description).joined(separator: "、") }
    func fields(_ change: PlanDifference.Change) -> String {
      "\(change.item)（\(change.fields.map(\.words).joined(separator: "、"))）"
    }
    var lines = [
      "与台账相比：新增 \(difference.added.count) 条，变动 \(difference.changed.count) 条，"
        + "减少 \(difference.gone.count) 条，未变 \(difference.untouched) 条。"
    ]
    if !difference.added.isEmpty { lines.append("新增：\(list(difference.added))") }
    if !difference.changed.isEmpty {
      lines.append("变动：\(difference.changed.map(fields).joined(separator: "；"))")
    }
    if !difference.gone.isEmpty { lines.append("减少：\(list(difference.gone))") }
    if !outcome.kept.isEmpty {
      lines.append("保留台账里的更正：\(outcome.kept.map(fields).joined(separator: "；"))")
    }
    return lines
  }

  /// What is looked at before it is recorded.
  static let (seenPlan, seenText, seenTable, seenSheets) = ("方案", "文稿", "表格", "填报表")

  /// The reason recorded when an application is taken back.
  static let takenBack = "审核前收回申请"

  /// A group of an owner's home.
  static func group(_ group: ItemRow.Group) -> String {
    switch group {
    case .returned: "被退回，要先处理"
    case .pressing: "已过期限、漏期或临近期限"
    case .open: "其余在办"
    case .submitted: "已申请，等待审核"
    case .done: "已办妥"
    }
  }
}

extension PortalPhrases {
  /// The days of an item: the day by which it must be settled, with which of the two days that is and
  /// how far off it is, and the next of several.
  static func days(of item: ItemOnDay) -> String {
    let words = item.targetWords(date) + countdown(of: item)
    return words + (item.dayBesideTarget.map { "，下一次 \(date($0))" } ?? "")
  }

  /// How far off the day is by which an item must be settled; what is overdue says so by itself.
  private static func countdown(of item: ItemOnDay) -> String {
    guard let target = item.target, item.isLive, !item.isSettled, !item.state.isSoundlyClosed,
      !item.isOverdue
    else { return "" }
    let days = item.day.days(to: target.day)
    if days < 0 { return "，已过 \(-days) 天" }
    return days == 0 ? "，就是今天" : "，还有 \(days) 天"
  }

  /// The hand-in day and how far off it is.
  static func handIn(_ handIn: CivilDate, from day: CivilDate) -> String {
    let days = day.days(to: handIn)
    if days < 0 { return "报送日 \(date(handIn))已过 \(-days) 天" }
    return days == 0 ? "今天是报送日" : "距报送日 \(date(handIn))还有 \(days) 天"
  }

  /// A gap before a meeting.
  static func gap(_ gap: Ledger.Gap) -> (number: String, words: String) {
    ("第\(gap.number)号", "\(gap.text)（\(gap.owner)）")
  }

  static let closed = "已销号"
  static let openAllTheSame = "仍要打开"

  /// What changed of an item since the queue was shown.
  static func changedSinceSeen(_ change: ReviewChange?) -> String {
    let parts = (change?.parts ?? []).map(\.words).joined(separator: "、")
    return "在您查看之后有变动\(parts.isEmpty ? "" : "：" + parts)，没有选中；点开看过再销号"
  }

  /// Why what was closed waits for a review again.
  static func stale(by actor: String, on day: CivilDate, since: CivilDate) -> String {
    "\(date(day))由\(actor)销号，\(date(since))起内容有变动，原销号失效，要重新审核"
  }

  /// What is said of an item beside its status.
  static func overlays(of item: ItemOnDay) -> [String] {
    var words: [String] = []
    if let days = item.overdueDays { words.append("逾期 \(days) 天") }
    if item.isMissed { words.append("漏期 \(item.missedCount) 次") }
    if item.isUnsettledAtHandIn { words.append(OverlayWords.unsettledAtHandIn) }
    if let days = item.lateDays { words.append("逾期 \(days) 天销号") }
    return words
  }
}

extension PortalPhrases {
  /// What the program prints once connections are taken.
  static func started(
    _ server: PortalServer, first: [PortalServer.FirstLink],
    links: [(name: String, path: String)], port: Int
  ) -> String {
    let address = server.address(port: port)
    var lines = ["网页已开：\(address)/　关掉窗口即停止"]
    if server.isBehindProxy { lines.append("代理请转到：\(server.ownAddress(port: port))/") }
    if let fingerprint = server.fingerprint {
      lines.append("证书指纹（SHA-256），浏览器提示不受信任时核对：\(fingerprint)")
    }
    for link in first {
      lines.append(
        link.member.map { "管理员\(PrintableText.line($0))还没有密码。30 分钟内打开这个链接设置：" }
          ?? "还没有管理员。30 分钟内打开这个链接，登记第一位管理员：")
      lines.append(address + link.path)
    }
    return (lines + linkLines(links, at: address)).map { $0 + "\n" }.joined()
  }

  /// The links for the page of the ledger that is running already.
  static func linksOfRunning(
    _ links: [(name: String, path: String)], at address: String
  ) -> String {
    (["这本台账的网页正在运行：\(address)/"] + linkLines(links, at: address))
      .map { $0 + "\n" }.joined()
  }

  /// What stands for the host of a proxy that was not named.
  static let proxyHost = "代理的域名"

  private static func linkLines(
    _ links: [(name: String, path: String)], at address: String
  ) -> [String] {
    links.map { "\($0.name)设置密码的链接，三天内用一次：\(address)\($0.path)" }
  }
}

extension PortalPhrases {
  /// What the folder of files that came back is called.
  static let handedIn = "交回的文件"

  /// What the folder of files that are given out is called.
  static let handedOut = "导出的文件"

  /// What marks a department that leads, as plans write it.
  static let leadMark = "（牵头）"

  /// A file for the office as staff call it.
  static func file(_ kind: FilePages.Kind) -> String {
    switch kind {
    case .workbook: "台账"
    case .table: "方案各栏"
    case .calendar: "日程"
    case .bundle: "报送材料"
    case .backup: "备份"
    }
  }

  /// What it is for.
  static func fileMeaning(_ kind: FilePages.Kind) -> String {
    switch kind {
    case .workbook: "Excel 工作簿，一条一行，可以筛选"
    case .table: "CSV 表格，可以改了再导入"
    case .calendar: "完成时限和例会，可以放进手机日历"
    case .bundle: "报告、台账和佐证打成一包，交上级"
    case .backup: "台账和佐证的完整备份，不含账号和密码"
    }
  }

  /// A paper as staff call it in their work.
  static func paper(_ kind: PaperKind, _ profile: ReformProfile) -> String {
    switch kind {
    case .monthly: profile.name(of: PaperTitle.monthly.words)
    case .selfEvaluation: profile.name(of: PaperTitle.selfEvaluation.words)
    case .reform: profile.name(of: PaperTitle.reform.words)
    case .filingForm: profile.name(of: PaperTitle.filingForm.words)
    case .publication: profile[.evaluation] + "情况公示"
    case .missing: "倒排表"
    case .minutes: "会议纪要"
    case .reminder: "督办函件"
    case .ledger: "台账"
    case .evidenceIndex: "佐证材料目录"
    case .department: "部门清单"
    case .handIn: "报送清单"
    case .board: "挂图"
    }
  }

  /// What a paper is called as a file, without its day: whose it is stands behind its name.
  static func fileName(of printed: Paper, _ profile: ReformProfile) -> String {
    let name = paper(printed.kind, profile)
    switch printed {
    case .unionForm(let unit): return "\(profile.name(of: PaperTitle.unionForm.words))（\(unit)）"
    case .department(let department), .reminder(let department, _),
      .missing(_, let department?):
      return "\(name)（\(department)）"
    case .monthly(let month), .minutes(let month): return "\(name)（\(month)）"
    case .missing(_, nil), .selfEvaluation, .reform, .filingForm, .publication, .ledger,
      .evidenceIndex, .handIn, .board:
      return name
    }
  }

  /// A form of a paper as staff call it.
  static func format(_ format: PaperFormat) -> String {
    switch format {
    case .html: "在网页上看"
    case .docx: "Word"
    case .pdf: "PDF"
    case .markdown: "纯文本（Markdown）"
    }
  }
}
