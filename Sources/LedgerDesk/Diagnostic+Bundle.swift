import OfficeFiles
import PlanImport
import TaskLedger

/// The wording of submissions.
extension Diagnostic {
  private static let again: Remedy = "不要报送这一份；重新打包：\(.makeBundle)，或向报送单位另要一份"

  /// There is nothing to hand in.
  static func bundleWithoutItems() -> Diagnostic {
    fault("bundle-without-items", "台账里还没有条目，没有打包", "先\(doing: .importPlan(file: nil))")
  }

  /// A file or folder of that name is there already.
  static func bundleExists(_ name: String) -> Diagnostic {
    fault("bundle-exists", "已有「\(PrintableText.line(name))」，没有覆盖", "换一个名称，例如带上日期")
  }

  /// Evidence files are missing or changed.
  static func bundleRefusesMissing(_ count: Int) -> Diagnostic {
    fault(
      "bundle-refused", "\(count) 件佐证材料缺失或被改动，没有打包",
      "按上面的提示找回；确要先报送，加上\(field: .incomplete)，缺哪几件会写进目录和报告")
  }

  /// The papers are there as Markdown alone.
  static func bundleMarkdownOnly() -> Diagnostic {
    Diagnostic(
      code: "bundle-markdown-only", severity: .note,
      message: "这台电脑没有装 pandoc，各份报告只有 Markdown",
      remedy: "装上 pandoc 后重新打包，就同时有 Word 文件")
  }

  /// The conclusion does not pass; it is packed all the same.
  static func bundleNotPassing(_ sentence: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: "bundle-not-passing", severity: .warning,
      message: "结论：\(sentence)，原因有 \(count) 项",
      remedy: "逐项列在报告里；补齐后重新打包")
  }

  /// A container or folder that is no submission.
  static func notABundle(_ name: String) -> Diagnostic {
    fault(
      "not-a-bundle", "「\(PrintableText.line(name))」里没有 MANIFEST.sha256，不是报送材料",
      "制作报送材料：\(.makeBundle)")
  }

  /// A container that cannot be opened.
  static func bundleUnreadable(_ name: String, _ error: DocumentReadError) -> Diagnostic {
    fault(
      "bundle-unreadable", "「\(PrintableText.line(name))」打不开：\(reason(why: error))",
      "核对文件名；文件不完整的，向报送单位另要一份")
  }

  /// A newer program made it.
  static func bundleNewer() -> Diagnostic {
    fault("bundle-newer", "这份报送材料是更新版本的程序做的", "请用新版程序校验")
  }

  static func bundleSumUnreadable(line: Int) -> Diagnostic {
    Diagnostic(
      code: "bundle-sum-unreadable", severity: .error,
      location: .text(file: BundleFile.sums, line: line, column: 1),
      message: "这一行不是「SHA-256  文件名」", remedy: again)
  }

  static func bundleFileMissing(_ path: String) -> Diagnostic {
    fault("bundle-file-missing", "清单里的「\(PrintableText.line(path))」不见了", again)
  }

  static func bundleFileChanged(_ path: String) -> Diagnostic {
    fault("bundle-file-changed", "「\(PrintableText.line(path))」与清单的 SHA-256 不符", again)
  }

  static func bundleFileExtra(_ path: String) -> Diagnostic {
    fault("bundle-file-extra", "「\(PrintableText.line(path))」不在清单里", again)
  }

  static func bundleManifestUnreadable() -> Diagnostic {
    fault("bundle-manifest-unreadable", "\(BundleFile.manifest) 缺失或读不了", again)
  }

  /// The figures that a submission declares cannot be read.
  static func bundleFiguresUnreadable() -> Diagnostic {
    fault("bundle-figures-unreadable", "\(BundleFile.figures) 读不了", again)
  }

  static func bundleManifestDiffers(_ path: String) -> Diagnostic {
    fault(
      "bundle-manifest-differs",
      "\(BundleFile.manifest) 与 \(BundleFile.sums) 对「\(PrintableText.line(path))」的说法不一致", again)
  }

  static func bundleChainBroken(at sequence: Int) -> Diagnostic {
    Diagnostic(
      code: "bundle-chain-broken", severity: .error, location: .event(sequence: sequence),
      message: "\(BundleFile.events) 的校验码从这里断开", remedy: again)
  }

  static func bundleEntryUnknown(_ sequence: Int, type: String) -> Diagnostic {
    Diagnostic(
      code: "bundle-entry-unknown", severity: .error, location: .event(sequence: sequence),
      message: "记录类型「\(PrintableText.line(type))」无法识别", remedy: "可能由新版程序记录，请用新版程序校验")
  }

  static func bundleHeadDiffers(_ found: String, _ stated: String) -> Diagnostic {
    fault(
      "bundle-head-differs",
      "记录与说明不一致：记录是「\(PrintableText.line(found))」，\(BundleFile.manifest) 写的是「\(PrintableText.line(stated))」",
      again)
  }

  static func bundleEvidenceDiffers(_ number: String) -> Diagnostic {
    fault(
      "bundle-evidence-differs", "佐证 \(PrintableText.line(number)) 在记录、目录和清单里不一致", again)
  }

  /// The submission says itself that a file did not go along.
  static func bundleEvidenceAbsent(_ number: String) -> Diagnostic {
    Diagnostic(
      code: "bundle-evidence-absent", severity: .warning,
      message: "佐证 \(PrintableText.line(number)) 的文件没有附上，包内已写明",
      remedy: "向报送单位补要原件")
  }

  /// What figures of a submission count.
  static let bundleItems = "条目数与清单不一致"
  static let bundleOverdue = "逾期数与清单不一致"
  static let bundleOpen = "未办妥数与清单不一致"
  static let bundleReasons = "结论或理由与清单不一致"
  static let bundleCounts = "条目或佐证的数目与清单不一致"
  static let bundleIndicators = "指标的判定与清单不一致"
  static let bundleDocuments = "任务列表或方案的文号与清单不一致"
  static let bundleOwn = "本校自用的指标、模板等与清单不一致"
  static let bundleRows = "派生行里的条目状态与 figures.json 不一致"
  static let bundleDeclared = "按台账记录重算的数字与 figures.json 不一致"

  /// A paper is not what the data gives.
  static func bundlePaperDiffers(_ path: String) -> Diagnostic {
    fault(
      "bundle-paper-differs", "「\(PrintableText.line(path))」与按包内数据重算的不一致",
      "不要报送这一份；重新打包：\(.makeBundle)")
  }

  /// Another version made the submission, so that its papers are not laid out again.
  static func bundleOtherProgram(_ program: String) -> Diagnostic {
    Diagnostic(
      code: "bundle-other-program", severity: .note,
      message: "由 \(PrintableText.line(program)) 制作：数字和结论已按台账记录重算，文稿和台账表没有逐字重排",
      remedy: "需要逐字核对时用同一版本校验")
  }

  /// A paper is laid out by a template of the school's own.
  static func bundleOwnTemplate(_ paper: String) -> Diagnostic {
    Diagnostic(
      code: "bundle-own-template", severity: .note,
      message: "「\(paper)」用的是本校模板，措辞没有与结论核对", remedy: "对照清单里的结论看一遍")
  }

  /// The figures of a submission do not agree.
  static func bundleFiguresDiffer(_ what: String) -> Diagnostic {
    fault("bundle-figures-differ", "报送数字不一致：\(what)", "不要报送这一份；重新打包：\(.makeBundle)")
  }

  /// A submission carries no log: what that leaves unchecked.
  static func bundleWithoutLog() -> Diagnostic {
    Diagnostic(
      code: "bundle-without-log", severity: .note,
      message: "没有附台账记录：条目数、逾期数、指标、结论和佐证已按包内数字重算；记录链、销号经过、说明用语和差距短板不能重算，以学校自报为准",
      remedy: "需要重算时请学校连同台账记录另打一包")
  }
}
