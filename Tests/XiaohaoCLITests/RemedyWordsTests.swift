import TaskLedger
import TestSupport
import Testing
import XiaohaoCLI

/// Remedies as the command line words them: every command can be typed as it stands.
struct RemedyWordsTests {
  static let clause = known(ClauseID(task: 3, number: 2))
  static let id = ItemID.clause(known(ClauseID(task: 3, number: 1)))
  static let month = known(CivilMonth(year: 2020, month: 8))
  static let day = known(CivilDate(year: 2020, month: 9, day: 1))

  private static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("a literal of the test is wrong") }
    return value
  }

  static let acts: [Remedy.Act] = [
    .start(id), .attach(id), .submit(id), .sustain(id), .close(id), .return(id), .reopen(id),
    .note(id, words: "逾期原因"), .revise(id, .deadline("2020年9月"), reason: "与任务列表一致"),
    .revise(id, .deadline("2020年底前，并长期坚持"), reason: nil),
    .revise(id, .deadline(nil), reason: nil), .revise(id, .departments, reason: nil),
    .revise(id, .measure, reason: nil), .revise(nil, .clause(clause), reason: nil),
    .revise(id, .clause(nil), reason: nil), .revise(nil, .any, reason: nil),
    .confirm(id, .linkDoubtful, reason: "对应无误"), .confirm(id, .cellShifted, reason: nil),
    .requestExtension(id), .grantExtension(id), .grantExtensionBySuperior(id),
    .refuseExtension(id), .createLedger,
    .createLedgerFromList(file: nil), .createLedgerFromList(file: "省 通知.docx"),
    .importPlan(file: nil), .importPlan(file: "我校 方案.docx"), .updatePlan, .updateList, .previewPlan,
    .nameColumn(.deadline, column: "整改 时限"), .nameColumn(.content, column: nil),
    .nameColumn(nil, column: "完成情况"),
    .nameTable("2019年任务"),
    .openMeeting(month), .closeMeeting(month), .printMonthly(month), .raiseGap,
    .print(paper: "board", subject: nil, file: "挂图.html"),
    .print(paper: "department", subject: "学工部", file: nil), .exportEntries, .previewSheets,
    .makeBundle, .backUp,
    .restore, .rollUp, .collect(["来件"], into: "收件"),
    .collectAccepting("南岭 学院", from: ["来件", "补 报"], into: "收件"), .verifyBundle, .verifyOther,
    .previewRepair, .checkBackup,
    .setFact(name: "工作人员@信息工程系", example: "25"), .setFact(name: nil, example: nil),
    .importFacts, .exportTexts, .tryDeadline("2020年9月底前"), .exportTables, .exportTemplates, .verify,
    .examine,
    .repair, .addMember,
  ]

  static let places: [Remedy.Place] = [
    .items, .overdueItems, .findings, .item(id), .item(nil), .history(id), .history(nil), .gaps,
    .members, .factNames, .missingClauses, .templateKeys, .deadlineForms, .checks, .itemsAsOf(day),
  ]

  static let fields: [Remedy.Field] =
    RequiredText.allCases.map(Remedy.Field.text) + [
      .actor, .effectiveDay(nil), .effectiveDay(day), .today(nil), .today(day), .lookBack(nil),
      .lookBack(day), .due, .measureNumber, .ledgerFolder, .taskList, .output(nil),
      .output("报告.md"), .format(nil), .format("docx"), .templates, .anchor("37-9f3a2c7b1d04"),
      .replacing, .damaged, .incomplete, .superior, .dataSet, .forcingItem(id),
    ]

  static let parts =
    acts.map(Remedy.Part.act) + places.map(Remedy.Part.look) + fields.map(Remedy.Part.field)

  @Test func `the catalogue of remedies`() {
    let lines = Self.parts.map { part in
      let remedy = Remedy([part])
      return "\(remedy.words)\n  \(RemedyWords().text(of: remedy))\n"
    }
    Golden.expect(lines.joined(), "remedies/command-line.txt")
  }

  @Test(
    .bug(id: "desk", "a remedy named a command without what it needs, such as reopen 3.1"),
    arguments: acts.map(Remedy.Part.act) + places.map(Remedy.Part.look))
  func `every command of a remedy is one the program takes`(_ part: Remedy.Part) throws {
    // Nobody says who acts but the command.
    let outcome = try Self.outcome(of: RemedyWords().text(of: Remedy([part])), at: Desk())
    #expect(outcome.status != .usage, "\(outcome.messages)")
  }

  @Test(
    .bug(id: "remedies", "with --ledger given, a pasted command found no ledger"),
    arguments: acts.map(Remedy.Part.act) + places.map(Remedy.Part.look))
  func `a command that opens the ledger repeats where it was named`(_ part: Remedy.Part) throws {
    let plain = Self.command(in: RemedyWords().text(of: Remedy([part])))
    let named = Self.command(in: RemedyWords(ledger: "我 的台账").text(of: Remedy([part])))
    let option = " --ledger '我 的台账'"
    #expect(named == plain || named == plain + option)
    guard !plain.contains("--ledger ") else {
      #expect(named == plain, "it names another ledger")
      return
    }
    // What finds no ledger where none is must say which one.
    let without = try Self.outcome(of: plain, at: Desk())
    if without.messages.contains("[ledger-missing]") {
      #expect(named.hasSuffix(option), "\(named)")
    }
    // What says it must be a command that takes it.
    let desk = try Desk()
    desk.run(["init", "--ledger", "我 的台账", "--school", "南岭工程职业学院", "--today", "2020-07-20"])
    let with = try Self.outcome(of: named, at: desk)
    #expect(with.status != .usage, "\(named)\n\(with.messages)")
    #expect(!with.messages.contains("[ledger-missing]"), "\(named)\n\(with.messages)")
  }

  /// A printed command without what is said of its blanks behind it.
  private static func command(in text: String) -> String {
    guard text.hasSuffix("）"), let note = text.lastIndex(of: "（") else { return text }
    return String(text[..<note])
  }

  /// What a printed command does once its blanks are filled.
  private static func outcome(of line: String, at desk: Desk) throws -> Desk.Outcome {
    var line = command(in: line)
    for (blank, value) in [
      ("日期", "2020-10-01"), ("条目号", "3.1"), ("条款号", "3.2"), ("报告名", "monthly"),
      ("栏目名", "备注"),
    ] {
      line = line.replacing(blank, with: value)
    }
    let words = words(of: line)
    #expect(words.first == "xiaohao")
    return desk.run(Array(words.dropFirst()))
  }

  @Test func `a space stands between a command and the Chinese beside it`() {
    let remedy: Remedy = "全部条目见\(look: .items)；无误后\(doing: .verify)查看"
    #expect(RemedyWords().text(of: remedy) == "全部条目见 xiaohao list；无误后运行 xiaohao verify 查看")
    #expect(remedy.words == "全部条目见台账清单；无误后校验台账查看")
  }

  /// The words of a command line, as a shell parts them.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
