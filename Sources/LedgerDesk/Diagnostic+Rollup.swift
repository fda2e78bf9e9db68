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
    Diagnostic(
      code: "rollup-left-out", severity: .error, message: "没有计入「\(fault.source)」：\(fault.words)",
      remedy: "请该校核对后重新报送；单独查看：\(.verifyOther)")
  }
}

/// The wording of taking in submissions.
extension Diagnostic {
  /// A submission that is not what its manifest or chain says.
  static func collectUnreadable(_ source: String, _ findings: [Diagnostic]) -> Diagnostic {
    let first = findings.first
    let rest = findings.count > 1 ? "；另有 \(findings.count - 1) 处" : ""
    return Diagnostic(
      code: "collect-unreadable", severity: .error,
      message: "没有收下「\(source)」：读不了[\(first?.code ?? "")]：\(first?.message ?? "")\(rest)",
      remedy: "请该校重新报送；单独查看：\(.verifyBundle)")
  }

  /// A submission older than the last one.
  static func collectOlder(
    _ line: CollectionReport.Line, _ last: CollectionRecord, _ again: Remedy.Act
  ) -> Diagnostic {
    collectRefused(
      "collect-older", line, "比上次报送的旧（\(line.head)，上次 \(last.head)，\(last.receivedOn) 收到）", again)
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
