import LedgerReports
import TaskLedger

/// The wording of the command line.
extension Diagnostic {
  /// The line under a message that says what to do.
  static func suggestionLine(_ suggestion: String) -> String { "建议：\(suggestion)" }

  /// The line that stands for repeats.
  static func foldedRepeats(code: String, count: Int) -> String {
    "另有 \(count) 处 [\(code)]；全部见 --json"
  }
}

extension FindingJSON {
  /// A diagnostic, with its remedy as the exact command.
  init(_ diagnostic: Diagnostic) { self.init(diagnostic, wording: RemedyWords.text) }
}

/// The wording of what is wrong with `--seen`.
extension Diagnostic {
  private static func seen(_ code: String, _ message: String, _ remedy: Remedy) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, remedy: remedy)
  }

  static func seenUnreadable(_ word: String) -> Diagnostic {
    seen(
      "seen-unreadable", "--seen「\(PrintableText.line(word))」不是审核码",
      "写成 --seen 7F2K-9QTM，几条时写成 --seen 3.1=7F2K-9QTM；审核码见 xiaohao show 编号")
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
