import TaskLedger

extension RemedyWords {
  /// Who signs what an act records: the clerk where one is known and no reviewer is asked for; nil
  /// where nothing must be signed.
  static func signer(of act: Remedy.Act, clerk: String?) -> String? {
    switch act {
    case .start, .attach, .submit, .sustain, .note, .revise, .confirm, .requestExtension,
      .addMember,
      .openMeeting, .closeMeeting, .raiseGap, .setFact, .importFacts, .importCheckedFacts:
      clerk.map(ShellWord.quoted) ?? "经办人"
    case .updateList, .close, .return, .reopen, .grantExtension, .grantExtensionBySuperior,
      .refuseExtension:
      "审核人"
    case .createLedger, .createLedgerFromList, .importPlan, .updatePlan, .nameColumn, .nameTable,
      .previewPlan, .printMonthly, .print, .exportTexts, .tryDeadline, .exportTables,
      .exportEntries, .exportTemplates, .previewSheets, .makeBundle, .backUp, .restore, .rollUp,
      .collect, .collectAccepting, .verifyBundle, .checkBackup, .verify, .verifyOther, .examine,
      .previewRepair, .repair:
      nil
    }
  }

  /// Whether an act works on the ledger that the run has open, and not on files or another ledger.
  static func opensLedger(_ act: Remedy.Act) -> Bool {
    switch act {
    case .createLedger, .createLedgerFromList, .tryDeadline, .exportTemplates, .restore,
      .checkBackup, .rollUp, .collect, .collectAccepting, .verifyBundle, .verifyOther:
      false
    case .start, .attach, .submit, .sustain, .close, .return, .reopen, .note, .revise, .confirm,
      .requestExtension, .grantExtension, .grantExtensionBySuperior, .refuseExtension, .importPlan,
      .updatePlan, .updateList, .nameColumn,
      .nameTable, .previewPlan, .addMember, .openMeeting, .closeMeeting, .printMonthly, .print,
      .raiseGap, .setFact, .importFacts, .importCheckedFacts, .exportTexts, .exportTables,
      .exportEntries, .previewSheets, .makeBundle, .backUp, .verify, .examine, .previewRepair,
      .repair:
      true
    }
  }

  /// What stands in a command for the role of a column that the person must name.
  static let roleBlank = "栏目名"

  /// What must be known to fill in the blanks of a command; empty where their words say it.
  static func note(on act: Remedy.Act) -> String {
    guard case .nameColumn(nil, _) = act else { return "" }
    return "（\(roleBlank)写 \(ColumnRole.allCases.map(\.name).joined(separator: "、")) 之一）"
  }

  func words(for act: Remedy.Act) -> String {
    switch act {
    case .start(let id): "xiaohao start \(id)"
    case .attach(let id): "xiaohao attach \(id) 文件 --caption 名称"
    case .submit(let id): "xiaohao submit \(id) --summary \"完成情况说明\""
    case .sustain(let id): "xiaohao sustain \(id)"
    case .close(let id): "xiaohao close \(id) --opinion \"同意销号\""
    case .return(let id): "xiaohao return \(id) --reason \"理由\""
    case .reopen(let id): "xiaohao reopen \(id) --finding \"问题\" --basis \"依据\""
    case .note(let id, let words): "xiaohao note \(id) \"\(words)\""
    case .revise(let id, let revision, let reason):
      "xiaohao revise \(id?.description ?? Self.itemBlank)\(Self.option(for: revision))\(Self.option(reason: reason))"
    case .confirm(let id, let code, let reason):
      "xiaohao revise \(id) --confirm-flag \(code.rawValue)\(Self.option(reason: reason))"
    case .requestExtension(let id): "xiaohao extend request \(id) --until 日期 --reason \"理由\""
    case .grantExtension(let id): "xiaohao extend grant \(id) --basis \"依据\""
    case .grantExtensionBySuperior(let id):
      "xiaohao extend grant \(id) --basis \"依据\" --superior 文号"
    case .refuseExtension(let id): "xiaohao extend refuse \(id) --reason \"理由\""
    case .createLedger: "xiaohao init --ledger 文件夹 --school 校名"
    case .createLedgerFromList(let file):
      "xiaohao init --ledger 文件夹 --school 校名 --list \(self.file(file, or: "文件"))"
    case .importPlan(let file): "xiaohao import \(self.file(file, or: "方案.docx"))"
    case .updatePlan: "xiaohao import 文件 --update"
    case .updateList: "xiaohao list update 文件 --reason \"依据\""
    case .nameColumn(let role, let column):
      "xiaohao import 文件 --map \(role?.name ?? Self.roleBlank)=\(column.map(ShellWord.quoted) ?? "表头")"
    case .nameTable(let name): "xiaohao import 文件 --table \(ShellWord.quoted(name))"
    case .previewPlan: "xiaohao import 文件 --dry-run --update"
    case .addMember: "xiaohao member add 姓名 --department 部门"
    case .openMeeting(let month): "xiaohao meeting open \(month)"
    case .closeMeeting(let month): "xiaohao meeting close \(month)"
    case .printMonthly(let month): "xiaohao report monthly \(month)"
    case .print(let paper, let subject, let file):
      "xiaohao report \(paper)" + (subject.map { " " + ShellWord.quoted($0) } ?? "")
        + (file.map { " --output " + ShellWord.quoted($0) } ?? "")
    case .raiseGap: "xiaohao gap raise \"差距短板\" --owner 责任部门"
    case .setFact(let name, let example):
      "xiaohao fact set \(name.map(ShellWord.quoted) ?? "名") \(example.map(ShellWord.quoted) ?? "值")"
    case .importFacts: "xiaohao fact import 文件"
    case .exportTexts: "xiaohao text export 文稿.md"
    case .importCheckedFacts(let file): "xiaohao fact import \(self.file(file, or: "文件")) --confirm"
    case .tryDeadline(let words): "xiaohao deadline \(ShellWord.quoted(words))"
    case .exportTables: "xiaohao export --csv"
    case .exportEntries: "xiaohao export --events --output 文件"
    case .exportTemplates: "xiaohao templates export 文件夹"
    case .previewSheets: "xiaohao sheet import 文件夹 --dry-run"
    case .makeBundle: "xiaohao bundle --out 报送材料.zip"
    case .backUp: "xiaohao backup 备份.zip"
    case .restore: "xiaohao restore 备份.zip --ledger 新文件夹"
    case .rollUp: "xiaohao rollup 文件夹"
    case .collect(let sources, let folder): Self.collect(sources, folder)
    case .collectAccepting(let school, let sources, let folder):
      Self.collect(sources, folder) + " --accept \(ShellWord.quoted(school))"
    case .verifyBundle: "xiaohao bundle verify 文件"
    case .checkBackup: "xiaohao restore 备份.zip --ledger 新文件夹 --dry-run"
    case .verify: "xiaohao verify"
    case .verifyOther: "xiaohao verify --ledger 文件夹"
    case .examine: "xiaohao doctor"
    case .previewRepair: "xiaohao doctor --repair --dry-run"
    case .repair: "xiaohao doctor --repair"
    }
  }

  private static func option(for revision: Remedy.Revision) -> String {
    switch revision {
    case .deadline(let text): " --deadline \(text.map(ShellWord.quoted) ?? "时限")"
    case .departments: " --departments \"部门（牵头）、部门\""
    case .content: " --content \"内容\""
    case .measure: " --measure \"措施\""
    case .clause(let clause): " --clause \(clause?.description ?? "条款号")"
    case .any: ""
    }
  }

  private static func collect(_ sources: [String], _ folder: String) -> String {
    (["xiaohao collect"] + sources.map(ShellWord.quoted) + ["--into", ShellWord.quoted(folder)])
      .joined(separator: " ")
  }

  private static func option(reason: String?) -> String { " --reason \"\(reason ?? "理由")\"" }
}
