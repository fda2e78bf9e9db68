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

  /// A ledger that is not in the figures.
  package static func rollupLeavesOut(_ fault: Rollup.Fault) -> Diagnostic {
    Diagnostic(
      code: "rollup-left-out", severity: .error, message: "没有计入「\(fault.source)」：\(fault.words)",
      remedy: "请该校核对后重新报送；单独查看：\(.verifyOther)")
  }
}
