import LedgerDesk
import LedgerReports
import TaskLedger

/// Reminders to departments (提醒函、催办函、督办单) and their answers.
enum ReminderPages {
  /// What would be sent today, and what was sent.
  static let list: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let snapshot = try portal.view(asked)
    var fields: PageFields = [:]
    fields["drafts"] = .rows(
      try portal.desk.reminderDrafts(at: try Moment(of: asked.now)).map { draft in
        [
          "department": .text(draft.department), "kind": .text(draft.kind.words),
          "draftItems": .rows(draft.rows.map { ItemRow.named($0.line.id, in: snapshot.ledger) }),
          "paper": .text(paper(of: draft.department)),
        ]
      })
    fields["sent"] = .rows(
      snapshot.ledger.reminders.reversed().map { row($0, in: snapshot.ledger, asked) })
    return try portal.page("page-reminders", asked, title: "督办", fields)
  }

  /// Sends one, or records what a department answered.
  static let send: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    if !asked.fields["number"].isEmpty {
      return portal.see(
        "/office/reminders?done=reminder-answered", try answer(portal, asked))
    }
    let (clerk, moment) = try portal.occasion(asked)
    let receipt = try portal.desk.remind(
      PrintableText.line(asked.fields["department"]), by: clerk, at: moment, dryRun: false)
    return portal.see("/office/reminders?done=reminder-sent", receipt)
  }

  /// A department answers a reminder that was sent to it.
  static let reply: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let visitor = try asked.member()
    let directory = try portal.directory()
    let sent = try portal.view(asked).ledger.reminders.first {
      String($0.sent.number) == asked.fields["number"]
    }
    let isOwn = visitor.departments.contains { own in
      sent.map { directory.isSame(own, $0.sent.department) } == true
    }
    guard isOwn else { throw PortalRefusal.notFound }
    return portal.see("/?done=reminder-answered", try answer(portal, asked))
  }

  /// The reminders to a visitor's departments that wait for an answer.
  static func waiting(
    for visitor: Visitor, in ledger: Ledger, _ directory: DepartmentDirectory,
    _ asked: PortalRequest
  ) -> [PageFields] {
    ledger.reminders.filter { reminder in
      reminder.answer == nil
        && visitor.departments.contains { directory.isSame($0, reminder.sent.department) }
    }.map { row($0, in: ledger, asked) }
  }

  private static func answer(_ portal: Portal, _ asked: PortalRequest) throws -> Receipt {
    guard let number = Int(asked.fields["number"]) else { throw PortalRefusal.unreadable }
    try asked.require("answer")
    let words = PrintableText.block(asked.fields["answer"])
    return try portal.record([.answerReminder(number: number, text: words)], asked)
  }

  private static func row(
    _ reminder: Ledger.Reminder, in ledger: Ledger, _ asked: PortalRequest
  ) -> PageFields {
    let number = String(reminder.sent.number)
    return [
      "reminderNumber": .text(number),
      "reminderKind": .text(reminder.sent.kind.words),
      "reminderDepartment": .text(reminder.sent.department),
      "reminderOn": .text(PortalPhrases.date(reminder.on)),
      "reminderDue": .text(PortalPhrases.date(reminder.sent.due)),
      "reminderItems": .rows(reminder.sent.items.map { ItemRow.named($0, in: ledger) }),
      "reminderAnswer": .text(reminder.answer ?? ""),
      "answeredOn": .text(reminder.answeredOn.map(PortalPhrases.date) ?? ""),
      "reminderPaper": .text(paper(of: reminder.sent.department)),
    ].merging(asked.typed("answer", isSent: asked.fields["number"] == number)) { $1 }
  }

  private static func paper(of department: String) -> String {
    "/papers/reminder?department=\(FormFields.encoded(department))"
  }
}
