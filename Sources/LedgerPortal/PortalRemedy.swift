import TaskLedger

/// What to do about a diagnostic, as the page words it: acts and places are links.
enum PortalRemedy {
  /// A piece of a remedy.
  struct Part: Sendable, Hashable {
    /// The words.
    var words: String
    /// The page they lead to; empty for plain words.
    var path = ""
    /// Whether they are something to do there, and not something to look at.
    var isAct = false

    /// The piece as a visitor can follow it: where she is not let in, who can do it is named.
    func open(to visitor: Visitor?) -> Part {
      let roles = PortalRoutes.roles(admittedTo: path)
      guard let visitor, let roles, roles.isDisjoint(with: visitor.roles) else { return self }
      let names = PortalRole.allCases.filter(roles.contains).map(PortalPhrases.role)
      let who = names.joined(separator: "或")
      return Part(words: isAct ? "请\(who)\(words)" : "\(words)（\(who)可以看）")
    }
  }

  /// The remedy of a diagnostic.
  static func parts(_ diagnostic: Diagnostic) -> [Part] {
    diagnostic.remedy?.parts.map(part) ?? []
  }

  /// The same beside the field it is about: what ends in the name of the field does without it.
  static func parts(beside diagnostic: Diagnostic) -> [Part] {
    var parts = diagnostic.remedy?.parts ?? []
    if case .field = parts.last, parts.count > 1, case .words(let words) = parts[parts.count - 2],
      words.hasSuffix("：")
    {
      parts.removeLast(2)
      parts.append(.words(String(words.dropLast())))
    }
    return parts.map(part)
  }

  /// The remedy as the rows of a template, for who reads it.
  static func rows(_ parts: [Part], for visitor: Visitor?) -> PageValue {
    .rows(
      parts.map { $0.open(to: visitor) }.map {
        ["words": .text($0.words), "path": .text($0.path)]
      })
  }

  /// What is said of a file, each with its place and remedy, as the rows of a template.
  static func findings(_ diagnostics: [Diagnostic], for visitor: Visitor?) -> PageValue {
    .rows(
      diagnostics.map {
        [
          "isError": .flag($0.severity == .error), "message": .text($0.message),
          "place": .text($0.location?.description ?? ""),
          "remedy": rows(parts($0), for: visitor),
        ]
      })
  }

  private static func part(_ part: Remedy.Part) -> Part {
    switch part {
    case .words(let words): Part(words: words)
    case .act(let act), .doing(let act): doing(act)
    case .look(let place): link(place)
    case .field(let field): Part(words: words(field))
    case .naming(let field): Part(words: naming(field))
    }
  }

  private static func doing(_ act: Remedy.Act) -> Part {
    var part = link(act)
    part.isAct = true
    return part
  }

  /// What is done on no page is named, with who does it.
  private static func link(_ act: Remedy.Act) -> Part {
    switch act {
    case .start(let id): Part(words: "认领 \(id)", path: "/items/\(id)")
    case .attach(let id): Part(words: "给 \(id) 交材料", path: "/items/\(id)")
    case .submit(let id): Part(words: "给 \(id) 申请销号", path: "/items/\(id)")
    case .sustain(let id): Part(words: "将 \(id) 转入长期坚持", path: "/items/\(id)")
    case .close(let id): Part(words: "审核 \(id)", path: "/review/\(id)")
    case .return(let id): Part(words: "退回 \(id)", path: "/review/\(id)")
    case .reopen(let id): Part(words: "重启 \(id)", path: "/review/\(id)")
    case .note(let id, let words): Part(words: "给 \(id) 写进展：\(words)", path: "/items/\(id)")
    case .revise(let id?, _, _): Part(words: "更正 \(id)", path: "/office/revise/\(id)")
    case .revise(nil, _, _): Part(words: "更正条目", path: "/office")
    case .confirm(let id, _, _): Part(words: "核对 \(id)", path: "/office/check")
    case .requestExtension(let id): Part(words: "给 \(id) 申请延期", path: "/items/\(id)")
    case .grantExtension(let id), .grantExtensionBySuperior(let id):
      Part(words: "同意 \(id) 延期", path: "/review")
    case .refuseExtension(let id): Part(words: "不同意 \(id) 延期", path: "/review")
    case .createLedger, .createLedgerFromList: Part(words: "请办公室建账")
    case .updateList: Part(words: "请管理台账的人换上任务列表")
    case .importPlan, .updatePlan, .previewPlan:
      Part(words: "导入方案", path: "/office/import")
    case .openMeeting(let month): Part(words: "开 \(month) 例会", path: "/office/meetings")
    case .closeMeeting(let month): Part(words: "封存 \(month)", path: "/office/meetings")
    case .printMonthly(let month):
      Part(words: "\(month) 月度自查", path: "/papers/monthly?month=\(month)")
    case .print(let paper, _, _): Part(words: "看材料", path: "/papers/\(paper)")
    case .addMember: Part(words: "登记人员", path: "/members")
    case .raiseGap: Part(words: "登记差距短板", path: "/office/meetings")
    case .nameColumn(_, let column): Part(words: column.map { "给「\($0)」这一栏写明名称" } ?? "给这一栏写明名称")
    case .nameTable(let name): Part(words: "把「\(name)」单独存成一个文件再导入")
    case .setFact, .importFacts, .importCheckedFacts: Part(words: "登记实有数据", path: "/office/facts")
    case .exportTexts: Part(words: "文稿", path: "/office/texts")
    case .previewSheets: Part(words: "登记收回的表", path: "/sheets")
    case .tryDeadline(let words): Part(words: "如「\(words)」")
    case .exportTables, .exportEntries, .exportTemplates, .makeBundle, .backUp, .restore, .rollUp,
      .collect, .collectAccepting, .verifyBundle, .checkBackup, .verify, .verifyOther, .examine,
      .previewRepair, .repair:
      Part(words: "请管理台账的人在电脑上处理")
    }
  }

  private static func link(_ place: Remedy.Place) -> Part {
    switch place {
    case .items, .overdueItems, .itemsAsOf: Part(words: "全部条目", path: "/items")
    case .item(let id?): Part(words: "条目 \(id)", path: "/items/\(id)")
    case .item(nil): Part(words: "条目", path: "/items")
    case .history(let id?): Part(words: "\(id) 的经过", path: "/items/\(id)")
    case .history(nil): Part(words: "条目的经过", path: "/items")
    case .members: Part(words: "人员", path: "/members")
    case .gaps: Part(words: "差距短板", path: "/office/meetings")
    case .reminders: Part(words: "全部函件", path: "/office/reminders")
    case .factNames: Part(words: "实有数据", path: "/office/facts")
    // The headings of that sheet are read as they stand.
    case .factHeadings: Part(words: "填报表页的数据表", path: "/sheets")
    case .findings, .missingClauses, .checks: Part(words: "比对", path: "/office/check")
    case .templateKeys: Part(words: "模板的栏目")
    case .deadlineForms: Part(words: "时限的写法")
    }
  }

  /// An entry as it is to be named: by whom a form is sent, she shows by logging in.
  private static func naming(_ field: Remedy.Field) -> String {
    switch field {
    case .actor: "由其本人登录"
    case .forcingItem, .checkedFigures: "在下面打勾"
    default: "写明「\(words(field))」"
    }
  }

  /// An entry as the label of its field says.
  private static func words(_ field: Remedy.Field) -> String {
    switch field {
    case .text(let text): text.words
    case .actor: "经办人"
    case .effectiveDay(nil): "日期"
    case .effectiveDay(let day?): "日期（\(PortalPhrases.date(day))）"
    case .today: "今天的日期"
    case .lookBack: "截至日期"
    case .due: "完成日期"
    case .measureNumber: "对应的落实措施"
    case .ledgerFolder: "台账文件夹"
    case .taskList: "任务列表"
    case .column(let role, let heading):
      "「\(heading)」这一栏是\(role?.name ?? "什么")"
    case .dataSet: "按哪一项工作"
    case .output: "存放位置"
    case .superior: "上级文件文号"
    case .format: "格式"
    case .templates: "模板"
    case .anchor: "校验码"
    case .replacing: "替换原有文件"
    case .farDate: "确认日期"
    case .damaged, .incomplete, .forcingItem: "仍要办理"
    case .checkedFigures: "数据核对过了"
    }
  }
}
