package import LedgerReports
package import TaskLedger

/// The wording of reading many ledgers.
extension Diagnostic {
  /// A path of `rollup` where there is nothing to read.
  static func rollupSourceMissing(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "rollup-source-missing", severity: .error,
      message: "「\(name)」不在，或不是台账、备份、报送件", remedy: "核对名称后再试一次")
  }

  /// A link in a folder of `rollup`: it is not followed, it could lead anywhere.
  static func rollupSourceIsLink(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "rollup-source-link", severity: .error,
      message: "「\(name)」是链接，没有跟随", remedy: "确要计入的，直接写明它指向的文件夹")
  }

  /// A folder that lies too deep to be looked into.
  static func rollupFolderDeep(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "rollup-folder-deep", severity: .error,
      message: "「\(PrintableText.line(name))」在 \(SourceSearch.depth) 层文件夹以下，没有再往里找",
      remedy: "里面有报送材料、备份或台账的，移到上面几层再试一次")
  }

  /// A container in which there is neither a submission nor a log; what it holds may say why.
  static func notASubmission(_ name: String, _ parts: [String]) -> Diagnostic {
    let lists = BundleSource.lists(among: parts).count
    let containers = parts.count(where: PackedFile.isOne)
    return Diagnostic(
      code: "not-a-submission", severity: .error,
      message: lists > 1
        ? "「\(PrintableText.line(name))」里有 \(lists) 份报送材料，分不清是哪一份"
        : "「\(PrintableText.line(name))」里没有报送材料、台账记录或备份"
          + (containers > 0 ? "，有 \(containers) 个压缩包，没有再打开" : ""),
      remedy: lists > 1 || containers > 0
        ? "解压后逐份再交" : "请该校交来整份报送材料：\(.makeBundle)")
  }

  /// Nothing in the folders of `rollup` is a ledger.
  static func rollupFindsNothing() -> Diagnostic {
    Diagnostic(
      code: "rollup-empty", severity: .error, message: "文件夹里没有台账、备份或报送件",
      remedy: "指明放着各校台账的文件夹：\(.rollUp)")
  }

  /// A collection had received nothing by the day.
  static func rollupNothingReceived(by day: CivilDate) -> Diagnostic {
    Diagnostic(
      code: "rollup-nothing-received", severity: .error,
      message: "截至 \(day) 还没有收到任何学校的报送件，以后才收到",
      remedy: "写收件以后的日期：\(field: .lookBack(nil))")
  }

  /// What became of the derived rows.
  static func rollupRows(_ written: Int, kept: Int, _ without: [String]) -> [Diagnostic] {
    [
      Diagnostic(
        code: "rollup-rows", severity: .note,
        message: "派生行：写入 \(written) 所学校，\(kept) 所学校的记录没有变化，没有重写")
    ]
      + without.map {
        Diagnostic(
          code: "rollup-rows-absent", severity: .warning,
          message: "「\($0)」的报送件只有自报数字，没有派生行",
          remedy: "请该校用现在的程序重新报送：\(.makeBundle)")
      }
  }

  /// A ledger that is not in the figures.
  package static func rollupLeavesOut(_ fault: Rollup.Fault) -> Diagnostic {
    let remedy: Remedy =
      switch fault.reason {
      case .sameLog: "从汇总的文件夹里移走其中一份"
      case .unreadable, .olderCopy, .sameSchool: "请该校核对后重新报送；单独查看：\(.verifyOther)"
      }
    return Diagnostic(
      code: "rollup-left-out", severity: .error, message: "没有计入「\(fault.source)」：\(fault.words)",
      remedy: remedy)
  }
}

/// The wording of taking in submissions.
extension Diagnostic {
  /// A submission that is not what its manifest or chain says.
  ///
  /// - Parameters:
  ///   - source: What it was called when it came.
  ///   - findings: What is wrong with it.
  ///   - form: What it is; nil when that cannot be told, and the first finding says what to do.
  /// - Returns: The finding.
  static func collectUnreadable(
    _ source: String, _ findings: [Diagnostic], _ form: Submission.Form?
  ) -> Diagnostic {
    let first = findings.first
    let rest = findings.count > 1 ? "；另有 \(findings.count - 1) 处" : ""
    return Diagnostic(
      code: "collect-unreadable", severity: .error,
      message: "没有收下「\(source)」：读不了[\(first?.code ?? "")]：\(first?.message ?? "")\(rest)",
      remedy: remedy(of: form) ?? first?.remedy)
  }

  /// What to do about a submission of a form.
  private static func remedy(of form: Submission.Form?) -> Remedy? {
    switch form {
    case .bundle: "请该校重新报送；单独查看：\(.verifyBundle)"
    case .backup: "请该校另做一份备份再交：\(.backUp)；单独核对这一份：\(.checkBackup)"
    case .entries: "请该校重新报送：\(.makeBundle)，或交一份备份：\(.backUp)"
    case .ledger: "请该校核对台账后再交；单独查看：\(.verifyOther)"
    case nil: nil
    }
  }

  /// A packed file that cannot be opened.
  static func collectPacked(_ source: String) -> Diagnostic {
    Diagnostic(
      code: "collect-packed", severity: .error,
      message: "没有收下「\(PrintableText.line(source))」：压缩包只认 zip",
      remedy: "解压后把里面的整个文件夹放在一起再收，或请该校交 zip：\(.makeBundle)")
  }

  /// A file that was named and is no submission.
  static func collectNotTaken(_ file: String) -> Diagnostic {
    Diagnostic(
      code: "collect-not-taken", severity: .error,
      message: "没有收下「\(PrintableText.line(file))」：不是报送材料、备份或台账",
      remedy: "请该校交来整份报送材料：\(.makeBundle)")
  }

  /// Files of a folder that are no submission: all there is in it, or beside submissions.
  static func collectNotTaken(_ others: SourceSearch.Others, isRefused: Bool) -> Diagnostic {
    let folder = PrintableText.line(others.folder)
    let shown = others.files.prefix(8).map { "「\(PrintableText.line($0))」" }.joined(separator: "、")
    let count = others.files.count
    let files = shown + (count > 8 ? "等" : "")
    return Diagnostic(
      code: "collect-not-taken", severity: isRefused ? .error : .warning,
      message: isRefused
        ? "没有收下「\(folder)」：里面没有报送材料、备份或台账，只有 \(count) 个别的文件：\(files)"
        : "「\(folder)」里有 \(count) 个文件不是报送材料、备份或台账，没有收：\(files)",
      remedy: isRefused
        ? "请该校交来整份报送材料，不要只交其中的文件：\(.makeBundle)"
        : "是报送的，请该校交来整份报送材料；不是的不用管")
  }

  /// Nothing at all was handed in.
  static func collectFindsNothing(_ places: [String], _ again: Remedy.Act) -> Diagnostic {
    Diagnostic(
      code: "collect-empty", severity: .error,
      message: places.map { "「\(PrintableText.line($0))」" }.joined(separator: "、")
        + "里没有报送材料、备份或台账", remedy: "核对是不是放来件的文件夹；放好后：\(again)")
  }

  /// A submission older than the last one.
  static func collectOlder(
    _ line: CollectionReport.Line, _ last: CollectionRecord, _ again: Remedy.Act
  ) -> Diagnostic {
    collectRefused(
      "collect-older", line, "比上次报送的旧（\(line.head)，上次 \(last.head)，\(last.receivedOn) 收到）", again)
  }

  /// A submission of the same entries whose papers speak of an earlier day.
  static func collectOlder(
    _ line: CollectionReport.Line, _ last: CollectionRecord, days: (CivilDate, last: CivilDate),
    _ again: Remedy.Act
  ) -> Diagnostic {
    collectRefused(
      "collect-older", line,
      "比上次报送的旧（\(days.0)，上次 \(days.last)，\(last.receivedOn) 收到；台账末端都是 \(line.head)）", again)
  }

  /// A submission whose chain does not continue the last one.
  static func collectDiverges(
    _ line: CollectionReport.Line, _ last: CollectionRecord, _ again: Remedy.Act
  ) -> Diagnostic {
    collectRefused(
      "collect-diverges", line,
      "与上次报送的接不上（\(line.head)，上次 \(last.head)，\(last.receivedOn) 收到）：上次的记录不在这次的记录里", again)
  }

  /// A submission of another ledger under the same school's name.
  static func collectOtherLedger(
    _ line: CollectionReport.Line, _ last: CollectionRecord, _ again: Remedy.Act
  ) -> Diagnostic {
    collectRefused(
      "collect-other-ledger", line, "与上次报送的不是同一本台账（上次 \(last.head)，\(last.receivedOn) 收到）", again)
  }

  private static func collectRefused(
    _ code: String, _ line: CollectionReport.Line, _ fact: String, _ again: Remedy.Act
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .error, message: "没有收下「\(line.school)」的「\(line.source)」：\(fact)",
      remedy: "请该校核对后重新报送；核对无误仍要收下：\(again)")
  }

  /// A submission without its log: whether it continues the last one cannot be checked.
  static func collectUnchecked(_ line: CollectionReport.Line, _ last: CollectionRecord)
    -> Diagnostic
  {
    Diagnostic(
      code: "collect-unchecked", severity: .note,
      message: "「\(line.school)」没有附内部记录，无法核对是否接着上次的 \(last.head)，已收下")
  }

  /// A school that is not on the list.
  static func collectUnlisted(_ line: CollectionReport.Line, nearest: [String]) -> Diagnostic {
    Diagnostic(
      code: "collect-unlisted", severity: .warning,
      message: "「\(line.school)」不在学校名单里，已收下",
      remedy: nearest.isEmpty
        ? "核对校名，或补进名单" : "核对校名；名单里相近的有：\(nearest.joined(separator: "、"))")
  }

  /// A school of which nothing was ever taken; what was refused may be of it.
  static func collectMissing(
    _ school: String, isRefused: Bool, _ again: Remedy.Act
  ) -> Diagnostic {
    Diagnostic(
      code: "collect-missing", severity: .warning, message: "还没有收下「\(school)」的报送件",
      remedy: (isRefused ? "看没有收下的里面有没有这所学校的；" : "")
        + "催该校报送；收到后：\(again)")
  }

  /// A list of schools without a name.
  static func collectListEmpty(_ file: String) -> Diagnostic {
    Diagnostic(
      code: "collect-list-empty", severity: .error, message: "「\(file)」里没有学校名称",
      remedy: "一行写一个校名，或用表格的第一列")
  }

  /// Another run takes in submissions at the same time.
  static func collectionBusy(_ folder: String) -> Diagnostic {
    Diagnostic(
      code: "collection-busy", severity: .error, message: "另一个程序正在往「\(folder)」里收件",
      remedy: "等它结束后再试一次")
  }
}
