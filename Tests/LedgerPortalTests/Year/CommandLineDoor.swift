import TaskLedger

/// The year by commands alone.
struct CommandLineDoor: YearDoor {
  func take(_ act: YearAct, _ office: YearOffice) throws { try Self.take(act, office) }

  static func take(_ act: YearAct, _ office: YearOffice) throws {
    switch act {
    case .command(let words, let actor): office.run(paths(of: words, office), by: actor)
    case .importPlan(let actor):
      office.run(["import", office.path("example-plan.docx")], by: actor)
    case .addMember(let person, let actor):
      office.run(
        ["member", "add", person.name, "--department", person.department, "--role", person.role],
        by: actor)
    case .correct(let item, let field, let value, let reason, let actor):
      office.run(["revise", item, "--\(field)", value, "--reason", reason], by: actor)
    case .confirm(let item, let reason, let actor):
      office.run(["revise", item, "--confirm", "--reason", reason], by: actor)
    case .reports(let answers, let corrections, _):
      for correction in corrections { try take(correction, office) }
      try report(answers, office)
    case .sustain(let item, let actor): office.run(["sustain", item], by: actor)
    case .voidEvidence(let item, let index, let reason, let actor):
      office.run(["void", "证-\(item)-0\(index)", "--reason", reason], by: actor)
    case .askForTime(let item, let until, let reason, let progress, let actor):
      office.run(
        ["extend", "request", item, "--until", until, "--reason", reason, "--progress", progress],
        by: actor)
    case .answerRequest(let item, let grants, let words, let actor):
      office.run(
        grants
          ? ["extend", "grant", item, "--basis", words]
          : ["extend", "refuse", item, "--reason", words], by: actor)
    case .review(let decisions, let actor):
      for decision in decisions {
        office.run(
          decision.closes
            ? ["close", decision.item, "--opinion", decision.words]
            : ["return", decision.item, "--reason", decision.words], by: actor)
      }
    case .reopen(let item, let finding, let basis, let due, let actor):
      office.run(
        ["reopen", item, "--finding", finding, "--basis", basis, "--due", due], by: actor)
    case .openMeeting, .attend, .decide, .settle, .seal, .raiseGap, .resolveGap:
      meet(act, office)
    case .figures(let day, let actor):
      office.run(["fact", "import", office.path("数据.md"), "--on", day], by: actor)
    case .figure(let name, let value, let day, let actor):
      office.run(["fact", "set", name, value, "--on", day], by: actor)
    case .texts(let actor): office.run(["text", "import", office.path("文稿.md")], by: actor)
    case .exempt(let number, let reason, let actor):
      office.run(["indicator", "exempt", number, "--reason", reason], by: actor)
    case .remind(let department, let actor): office.run(["reminder", department], by: actor)
    case .reply(let number, let words, let actor):
      office.run(["reminder", "reply", String(number), words], by: actor)
    }
  }

  private static func paths(of words: [String], _ office: YearOffice) -> [String] {
    words.map { $0 == "更正.md" ? office.path($0) : $0 }
  }

  private static func meet(_ act: YearAct, _ office: YearOffice) {
    switch act {
    case .openMeeting(let month, let actor): office.run(["meeting", "open", month], by: actor)
    case .attend(let month, let names, let actor):
      office.run(["meeting", "attend", month] + names, by: actor)
    case .decide(let month, let item, let text, let owner, let due, let actor):
      office.run(
        ["meeting", "decide", month] + (item.isEmpty ? [] : [item])
          + ["--text", text, "--owner", owner, "--due", due], by: actor)
    case .settle(let month, let number, let result, let actor):
      office.run(
        ["meeting", "decide", month, "--settled", String(number), "--text", result], by: actor)
    case .seal(let month, let actor): office.run(["meeting", "close", month], by: actor)
    case .raiseGap(let text, let item, let owner, let due, let actor):
      office.run(
        ["gap", "raise", text, "--owner", owner, "--due", due, "--item", item], by: actor)
    case .resolveGap(let number, let words, let actor):
      office.run(["gap", "resolve", String(number), "--resolution", words], by: actor)
    default: break
    }
  }

  private static func report(_ answers: [YearAnswer], _ office: YearOffice) throws {
    // One file that proves several clauses is attached to all of them at once.
    if answers.count > 1, Set(answers.map(\.files)).count == 1, answers.allSatisfy(\.isEvidence) {
      office.run(
        ["attach"] + answers.map(\.item) + (try office.files(answers[0].files)),
        by: answers[0].person)
      return
    }
    for answer in answers {
      if office.run(["show", answer.item, "--json"]).contains(#""state" : "pending""#) {
        office.run(["start", answer.item], by: answer.person)
      }
      if !answer.note.isEmpty { office.run(["note", answer.item, answer.note], by: answer.person) }
      if !answer.files.isEmpty {
        var words = ["attach", answer.item] + (try office.files(answer.files))
        if !answer.number.isEmpty { words += ["--number", answer.number] }
        if let measure = answer.measure { words += ["--measure", String(measure)] }
        office.run(words, by: answer.person)
      }
      if answer.applies {
        office.run(["submit", answer.item, "--summary", answer.summary], by: answer.person)
      }
    }
  }
}

extension YearAnswer {
  fileprivate var isEvidence: Bool { note.isEmpty && summary.isEmpty && number.isEmpty }
}
