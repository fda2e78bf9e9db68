import Foundation
package import TaskLedger

/// Words remedies as the command line does: every act is the exact command to type, with the ledger
/// that the run named.
package struct RemedyWords {
  /// The folder as `--ledger` gave it; nil when the ledger is found from the current folder.
  private let ledger: String?
  /// The files in other folders that the run named, as they were typed, by their names.
  private let paths: [String: String]
  /// Who acts next; nil leaves a blank for the name.
  var clerk: String?

  /// Creates the wording of a run.
  ///
  /// - Parameters:
  ///   - ledger: The folder as `--ledger` gave it; nil without the option.
  ///   - arguments: What was typed.
  package init(ledger: String? = nil, arguments: [String] = []) {
    self.ledger = ledger
    paths = Dictionary(
      arguments.filter { $0.contains("/") }.map { (($0 as NSString).lastPathComponent, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A file as it can be typed again; `blank` where none is known.
  func file(_ name: String?, or blank: String) -> String {
    name.map { ShellWord.quoted(paths[$0] ?? $0) } ?? blank
  }

  /// What a command that opens the ledger ends with.
  private var ledgerOption: String { ledger.map { " --ledger " + ShellWord.quoted($0) } ?? "" }

  /// The text of a remedy; a space stands between a command and a Chinese word beside it.
  package func text(of remedy: Remedy) -> String {
    var text = ""
    var isBehindCommand = false
    for part in remedy.parts {
      let words = self.words(of: part)
      if let last = text.last, let first = words.first,
        Self.needsSpace(last, first) || isBehindCommand && Self.isHan(first)
      {
        text += " "
      }
      text += words
      isBehindCommand = Self.isCommand(part)
    }
    return text
  }

  private func words(of part: Remedy.Part) -> String {
    switch part {
    case .words(let words): words
    case .act(let act): command(for: act) + Self.note(on: act)
    case .doing(let act): "运行 " + command(for: act) + Self.note(on: act)
    case .look(let place): command(for: place)
    case .field(let field): option(for: field)
    case .naming(let field): Self.naming(option(for: field))
    }
  }

  private static func naming(_ option: String) -> String {
    let verb = "写明"
    guard let first = option.first, let last = verb.last, needsSpace(last, first) else {
      return verb + option
    }
    return verb + " " + option
  }

  /// Whether a part is a command, which may end in a Chinese word of its own.
  private static func isCommand(_ part: Remedy.Part) -> Bool {
    switch part {
    case .act, .doing, .look: true
    case .words, .field, .naming: false
    }
  }

  private static func needsSpace(_ left: Character, _ right: Character) -> Bool {
    (isHan(left) && isTyped(right)) || (isTyped(left) && isHan(right))
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }

  /// Whether a character is one that commands begin and end with.
  private static func isTyped(_ character: Character) -> Bool {
    character.isASCII && character != " "
  }

  // MARK: - Places

  /// The command that carries an act out, with who acts wherever an entry must be signed; what the
  /// person must find is a Chinese word in its place.
  func command(for act: Remedy.Act) -> String {
    words(for: act) + (Self.signer(of: act, clerk: clerk).map { " --actor \($0)" } ?? "")
      + (Self.opensLedger(act) ? ledgerOption : "")
  }

  /// The command that shows a place.
  func command(for place: Remedy.Place) -> String {
    Self.words(for: place) + (Self.opensLedger(place) ? ledgerOption : "")
  }

  private static func words(for place: Remedy.Place) -> String {
    switch place {
    case .items: "xiaohao list"
    case .overdueItems: "xiaohao list --overdue"
    case .item(let id): "xiaohao show \(id?.description ?? itemBlank)"
    case .history(let id): "xiaohao history" + (id.map { " \($0)" } ?? "")
    case .gaps: "xiaohao gap list"
    case .reminders: "xiaohao reminder list"
    case .members: "xiaohao member list"
    case .factNames: "xiaohao fact names"
    case .factHeadings: "xiaohao fact import --help"
    case .findings: "xiaohao check"
    case .missingClauses: "xiaohao check clause-missing"
    case .templateKeys: "xiaohao report --list-keys 报告名"
    case .deadlineForms: "xiaohao help deadline"
    case .checks: "xiaohao check --help"
    case .itemsAsOf(let day): "xiaohao list --as-of \(day)"
    }
  }

  /// Whether a place is looked up in the ledger, and not in the help.
  private static func opensLedger(_ place: Remedy.Place) -> Bool {
    switch place {
    case .deadlineForms, .checks, .factHeadings: false
    case .items, .overdueItems, .item, .history, .gaps, .reminders, .members, .factNames, .findings,
      .missingClauses, .templateKeys, .itemsAsOf:
      true
    }
  }

  /// What stands in a command for an item that the person must name.
  static let itemBlank = "条目号"

  // MARK: - Options

  /// The option that gives an entry.
  private func option(for field: Remedy.Field) -> String {
    switch field {
    case .text(let text): option(for: text)
    case .actor: "经办人（--actor）"
    case .effectiveDay(nil): "--on 的日期"
    case .effectiveDay(let day?): "--on \(day)"
    case .today(let day): "--today" + (day.map { " \($0)" } ?? "")
    case .lookBack(let day): "--as-of" + (day.map { " \($0)" } ?? "")
    case .due: "--due 日期"
    case .measureNumber: "--measure 编号"
    case .ledgerFolder: "台账文件夹（--ledger）"
    case .taskList: "--list"
    case .column(let role, let heading):
      "--map \(role?.name ?? Self.roleBlank)=\(ShellWord.quoted(heading))"
    case .dataSet: "--set 名称（名称见 xiaohao init --help）"
    case .output(nil): "位置（--output、--out）"
    case .output(let example?): "--output \(ShellWord.quoted(example))"
    case .superior: "--superior 文号"
    case .format(let format): "--format" + (format.map { " \($0)" } ?? "")
    case .templates: "--templates"
    case .anchor(let example): "--anchor \(example)"
    case .farDate: "--confirm-date"
    case .replacing: "--force"
    case .damaged: "--allow-damaged"
    case .incomplete: "--allow-missing"
    case .forcingItem(let id): "--force-item \(id)"
    case .checkedFigures: "--confirm"
    }
  }

  private func option(for text: RequiredText) -> String {
    switch text {
    case .actor: "--actor 姓名或部门"
    case .school: "--school 校名"
    case .summary: "--summary \"完成情况说明\""
    case .opinion: "--opinion \"同意销号\""
    case .reason: "--reason \"理由\""
    case .finding: "--finding \"问题\""
    case .basis: "--basis \"依据\""
    case .note: "\"进展内容\""
    case .reviewers: "审核人的姓名或部门，建账时写 --reviewer 领导小组办公室"
    case .content: "--content \"内容\""
    case .measure: "--measure \"落实措施\""
    case .gap: "\"差距短板\""
    case .owner: "--owner 学工部"
    case .member: "姓名"
    case .department: "--department 部门"
    case .resolution: "--resolution \"整改结果\""
    case .factName: "名称，例如 " + command(for: .setFact(name: "工作人员", example: "31"))
    case .officeText: "文稿的正文"
    case .answer: "\"答复的内容\""
    case .decision: "--text \"议定事项\""
    case .factValue: "数值；不适用时加 --exempt \"理由\""
    case .words: "要填写的内容"
    }
  }
}
