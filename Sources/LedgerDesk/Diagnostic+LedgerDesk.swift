package import TaskLedger

package extension Diagnostic.Severity {
  /// The severity as messages print it.
  var words: String {
    switch self {
    case .error: "错误"
    case .warning: "提醒"
    case .note: "说明"
    }
  }
}

/// The wording of the command line.
package extension Diagnostic {
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
      "先建账：\(.createLedger)；或写明\(field: .ledgerFolder)")
  }

  /// Nobody is named as acting.
  static func actorMissing() -> Diagnostic {
    fault("actor-missing", "没有写明经办人", "加上\(field: .text(.actor))")
  }

  /// A word names no item.
  static func itemNameUnreadable(_ word: String) -> Diagnostic {
    fault(
      "item-name-unreadable", word.isEmpty ? "没有写条目编号" : "「\(word)」不是条目编号",
      "写成 3.1；几个一起写 3.1 3.2、3.* 或 7.1-7.3；全部编号见\(look: .items)")
  }

  /// Others were faster.
  static func overtaken(by news: [EventEnvelope]) -> Diagnostic {
    let gist = news.prefix(3).map {
      "第 \($0.sequence) 条 \($0.actor) \($0.event.name.words)"
        + ($0.event.item.map { " \($0)" } ?? "")
    }
    return fault(
      "overtaken", "办理期间台账有新记录，本次没有写入：\(gist.joined(separator: "；"))",
      "查看后再办：\(look: .history(nil))")
  }

  /// The list file has no clauses.
  static func listUnreadable(_ file: String) -> Diagnostic {
    fault("list-unreadable", "「\(file)」里没有找到任务列表", "指明省里通知的 .docx 或按 tasks/guangdong-2020.md 的格式写")
  }

  /// What was to be imported is the province's list itself.
  static func planIsList(_ file: String, number: String) -> Diagnostic {
    let name = PrintableText.fileName(String(file.split(separator: "/").last ?? ""))
    return fault(
      "plan-is-list",
      "「\(name)」是省里的通知，不是学校的方案：文号是任务列表的 \(PrintableText.line(number))，各条都没有写实施部门",
      "导入学校自己的实施方案：\(.importPlan(file: nil))；这份通知建账时用：\(.createLedgerFromList(file: name))")
  }

  /// A check has no such name.
  static func checkUnknown(_ name: String, nearest: [String]) -> Diagnostic {
    fault(
      "check-unknown", "没有叫「\(name)」的比对项",
      nearest.isEmpty
        ? "全部比对项见\(look: .checks)" : "最接近的是 \(nearest.joined(separator: "、"))")
  }

  /// A state has no such name.
  static func stateUnknown(_ name: String) -> Diagnostic {
    fault(
      "state-unknown", "没有叫「\(name)」的状态",
      "可用：\(Phase.allCases.map(\.words).joined(separator: "、"))")
  }

  /// The name of a department is not known.
  static func departmentUnknown(_ name: String, nearest: [String]) -> Diagnostic {
    Diagnostic(
      code: "department-unknown", severity: .warning, message: "没有条目由「\(name)」负责",
      remedy: nearest.isEmpty
        ? "部门写法见\(look: .items)" : "最接近的是 \(nearest.joined(separator: "、"))")
  }

  /// Entries of the ledger count only after the day looked at.
  static func laterEntries(_ count: Int, asOf day: CivilDate) -> Diagnostic {
    Diagnostic(
      code: "later-entries", severity: .note,
      message: "台账里有 \(count) 条记录的日期晚于 \(day)，没有计入",
      remedy: "要看全部，不写\(field: .today(nil))、\(field: .lookBack(nil))，或写更晚的日期")
  }

  /// The output file cannot be written.
  static func outputUnwritable(_ path: String, reason: String) -> Diagnostic {
    fault("output-unwritable", "写不了「\(path)」：\(reason)", "换一个文件夹，或检查权限")
  }

  /// Standard output could not be written to its end.
  static func outputIncomplete(_ number: Int32) -> Diagnostic {
    fault(
      "output-incomplete", "输出没有写全：\(systemReason(number))",
      "已登记的不受影响；腾出空间或换个地方，再看一遍：\(look: .items)、\(look: .history(nil))")
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

  /// What was written, and whether it took the place of an earlier one.
  static func written(_ output: String, replacing isReplaced: Bool) -> String {
    let name = PrintableText.line(output.split(separator: "/").last.map(String.init) ?? output)
    return "已写出「\(name)」" + (isReplaced ? "，替换了上次写出的" : "")
  }

  /// The extension of the output names a form that cannot be made.
  static func outputFormUnknown(_ name: String, known: [String]) -> Diagnostic {
    fault(
      "output-form-unknown", "「\(name)」的扩展名不是能写出的格式，什么都没有写",
      "可用的扩展名：\(known.map { "." + $0 }.joined(separator: "、"))；或写明\(field: .format(nil))")
  }

  /// No item answers a name with a star or a range.
  static func itemsNotFound(_ names: [String]) -> Diagnostic {
    fault("items-not-found", "没有条目对应 \(names.joined(separator: "、"))", "查看全部编号：\(look: .items)")
  }

  /// A paper has no such name.
  static func paperUnknown(_ name: String, known: [String]) -> Diagnostic {
    fault("paper-unknown", "没有叫「\(name)」的报告", "可用：\(known.joined(separator: "、"))")
  }

  /// The month is missing or unreadable.
  static func monthMissing(_ paper: String) -> Diagnostic {
    fault(
      "month-missing", "没有写哪个月，或写法不对", "例如\(.print(paper: paper, subject: "2020-08", file: nil))")
  }

  /// The month of a paper has not begun.
  static func paperMonthAhead(_ month: CivilMonth, today: CivilDate) -> Diagnostic {
    fault(
      "month-in-future", "\(month) 还没有开始，今天是 \(today)，没有可以自查的",
      "写本月或以前的月份：\(.printMonthly(today.civilMonth))")
  }

  /// A sealed month is printed as it was sealed, whatever day is asked for.
  static func sealedDayHolds(_ day: CivilDate, asked: CivilDate) -> Diagnostic {
    Diagnostic(
      code: "sealed-day-holds", severity: .note,
      message: "这个月已经封存，照封存时的原文打印，统计截至 \(day)；要求的截至日 \(asked) 没有用到",
      remedy: "要看 \(asked) 的情况：\(look: .itemsAsOf(asked))")
  }

  /// A paper speaks of a day that is to come; nothing when it has come.
  static func dayAhead(_ day: CivilDate, today: CivilDate) -> [Diagnostic] {
    guard day > today else { return [] }
    return [
      Diagnostic(
        code: "day-ahead", severity: .warning,
        message: "统计截至日 \(day) 晚于今天 \(today)：写的是到那一天为止没有新进展的样子，不能当作那一天的情况报送",
        remedy: "到 \(day) 再打印，或写今天：\(field: .lookBack(today))")
    ]
  }

  /// A fault of the program itself.
  static func internalFault(_ detail: String) -> Diagnostic {
    fault("internal-fault", "程序内部出错：\(detail)", "请把这条信息和所用命令反馈给开发者；台账没有改动")
  }
}

package extension Diagnostic {
  /// A preview was made without a ledger.
  static func previewWithoutLedger() -> Diagnostic {
    Diagnostic(
      code: "preview-without-ledger", severity: .note, message: "没有台账，按内置任务列表演示",
      remedy: "建账：\(.createLedger)")
  }

  /// A plan names another school than the ledger; nil when one name stands in the other.
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

package extension Diagnostic {
  /// The folder of templates is not there.
  static func templateFolderMissing(_ folder: String) -> Diagnostic {
    fault(
      "template-folder-missing", "没有模板文件夹「\(folder)」", "核对路径，或不写\(field: .templates)，用内置模板")
  }

  /// A template cannot be read.
  static func templateUnreadable(_ name: String) -> Diagnostic {
    fault("template-unreadable", "模板「\(name)」打不开或不是 UTF-8 文本", "另存为 UTF-8 后再试")
  }

  /// The evidence does not stand, so a month cannot be sealed.
  static func evidenceNotSound(_ numbers: [EvidenceNumber]) -> Diagnostic {
    fault(
      "evidence-not-sound",
      "佐证材料缺失或被改动：\(numbers.map(\.description).joined(separator: "、"))",
      "查看是哪几件：\(.verify)；从备份找回原文件")
  }

  /// A number that should name an entry does not.
  static func entryUnknown(_ sequence: Int) -> Diagnostic {
    fault("entry-unknown", "台账里没有第 \(sequence) 条记录", "查看编号：\(look: .history(nil))")
  }

  /// A word is no evidence number.
  static func evidenceNumberUnreadable(_ word: String) -> Diagnostic {
    fault("evidence-number-unreadable", "「\(word)」不是佐证编号", "写成 证-3.1-01；编号见\(look: .item(nil))")
  }
}

package extension Diagnostic {
  /// An exported file cannot be read back.
  static func exportUnreadable(_ name: String, line: Int?) -> Diagnostic {
    Diagnostic(
      code: "export-unreadable", severity: .error,
      location: line.map { .text(file: name, line: $0, column: 1) },
      message: line == nil ? "「\(name)」打不开或没有记录" : "这一行不是台账记录",
      remedy: "重新导出：\(.exportEntries)")
  }
}

package extension Diagnostic {
  /// The file of indicators has no table.
  static func indicatorsMissing(_ name: String) -> Diagnostic {
    fault("indicators-missing", "「\(name)」里没有验收指标表", "对照内置的 tasks/acceptance-2020.md 改正，或删去它")
  }

  /// A department is missing on the command line.
  static func departmentNameMissing() -> Diagnostic {
    fault(
      "department-name-missing", "没有写哪个部门",
      "例如\(.print(paper: "department", subject: "学工部", file: nil))")
  }
}
