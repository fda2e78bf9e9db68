import LedgerDesk
import LedgerReports
import TaskLedger

extension RemedyWords {
  /// A diagnostic as JSON, with its remedy as the exact command.
  func finding(_ diagnostic: Diagnostic) -> FindingJSON {
    FindingJSON(diagnostic, wording: text)
  }
}

/// The wording of what is wrong with `--seen`.
extension Diagnostic {
  private static func seen(_ code: String, _ message: String, _ remedy: Remedy) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, remedy: remedy)
  }

  static func seenUnreadable(_ word: String) -> Diagnostic {
    seen(
      "seen-unreadable", "--seen「\(PrintableText.line(word))」不是审核码",
      "写成 --seen 7F2K-9QTM，几条时写成 --seen 3.1=7F2K-9QTM；审核码见\(look: .item(nil))")
  }

  static func seenWithoutItem(_ word: String) -> Diagnostic {
    seen(
      "seen-without-item", "几条一起审核时，审核码「\(PrintableText.line(word))」要写明是哪一条的",
      "写成 --seen 3.1=7F2K-9QTM，每条一个")
  }

  static func seenForOther(_ id: ItemID) -> Diagnostic {
    seen("seen-for-other", "\(id) 不在这次审核的条目里，或写了两个审核码", "每条写一个审核码")
  }

  static func seenMissing(_ ids: [ItemID]) -> Diagnostic {
    seen(
      "seen-missing", "\(ids.map(\.description).joined(separator: "、")) 没有写审核码",
      "给每条各写一个 --seen 编号=审核码，或都不写")
  }
}

extension Diagnostic.Severity {
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
extension Diagnostic {
  static func fault(_ code: String, _ message: String, _ remedy: Remedy?) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, remedy: remedy)
  }

  /// The line under a message that says what to do.
  static func suggestionLine(_ suggestion: String) -> String { "建议：\(suggestion)" }

  /// The line in place of repeats.
  static func foldedRepeats(code: String, count: Int) -> String {
    "另有 \(count) 处 [\(code)]；全部见 --json"
  }

  /// Nobody is named as acting.
  static func actorMissing() -> Diagnostic {
    fault("actor-missing", "没有写明经办人", "加上 --actor 姓名或部门，或设环境变量 XIAOHAO_ACTOR")
  }

  /// A word names no item.
  static func itemNameUnreadable(_ word: String) -> Diagnostic {
    fault(
      "item-name-unreadable", word.isEmpty ? "没有写条目编号" : "「\(word)」不是条目编号",
      "写成 3.1；几个一起写 3.1 3.2、3.* 或 7.1-7.3；全部编号见\(look: .items)")
  }

  /// No item answers a name with a star or a range.
  static func itemsNotFound(_ names: [String]) -> Diagnostic {
    fault(
      "items-not-found", "没有条目对应 \(names.joined(separator: "、"))", "查看全部编号：\(look: .items)")
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
      "可用：\(ItemStatus.allCases.map(\.words).joined(separator: "、"))；逾期的用\(look: .overdueItems)")
  }

  /// A word is no flag of the import.
  static func flagUnknown(_ name: String) -> Diagnostic {
    fault("flag-unknown", "没有叫「\(name)」的导入标记", "条目的标记见\(look: .item(nil))")
  }

  /// A word is no evidence number.
  static func evidenceNumberUnreadable(_ word: String) -> Diagnostic {
    fault("evidence-number-unreadable", "「\(word)」不是佐证编号", "写成 证-3.1-01；编号见\(look: .item(nil))")
  }

  /// A paper has no such name.
  static func paperUnknown(_ name: String, known: [String]) -> Diagnostic {
    fault("paper-unknown", "没有叫「\(name)」的报告", "可用：\(known.joined(separator: "、"))")
  }

  /// The month is missing or unreadable.
  static func monthMissing(_ paper: String) -> Diagnostic {
    fault(
      "month-missing", "没有写哪个月，或写法不对",
      "写成\(.print(paper: paper, subject: "2020-08", file: nil))")
  }

  /// A department is missing on the command line.
  static func departmentNameMissing() -> Diagnostic {
    fault(
      "department-name-missing", "没有写哪个部门",
      "写成\(.print(paper: "department", subject: "学工部", file: nil))")
  }

  /// A sealed month is printed as it was sealed, whatever day is asked for.
  static func sealedDayHolds(_ day: CivilDate, asked: CivilDate) -> Diagnostic {
    Diagnostic(
      code: "sealed-day-holds", severity: .note,
      message: "这个月已经封存，照封存时的原文打印，统计截至 \(day)；--as-of \(asked) 没有用到",
      remedy: "要看 \(asked) 的情况：\(look: .itemsAsOf(asked))")
  }

  /// The wall chart is a page and nothing else.
  static func boardIsPage(_ format: String) -> Diagnostic {
    fault(
      "format-unsupported", "挂图是网页，没有 \(format) 格式",
      "写成\(.print(paper: "board", subject: nil, file: "挂图.html"))，用浏览器打开后按 A3 横向打印")
  }

  /// A file that is no text was to go to the screen.
  static func outputMissing(format: String) -> Diagnostic {
    fault("output-missing", "\(format) 不能输出到屏幕", "写明文件：\(field: .output("文件.\(format)"))")
  }

  /// The extension of the output names a form that cannot be made.
  static func outputFormUnknown(
    _ name: String, known: [String], hasOption: Bool
  ) -> Diagnostic {
    let endings = "可用的扩展名：\(known.map { "." + $0 }.joined(separator: "、"))"
    return fault(
      "output-form-unknown", "「\(name)」的扩展名不是能写出的格式，什么都没有写",
      hasOption ? "\(endings)；或用 --format 写明格式" : "\(endings)")
  }

  /// Standard output could not be written to its end.
  static func outputIncomplete(_ number: Int32) -> Diagnostic {
    fault(
      "output-incomplete", "输出没有写全：\(systemReason(number))",
      "已登记的不受影响；腾出空间或换个地方，再看一遍：\(look: .items)、\(look: .history(nil))")
  }

  /// What was written, and whether it took the place of an earlier one.
  static func written(_ output: String, replacing isReplaced: Bool) -> String {
    let name = PrintableText.line(output.split(separator: "/").last.map(String.init) ?? output)
    return "已写出「\(name)」" + (isReplaced ? "，替换了上次写出的" : "")
  }
}

extension Diagnostic {
  /// Options are given in place of a command.
  static func commandMissing(after path: String, known: [String]) -> Diagnostic {
    fault(
      "command-missing", "\(path) 后面没有写做什么",
      "写上其中之一：\(known.joined(separator: "、"))；说明见 \(path) --help")
  }

  /// A word names no command.
  static func commandUnknown(
    _ word: String, after path: String, nearest: [String]
  ) -> Diagnostic {
    fault(
      "command-unknown", "没有叫「\(PrintableText.line(word))」的命令",
      nearest.isEmpty
        ? "全部命令见 \(path) --help"
        : "最接近的是 \(nearest.joined(separator: "、"))；全部命令见 \(path) --help")
  }
}
