import LedgerStore
package import TaskLedger

/// The wording of the desk.
extension Diagnostic {
  /// An owner whom nobody knows.
  static func ownerUnknown(_ name: String, nearest: [String]) -> Diagnostic {
    let near = nearest.map { "「\(PrintableText.line($0))」" }.joined(separator: "、")
    return Diagnostic(
      code: "owner-unknown", severity: .warning,
      message: "责任部门「\(PrintableText.line(name))」不在方案的部门、院系和登记的人员里，会照写印进材料",
      remedy: near.isEmpty ? "写错时另提一条，并把这一条写明结果" : "是不是：\(near)；写错时另提一条，并把这一条写明结果")
  }

  /// A department whose union is exempted and whom nobody knows.
  static func exemptUnitUnknown(_ name: String, nearest: [String]) -> Diagnostic {
    let near = nearest.map { "「\(PrintableText.line($0))」" }.joined(separator: "、")
    return Diagnostic(
      code: "exempt-unit-unknown", severity: .warning,
      message: "「\(PrintableText.line(name))」不在方案的部门、实有数据的院系和部门表里，声明不适用只对这个名称有效",
      remedy: (near.isEmpty ? "" : "是不是：\(near)；") + "写错的撤回这一条，用正确的名称再声明")
  }

  /// A department got a letter of the same day before, and has not answered it.
  static func reminderRepeated(_ sent: ReminderSent, _ others: [Int]) -> Diagnostic {
    let numbers = others.map { "第 \($0) 号" }.joined(separator: "、")
    return Diagnostic(
      code: "reminder-repeated", severity: .warning,
      message:
        "同一天已给\(PrintableText.line(sent.department))发过\(numbers)，还没有答复，又登记了第 \(sent.number) 号",
      remedy: "重复登记的撤回这一条记录；已发出的函件：\(look: .reminders)")
  }

  /// Somebody at a meeting whom the ledger does not know.
  static func attendeeUnknown(_ name: String, nearest: [String]) -> Diagnostic {
    let near = nearest.map { "「\(PrintableText.line($0))」" }.joined(separator: "、")
    return Diagnostic(
      code: "attendee-unknown", severity: .warning,
      message: "出席的「\(PrintableText.line(name))」不是登记的人员、审核人、责任人或部门，会照写印进纪要",
      remedy: (near.isEmpty ? "" : "是不是：\(near)；")
        + "列席的不用管；写错了的，在印出的纪要里改正，台账照登原文")
  }

  /// A corrected plan gives more time.
  static func deadlinePostponed(
    _ item: ItemID, from due: CivilDate, until: CivilDate?
  ) -> Diagnostic {
    Diagnostic(
      code: "deadline-postponed", severity: .warning, item: item,
      message: "\(item) 的时限是 \(due)，这份方案"
        + (until.map { "推迟到 \($0)" } ?? "没有写到期日") + "，月度自查列入延期",
      remedy: "核对方案是不是按程序修订的；抄录有误的改文件后重新导入")
  }

  /// A corrected plan has other words under a number with work, or those words under another number.
  static func historyMoved(_ moved: MovedWords, to words: String?) -> Diagnostic {
    let old = PrintableText.line(moved.words)
    return Diagnostic(
      code: "history-moved", severity: .warning, item: moved.item,
      message: "\(moved.item) 原来是「\(old)」，这份方案"
        + (words.map { "改为「\(PrintableText.line($0))」" } ?? "没有这个编号")
        + (moved.now.map { "，原来的内容现在是 \($0)" } ?? "")
        + "；已登记的进展、佐证仍在 \(moved.item) 名下，没有跟着移动",
      remedy: "编号或行序抄错的改文件后重新导入；没有抄错的，导入后把进展、佐证登记到所属的条目，"
        + "\(moved.item) 名下的佐证作废，再确认标记「\(FindingCode.historyDoubtful.rawValue)」")
  }

  /// A note of progress was sent once more.
  package static func noteRepeated(_ item: ItemID, of sequence: Int) -> Diagnostic {
    Diagnostic(
      code: "note-repeated", severity: .note, item: item,
      message: "这一条进展与第 \(sequence) 条记录相同，没有重复登记")
  }

  /// A department of a person that nobody knows: items of the plan are not shown to her.
  static func memberDepartmentUnknown(
    _ name: String, of member: String, nearest: [String]
  ) -> Diagnostic {
    let near = nearest.map { "「\(PrintableText.line($0))」" }.joined(separator: "、")
    return Diagnostic(
      code: "member-department-unknown", severity: .warning,
      message: "「\(PrintableText.line(name))」不在方案的部门、院系和部门表里，"
        + "\(PrintableText.line(member))看不到任何条目",
      remedy: (near.isEmpty ? "" : "是不是：\(near)；") + "写错的，用正确的部门再登记一次")
  }

  /// A corrected plan changes what was struck off.
  static func closuresStale(_ items: [ItemID]) -> Diagnostic {
    Diagnostic(
      code: "closures-stale", severity: .warning, item: items.first,
      message: "这份方案改了已销号的 \(items.map(\.description).joined(separator: "、"))："
        + "原销号失效，需重新审核",
      remedy: "只是写法不同的，照原来的写法改好文件再导入；确有变动的，请审核人重新审核")
  }

  /// Somebody who left is one of the reviewers.
  static func memberStillReviewer(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "member-still-reviewer", severity: .warning,
      message: "「\(PrintableText.line(name))」离任了，仍在审核人名单里，从此不能再审核",
      remedy: "由另一位审核人重新设定审核人名单")
  }

  /// Nobody is left who registers people on the page.
  static func administratorGone(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "administrator-gone", severity: .warning,
      message: "「\(PrintableText.line(name))」是唯一的管理员，停用后网页上没有人能登记人员",
      remedy: "\(.addMember)，职责写「\(Member.Role.administrator.words)」")
  }

  /// What a member holds who was registered before.
  static func memberHolds(_ member: Member) -> Diagnostic {
    Diagnostic(
      code: "member-holds", severity: .note,
      message: "「\(PrintableText.line(member.name))」以前登记过，"
        + "现在的部门：\(member.departments.joined(separator: "、"))；职责：\(member.roles.sorted().map(\.words).joined(separator: "、"))",
      remedy: "以前的仍然有效；不该再有的，停用后用能区分的姓名登记，如\(PrintableText.line(member.name))（部门）")
  }

  static func fault(_ code: String, _ message: String, _ remedy: Remedy?) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, remedy: remedy)
  }

  /// The clock gives no day.
  static func clockUnreadable() -> Diagnostic {
    fault(
      "clock-unreadable", "读不到电脑日期",
      "写明今天：\(field: .today(CivilDate(year: 2020, month: 9, day: 1)))")
  }

  /// No folder with a ledger was found.
  static func ledgerNotFound() -> Diagnostic {
    fault(
      "ledger-missing", "当前文件夹及其上级都没有台账",
      "先\(doing: .createLedger)；或\(naming: .ledgerFolder)")
  }

  /// Others were faster.
  static func overtaken(by news: [EventEnvelope]) -> Diagnostic {
    let first = news.prefix(3).map {
      "第 \($0.sequence) 条 \($0.actor) \($0.event.name.words)"
        + ($0.event.item.map { " \($0)" } ?? "")
    }
    return fault(
      "overtaken", "办理期间台账有新记录，本次没有写入：\(first.joined(separator: "；"))",
      "查看后再办：\(look: .history(nil))")
  }

  /// The list file has no clauses.
  static func listUnreadable(_ file: String, isSetNamed: Bool) -> Diagnostic {
    let column: Remedy = "写内容的一栏表头认不出的，指明它：\(field: .column(.content, "表头"))"
    let set: Remedy = "；是另一项工作的清单，建账时写明：\(field: .dataSet)"
    return fault(
      "list-unreadable", "「\(file)」里没有找到任务列表",
      "指明上级通知的 .docx 或按 tasks/guangdong-2020.md 的格式写；" + column + (isSetNamed ? "" : set))
  }

  /// A set of data is not known.
  static func setUnknown(_ name: String, known: [String] = []) -> Diagnostic {
    fault(
      "set-unknown", "没有「\(PrintableText.line(name))」这一套数据",
      known.isEmpty ? "台账由更新的程序建立的，用那个程序打开" : "有：\(known.joined(separator: "、"))")
  }

  /// The list of the work is every school's own.
  static func listNeeded(_ set: String) -> Diagnostic {
    fault(
      "list-needed", "「\(set)」的清单是各校自己的，建账时要写明",
      "清单可以是 Word、Excel 或 Markdown 的表，要有写问题（任务）的一栏，责任单位、措施、时限几栏有就一并读入：\(.createLedgerFromList(file: nil))"
    )
  }

  /// What was to be imported is the province's list itself.
  static func planIsList(_ file: String, number: String) -> Diagnostic {
    let name = PrintableText.fileName(String(file.split(separator: "/").last ?? ""))
    return fault(
      "plan-is-list",
      "「\(name)」是上级的通知，不是学校的方案：文号是任务列表的 \(PrintableText.line(number))，各条都没有写实施部门",
      "导入学校自己的实施方案：\(.importPlan(file: nil))；这份通知建账时用：\(.createLedgerFromList(file: name))")
  }

  /// Entries of the ledger count only after the day looked at.
  package static func laterEntries(_ count: Int, asOf day: CivilDate) -> Diagnostic {
    Diagnostic(
      code: "later-entries", severity: .note,
      message: "台账里有 \(count) 条记录的日期晚于 \(day)，没有计入",
      remedy: "要看全部，不写\(field: .today(nil))、\(field: .lookBack(nil))，或写更晚的日期")
  }

  /// The output file cannot be written.
  static func outputUnwritable(_ path: String, reason: String) -> Diagnostic {
    fault("output-unwritable", "写不了「\(path)」：\(reason)", "换一个文件夹，或检查权限")
  }

  /// What was given as the code of a paper is none.
  static func anchorUnreadable(_ words: String) -> Diagnostic {
    fault(
      "anchor-unreadable", "「\(words)」不是台账校验码", "照报告页脚抄写，例如\(field: .anchor("37-9f3a2c7b1d04"))")
  }

  /// What is to be written would take the place of a ledger's records.
  static func outputIsLedger(_ name: String) -> Diagnostic {
    fault(
      "output-is-ledger", "「\(name)」是台账的记录或佐证，不能写在上面，什么都没有写",
      "换一个文件名，例如\(field: .output("报告.md"))")
  }

  /// The output would take the place of a file that is no earlier output of the same kind.
  static func outputExists(_ name: String) -> Diagnostic {
    fault(
      "output-exists", "「\(PrintableText.line(name))」已经有了，内容不是这份材料上次写出的样子，没有写",
      "换一个文件名；确认不要原来的文件，就加上\(field: .replacing)")
  }

  /// A fault of the program itself.
  static func internalFault(_ detail: String) -> Diagnostic {
    fault("internal-fault", "程序内部出错：\(detail)", "请把这条信息和所用命令反馈给开发者；台账没有改动")
  }
}

extension Diagnostic {
  /// A preview was made without a ledger.
  static func previewWithoutLedger() -> Diagnostic {
    Diagnostic(
      code: "preview-without-ledger", severity: .note, message: "没有台账，按内置任务列表演示",
      remedy: "\(doing: .createLedger)")
  }

  /// A plan names another school than the ledger; nil when one name is part of the other.
  static func schoolDiffers(plan: String?, ledger: String) -> Diagnostic? {
    guard let plan else { return nil }
    let (theirs, ours) = (TextFolding.compact(plan), TextFolding.compact(ledger))
    guard !theirs.contains(ours), !ours.contains(theirs) else { return nil }
    return Diagnostic(
      code: "school-differs", severity: .warning,
      message: "方案写的学校是「\(PrintableText.line(plan))」，台账的学校是「\(PrintableText.line(ledger))」",
      remedy: "核对文件是否选对；校名写错的，换一个文件夹重新建账后导入：\(.createLedger)")
  }
}

extension Diagnostic {
  /// The folder of templates is not there.
  static func templateFolderMissing(_ folder: String) -> Diagnostic {
    fault(
      "template-folder-missing", "没有模板文件夹「\(folder)」", "核对路径，或不写\(field: .templates)，用内置模板")
  }

  /// A template cannot be read.
  static func templateUnreadable(_ name: String) -> Diagnostic {
    fault("template-unreadable", "模板「\(name)」打不开或不是 UTF-8 文本", "另存为 UTF-8 后再试")
  }

  /// Evidence is missing or changed, so a month cannot be sealed.
  static func evidenceNotSound(_ numbers: [EvidenceNumber]) -> Diagnostic {
    fault(
      "evidence-not-sound",
      "佐证材料缺失或被改动：\(numbers.map(\.description).joined(separator: "、"))",
      "查看是哪几件：\(.verify)；"
        + (numbers.first.map { "有原件的再交一次就放回原处：\(.attach($0.item))；没有的" as Remedy } ?? "")
        + "从备份找回原文件")
  }

  /// The file of evidence was missing or changed, and its original came again.
  package static func evidenceRestored(
    _ numbers: [EvidenceNumber], dryRun: Bool
  ) -> Diagnostic {
    let names = numbers.map(\.description).joined(separator: "、")
    return Diagnostic(
      code: "evidence-restored", severity: .note,
      message: "\(names) 存放的文件缺失或被改动，\(dryRun ? "将" : "已")用这次交来的原件放回，不重复登记")
  }

  /// A number that should name an entry does not.
  static func entryUnknown(_ sequence: Int) -> Diagnostic {
    fault("entry-unknown", "台账里没有第 \(sequence) 条记录", "查看编号：\(look: .history(nil))")
  }
}

extension Diagnostic {
  /// An exported file cannot be read back.
  static func exportUnreadable(_ name: String, line: Int?) -> Diagnostic {
    Diagnostic(
      code: "export-unreadable", severity: .error,
      location: line.map { .text(file: name, line: $0, column: 1) },
      message: line == nil ? "「\(name)」打不开或没有记录" : "这一行不是台账记录，或接不上前一条",
      remedy: "重新导出：\(.exportEntries)")
  }
}

extension Diagnostic {
  /// The file of indicators has no table.
  static func indicatorsMissing(_ name: String) -> Diagnostic {
    fault("indicators-missing", "「\(name)」里没有验收指标表", "对照内置的 tasks/acceptance-2020.md 改正，或删去它")
  }
}

extension Diagnostic {
  /// The name under which the text of a sealed month is kept.
  static func sealedPaperName(_ month: CivilMonth) -> String { "月度自查-\(month).md" }
}

extension Diagnostic {
  /// A setting has no such name.
  static func settingUnknown(_ name: String, known: [String], at location: Location?) -> Diagnostic
  {
    Diagnostic(
      code: "setting-unknown", severity: .error, location: location, message: "没有叫「\(name)」的设置",
      remedy: "可用：\(known.joined(separator: "、"))")
  }

  /// The value of a setting cannot be read.
  static func settingUnreadable(_ name: String, _ value: String, at location: Location?)
    -> Diagnostic
  {
    Diagnostic(
      code: "setting-unreadable", severity: .error, location: location,
      message: "设置「\(name)」的值「\(value)」读不出来或超出范围", remedy: "写成 512 MiB 或 2 GiB（1 MiB 到 64 GiB）")
  }
}

extension Diagnostic {
  /// Figures look doubtful, and nobody has said that they were checked.
  static func factsNotConfirmed(_ file: String) -> Diagnostic {
    fault(
      "facts-not-confirmed", "有数值存疑，全部没有登记",
      "核对表格后改正；确认无误的照登记：\(.importCheckedFacts(file: PrintableText.line(file)))")
  }
}

extension Diagnostic {
  /// A step of a repair in words.
  static func words(of step: FolderRepair.Step, aside: String) -> String {
    switch step {
    case .replayJournal: "退回中断的写入"
    case .restrict(let path): "收紧「\(folderPart(path))」的权限"
    case .moveAside(let path): "把「\(path)」移到「\(aside)」"
    }
  }
}

extension Diagnostic {
  /// An indicator that the table does not have.
  static func indicatorUnknown(_ number: String, known: [String]) -> Diagnostic {
    Diagnostic(
      code: "indicator-unknown", severity: .error,
      message: "指标表里没有编号「\(PrintableText.line(number))」",
      remedy: Remedy("编号有：" + known.joined(separator: "、")))
  }
}
