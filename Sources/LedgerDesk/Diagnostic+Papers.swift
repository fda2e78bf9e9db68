import OfficeFiles
package import TaskLedger

/// What is said of the office's own words and of reminders.
extension Diagnostic {
  private static func said(
    _ code: String, _ severity: Severity, _ message: String, _ remedy: Remedy?,
    at location: Location? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, location: location, message: message, remedy: remedy)
  }

  /// What is said of a list and the words of its set: that it is made up, or that its title names
  /// another work than papers do; nothing of most.
  package static func doubts(of list: TaskList, _ profile: ReformProfile) -> [Diagnostic] {
    let neighbour = profile.neighbour(namedIn: list.title).map { word in
      said(
        "reform-word-differs", .warning,
        "清单的标题写的是「\(word)」，材料里会写成「\(profile[.reform])」",
        "在台账文件夹的 tasks/rectification.md 里写上「改革」「上级」「领导机构」「经办机构」的名称")
    }
    return madeUp(list) + [neighbour].compactMap(\.self)
  }

  /// What is said of a list that is made up; nothing of others.
  private static func madeUp(_ list: TaskList) -> [Diagnostic] {
    guard OwnParts.isMadeUp(list) else { return [] }
    return [
      said(
        "list-made-up", .warning,
        "任务列表是程序自带的样例《\(list.title)》（\(list.documentNumber)），编号、时限和要求都是编的，不能作为报送依据",
        "换上上级当年发的任务列表：\(.updateList)")
    ]
  }

  /// The month of a paper has not begun.
  static func paperMonthAhead(_ month: CivilMonth, today: CivilDate) -> Diagnostic {
    said(
      "month-in-future", .error, "\(month) 还没有开始，今天是 \(today)，没有可以自查的",
      "写本月或以前的月份：\(.printMonthly(today.civilMonth))")
  }

  /// A file of texts has no heading that is known.
  static func textWithoutHeadings(_ file: String) -> Diagnostic {
    said(
      "text-headings-missing", .error, "「\(file)」里没有认得的标题，不知道各段写的是哪一部分",
      "标题写任务的名称，或成效、问题、下一步、领导指导；可先导出一份照着写：\(.exportTexts)")
  }

  /// A text hedges where a fact is told.
  private static func textHedges(_ part: OfficeText.Part, _ words: [String]) -> Diagnostic {
    said(
      "text-hedges", .warning,
      "文稿「\(part.words)」用了不确定的说法：\(words.map { "「\($0)」" }.joined(separator: "、"))",
      "写明做到了什么；确实没有做到的写进问题或下一步")
  }

  /// A figure of a text is not the registered one.
  private static func textContradicts(
    _ part: OfficeText.Part, _ contradiction: TextFigures.Contradiction
  ) -> Diagnostic {
    said(
      "text-figure-differs", .warning,
      "文稿「\(part.words)」写\(contradiction.name) \(contradiction.written)，"
        + "台账登记的是 \(contradiction.registered)",
      "核对后改文稿，或重新登记：\(.setFact(name: contradiction.name, example: nil))")
  }

  /// A text says more of the work than the ledger.
  private static func textContradicts(
    _ part: OfficeText.Part, _ contradiction: TextCounts.Contradiction
  ) -> Diagnostic {
    said(
      "text-figure-differs", .warning,
      "文稿「\(part.words)」写“\(PrintableText.line(contradiction.words))”，"
        + "台账里\(words(of: contradiction.counted))",
      "核对后改文稿，或先把条目办妥")
  }

  private static func words(of count: TextCounts.Count) -> String {
    switch count {
    case .closed(let count): "已销号的是 \(count) 项"
    case .settled(let count): "已办妥的是 \(count) 项"
    case .unsettled(let count): "未办妥的是 \(count) 项"
    case .overdue(let count): "逾期的是 \(count) 项"
    case .completion(let closed, let whole): "有截止日期的 \(whole) 项，已销号 \(closed) 项"
    }
  }

  /// What is said of a part of the office's own words, when it comes in and when a paper prints it:
  /// where it hedges, and what it says otherwise than the ledger on a day.
  static func doubts(
    in text: String, of part: OfficeText.Part, against ledger: LedgerOnDay, hedges: HedgeWords
  ) -> [Diagnostic] {
    // Only what was done is told as a fact; what comes next may be planned.
    let isPlanned = part == .nextSteps || part == .problems
    let words = isPlanned ? [] : hedges.words(in: text)
    return (words.isEmpty ? [] : [textHedges(part, words)])
      + contradictions(in: text, of: part, against: ledger)
  }

  private static func contradictions(
    in text: String, of part: OfficeText.Part, against ledger: LedgerOnDay
  ) -> [Diagnostic] {
    let figures = TextFigures.contradictions(in: text, of: ledger.ledger).map {
      textContradicts(part, $0)
    }
    // What stands under a task counts the task's own.
    if case .task = part { return figures }
    return figures
      + TextCounts.contradictions(in: text, of: ledger).map { textContradicts(part, $0) }
  }

  /// A line that looks like a heading was taken as text.
  static func textHeadingUnknown(_ part: OfficeText.Part, _ heading: String) -> Diagnostic {
    said(
      "text-heading-unknown", .warning,
      "「\(PrintableText.line(heading))」像是标题，不是任务名称或其他部分的标题，和下面的话一起收进了「\(part.words)」",
      "是另一部分的，换成任务名称或成效、问题、下一步、领导指导；是小标题的不用处理")
  }

  /// Paragraphs stand under no known heading and were left out.
  static func textStray(_ count: Int, _ first: String, at location: Location) -> Diagnostic {
    said(
      "text-stray", .warning,
      "\(count) 段没有归入任何部分，没有收进来；第一段：「\(PrintableText.head(first, limit: 19))」",
      "放到任务名称或成效、问题、下一步、领导指导的标题下面", at: location)
  }

  /// Tables of a text were left out.
  static func textTables(_ count: Int, in file: String) -> Diagnostic {
    said("text-table", .note, "「\(file)」里有 \(count) 个表格，文稿只收文字", "要写进报告的内容改成文字")
  }

  /// The printed text was not held against the written one.
  static func printedTextUnchecked() -> Diagnostic {
    said(
      "paper-text-unchecked", .note, "没有 pdftotext，PDF 的文字没有与原文逐字核对", "装上 poppler-utils 后重出")
  }

  /// A paper speaks of a day that is to come; nothing when it has come.
  package static func dayAhead(_ day: CivilDate, today: CivilDate) -> [Diagnostic] {
    guard day > today else { return [] }
    return [
      Diagnostic(
        code: "day-ahead", severity: .warning,
        message: "统计截至日 \(day) 晚于今天 \(today)：写的是到那一天为止没有新进展的样子，不能当作那一天的情况报送",
        remedy: "到 \(day) 再打印，或打印今天的")
    ]
  }

  /// Nothing that a department has to do is pressing; what waits for its review is the reviewers'.
  static func nothingToRemind(_ department: String, underReview: [ItemID]) -> Diagnostic {
    let waiting = underReview.map(\.description).joined(separator: "、")
    return said(
      "reminder-needless", .error,
      "\(department) 没有要它办的逾期、漏期或十五天内到期的条目，没有发函"
        + (waiting.isEmpty ? "" : "；\(waiting) 已申请销号，等审核人审核"),
      "查看全部：\(look: .items)")
  }
}

/// The wording of printed forms.
extension ConversionError {
  /// The error as messages, with the kind of reason.
  ///
  /// - Parameter instead: The Markdown file that was written in its place.
  /// - Returns: The messages and the kind of reason.
  package func diagnostics(
    instead: String?
  ) -> (diagnostics: [Diagnostic], kind: DeskError.Kind) {
    let written = instead.map { "；已写出 Markdown「\($0)」" } ?? "，没有写出文件"
    switch self {
    case .missing(let tools):
      return ([.toolsMissing(tools, written)], .refused)
    case .failed(let tool, let words):
      return (
        [
          .fault(
            "tool-failed",
            "\(tool.words)没有做成\(words.isEmpty ? "" : "（\(words)）")\(written)",
            tool.check)
        ], .internalFault
      )
    case .timedOut(let tool, let seconds):
      return (
        [
          .fault(
            "tool-timed-out", "\(tool.words)运行超过 \(seconds) 秒，已停止\(written)", tool.check)
        ], .internalFault
      )
    case .textLost(let losses):
      let words = losses.prefix(5).map { "「\($0.character)」写了 \($0.written) 个、印出 \($0.printed) 个" }
      return (
        [
          .fault(
            "paper-text-lost",
            "PDF 里少了字：\(words.joined(separator: "，"))\(losses.count > 5 ? "等" : "")\(written)",
            "换一个版本的 LibreOffice，或写出 Word 文件用 Word、WPS 打印")
        ], .internalFault
      )
    case .referenceUnreadable(let words):
      return (
        [
          .fault(
            "reference-unreadable", "学校自己的 reference.docx 不能用：\(words)\(written)",
            "用 Word、WPS 打开另存为 .docx，或删去它改用内置的：\(.exportTemplates)")
        ], .unreadableInput
      )
    case .styleReachesOut(let line):
      return (
        [
          .fault(
            "style-reaches-out", "paper.css 第 \(line) 行引用了外部内容（@import、url() 等），不能用\(written)",
            "删去这一行；报告网页不从别处取任何内容")
        ], .unreadableInput
      )
    case .pageRefused(let error):
      return (
        [
          .fault(
            "paper-page-refused", "不能写成网页：\(error.diagnostic.message)\(written)",
            "分月、分部门写出，或改用 Word、Markdown 格式")
        ], .refused
      )
    case .folder(let reason):
      return (
        [
          .fault(
            "work-folder-unwritable", "不能建立临时文件夹：\(reason)\(written)",
            "腾出磁盘空间，或用环境变量 TMPDIR 换一个临时文件夹")
        ], .disk
      )
    }
  }
}

extension Tool {
  /// What staff call it.
  fileprivate var words: String {
    switch self {
    case .pandoc: "pandoc "
    case .office: "LibreOffice "
    }
  }

  fileprivate var name: String {
    switch self {
    case .pandoc: "pandoc"
    case .office: "LibreOffice"
    }
  }

  /// What it makes.
  fileprivate var purpose: String {
    switch self {
    case .pandoc: "Word 文件"
    case .office: "PDF"
    }
  }

  fileprivate var aptPackage: String {
    switch self {
    case .pandoc: "pandoc"
    case .office: "libreoffice-writer fonts-noto-cjk"
    }
  }

  fileprivate var brewPackage: String {
    switch self {
    case .pandoc: "pandoc"
    case .office: "--cask libreoffice"
    }
  }

  /// How to see whether it works at all.
  fileprivate var check: Remedy {
    switch self {
    case .pandoc:
      "先不用学校自己的 reference.docx 再试一次；看能否运行：pandoc --version"
    case .office: "先写出\(field: .format("docx"))，用 Word 或 WPS 打开另存为 PDF；看能否运行：soffice --version"
    }
  }
}

extension Diagnostic {
  /// Programs that make a printed form are not installed.
  fileprivate static func toolsMissing(_ tools: [Tool], _ written: String) -> Diagnostic {
    let names = tools.map(\.name).joined(separator: "、")
    let purposes = tools.map { "\($0.purpose)要用 \($0.name)" }.joined(separator: "，")
    let apt = tools.map(\.aptPackage).joined(separator: " ")
    let brew = tools.map { "brew install \($0.brewPackage)" }.joined(separator: "；")
    let pages = tools.map { $0 == .pandoc ? "pandoc.org" : "libreoffice.org" }
      .joined(separator: "、")
    return fault(
      "tool-missing", "这台电脑没有装 \(names)（\(purposes)）\(written)",
      "Debian、Ubuntu、统信、麒麟：sudo apt-get install -y \(apt)；macOS：\(brew)；Windows：从 \(pages) 下载安装；"
        + "不装也能用：\(field: .format("html"))，用浏览器打开打印")
  }

  /// A PDF was made with other faces than the standard asks for.
  static func facesReplaced(_ faces: [String]) -> Diagnostic {
    Diagnostic(
      code: "faces-replaced", severity: .note,
      message: "本机没有公文要求的字体（仿宋_GB2312 等），PDF 用了 \(faces.joined(separator: "、")) 代替",
      remedy: "装上字体后重出，或写出\(field: .format("docx"))，到有这些字体的电脑上用 Word、WPS 打印")
  }

  /// LibreOffice ran with the network within its reach, because the system cannot take it away.
  static func networkWithinReach() -> Diagnostic {
    Diagnostic(
      code: "network-within-reach", severity: .note,
      message: "本机不能断开转换程序的网络（没有 unshare 或不允许），LibreOffice 只靠设置不打开外部链接",
      remedy: "不放心时断网后再运行")
  }

  /// pandoc is too old to close itself off.
  static func sandboxMissing() -> Diagnostic {
    Diagnostic(
      code: "sandbox-missing", severity: .note,
      message: "本机的 pandoc 不能隔离运行，也不能断开它的网络；图片和链接已在转换前去掉",
      remedy: "装 2.15 以上的 pandoc")
  }

  /// A layout file of the school that is not used: what runs or is read by other programs is the
  /// program's own.
  static func layoutNotUsed(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "layout-not-used", severity: .note,
      message: "templates 里的「\(name)」不使用：程序只用自己的",
      remedy: "可以删去；Word 版式改 reference.docx，网页版式改 paper.css")
  }

  /// A layout file of the school cannot be read.
  static func layoutUnreadable(_ name: String) -> Diagnostic {
    fault(
      "layout-unreadable", "版式文件「\(name)」打不开", "检查权限；内置的可以抄出：\(.exportTemplates)")
  }
}
