// The acts, places and entries of remedies as staff call them, whatever front end they use.

extension Remedy {
  /// The remedy in plain words, for front ends that have neither commands nor links.
  public var words: String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .act(let act), .doing(let act): act.words
      case .look(let place): place.words
      case .field(let field): field.words
      case .naming(let field): "写明" + field.words
      }
    }.joined()
  }
}

extension Remedy.Act {
  /// The act as staff call it, with the item it is about.
  public var words: String {
    switch self {
    case .start(let id): "认领 \(id)"
    case .attach(let id): "上传 \(id) 的佐证材料"
    case .submit(let id): "申请 \(id) 销号"
    case .sustain(let id): "将 \(id) 转入长期坚持"
    case .close(let id): "审核后将 \(id) 销号"
    case .return(let id): "退回 \(id)"
    case .reopen(let id): "重启 \(id)"
    case .note(let id, let words): "登记 \(id) 的\(words)"
    case .revise(let id, let revision, _): "更正\(Self.item(id))\(revision.words)"
    case .confirm(let id, _, _): "确认 \(id) 的标记"
    case .requestExtension(let id): "申请 \(id) 延期"
    case .grantExtension(let id): "同意 \(id) 延期"
    case .grantExtensionBySuperior(let id): "依据上级文件同意 \(id) 延期"
    case .refuseExtension(let id): "不同意 \(id) 延期"
    case .createLedger: "建账"
    case .createLedgerFromList: "用这份任务列表建账"
    case .importPlan: "导入方案"
    case .updatePlan: "重新导入方案并应用变动"
    case .updateList: "更正任务列表"
    case .nameColumn(let role, let column):
      role.map { "导入时指明「\($0.name)」栏" + (column.map { "为「\($0)」" } ?? "") }
        ?? "导入时指明\(column.map { "「\($0)」" } ?? "这一栏")是什么栏"
    case .nameTable(let name): "导入时指明「\(name)」这一份"
    case .previewPlan: "查看新方案与台账的差异"
    case .addMember: "登记人员"
    case .openMeeting(let month): "开始 \(month) 例会"
    case .closeMeeting(let month): "封存 \(month)"
    case .printMonthly(let month): "打印 \(month) 月报"
    case .print(let paper, let subject, _): "打印报告 \(paper)" + (subject.map { " \($0)" } ?? "")
    case .raiseGap: "另提一条差距短板"
    case .setFact(let name, let example):
      "登记实有数据" + (name.map { "「\($0)」" } ?? "") + (example.map { " \($0)" } ?? "")
    case .importFacts: "导入实有数据表"
    case .exportTexts: "导出文稿照着写"
    case .importCheckedFacts: "照登记核对无误的数据"
    case .tryDeadline(let words): "试读「\(words)」"
    case .exportTables: "导出文本表格"
    case .exportEntries: "导出全部记录"
    case .exportTemplates: "抄出内置模板"
    case .previewSheets: "查看收回的填报表会登记什么"
    case .makeBundle: "装成报送材料"
    case .backUp: "备份台账"
    case .restore: "从备份还原到新文件夹"
    case .rollUp: "汇总各校台账"
    case .collect: "收下各校报送材料"
    case .collectAccepting(let school, _, _): "收下「\(school)」的这一份"
    case .verifyBundle: "核对报送材料"
    case .checkBackup: "核对备份"
    case .verify: "校验台账"
    case .verifyOther: "校验那一本台账"
    case .examine: "体检台账文件夹"
    case .previewRepair: "查看修复会做什么"
    case .repair: "修复台账文件夹"
    }
  }

  private static func item(_ id: ItemID?) -> String { id.map { " \($0) 的" } ?? "" }
}

extension Remedy.Revision {
  /// What is corrected, and the value where it is known.
  public var words: String {
    switch self {
    case .deadline(let text): "完成时限" + (text.map { "为「\($0)」" } ?? "")
    case .departments: "实施部门"
    case .content: "内容"
    case .measure: "落实措施"
    case .clause(let clause): "对应条款" + (clause.map { "为 \($0)" } ?? "")
    case .any: "条目"
    }
  }
}

extension Remedy.Place {
  /// The place as staff call it.
  public var words: String {
    switch self {
    case .items: "台账清单"
    case .overdueItems: "逾期的条目"
    case .item(let id): id.map { "条目 \($0)" } ?? "该条目"
    case .history(let id): id.map { "\($0) 的沿革" } ?? "台账沿革"
    case .gaps: "全部差距短板"
    case .reminders: "全部函件"
    case .members: "人员名单"
    case .factNames: "实有数据名称"
    case .factHeadings: "验收指标表的「数据写法」"
    case .findings, .missingClauses: "比对结果"
    case .templateKeys: "模板可用的键"
    case .deadlineForms: "完成时限的写法"
    case .checks: "全部比对项"
    case .itemsAsOf(let day): "截至 \(day) 的全部条目"
    }
  }
}

extension Remedy.Field {
  /// The entry as staff call it, with the value to write.
  public var words: String {
    switch self {
    case .text(let text): text.words
    case .actor: "经办人"
    case .effectiveDay(let day): "办理日期" + (day.map { " \($0)" } ?? "")
    case .today(let day): "今天的日期" + (day.map { "（如 \($0)）" } ?? "")
    case .lookBack(let day): "统计截至日" + (day.map { " \($0)" } ?? "")
    case .due: "整改期限"
    case .measureNumber: "措施编号"
    case .ledgerFolder: "台账文件夹"
    case .taskList: "任务列表"
    case .column(let role, let heading): "「\(heading)」这一栏是\(role?.name ?? "什么")"
    case .dataSet: "按哪一项工作"
    case .output(let example): "写出的位置" + (example.map { "（如「\($0)」）" } ?? "")
    case .superior: "上级文件文号"
    case .format(let format): "格式" + (format.map { " \($0)" } ?? "")
    case .templates: "模板文件夹"
    case .anchor(let example): "校验码（如 \(example)）"
    case .farDate: "日期无误"
    case .replacing: "替换原来的文件"
    case .damaged: "连同缺损"
    case .incomplete: "缺几件也报送"
    case .forcingItem(let id): "照表登记 \(id)"
    case .checkedFigures: "数据核对过了"
    }
  }
}
