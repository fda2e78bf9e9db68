package import LedgerReports
package import TaskLedger

extension Desk {
  /// What still stands between today and 自评通过 (倒排表).
  ///
  /// - Parameters:
  ///   - by: The day by which it must be done; nil for the hand-in day.
  ///   - name: The only department to list; nil for all.
  ///   - day: The day the ledger is looked at.
  ///   - moment: When.
  /// - Returns: What is missing.
  /// - Throws: ``DeskError`` when the ledger cannot be read, or nobody knows the department.
  package func missing(
    by: CivilDate?, of name: String?, asOf day: CivilDate, at moment: Moment
  ) throws(DeskError) -> MissingReport {
    let input = try printer(templates: nil, at: moment).input(asOf: day).input
    do throws(ReportError) {
      return try MissingReport(by: by, of: name, input)
    } catch {
      throw DeskError(error.diagnostics, kind: .unreadableInput)
    }
  }

  /// Sends a department a reminder (提醒函、催办函、督办单) about what it leads and is pressing.
  ///
  /// - Parameters:
  ///   - department: The department.
  ///   - clerk: Who sends it.
  ///   - moment: When.
  ///   - dryRun: Whether to decide without writing.
  /// - Returns: What was recorded; nothing when there is nothing to remind of.
  /// - Throws: ``DeskError`` when a rule refuses, or nobody knows the department.
  package func remind(
    _ department: String, by clerk: Clerk, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> Receipt {
    let input = try printer(templates: nil, at: moment).input(asOf: moment.today).input
    let sheet: ReminderSheet
    do throws(ReportError) {
      sheet = try ReminderSheet(draftFor: department, input)
    } catch {
      throw DeskError(error.diagnostics, kind: .unreadableInput)
    }
    guard !sheet.rows.isEmpty else {
      throw DeskError(
        [.nothingToRemind(sheet.department, underReview: sheet.underReview)], kind: .refused)
    }
    return try append(
      { _ in
        [
          .remind(
            department: sheet.department, sheet.kind, items: sheet.all.map(\.line.id),
            due: sheet.due)
        ]
      }, by: clerk, at: moment, dryRun: dryRun)
  }

  /// The reminders that would be sent today: one for every department that leads something pressing.
  ///
  /// - Parameter moment: When.
  /// - Returns: The drafts, in the order of the plan.
  /// - Throws: ``DeskError`` when the ledger cannot be read.
  package func reminderDrafts(at moment: Moment) throws(DeskError) -> [ReminderSheet] {
    let input = try printer(templates: nil, at: moment).input(asOf: moment.today).input
    var leads: [String] = []
    for item in input.ledger.liveItems {
      for lead in item.item.departments.lead
      where !leads.contains(where: { input.departments.isSame($0, lead) }) { leads.append(lead) }
    }
    do throws(ReportError) {
      var drafts: [ReminderSheet] = []
      for lead in leads {
        let draft = try ReminderSheet(draftFor: lead, input)
        if !draft.rows.isEmpty { drafts.append(draft) }
      }
      return drafts
    } catch {
      throw DeskError(error.diagnostics, kind: .unreadableInput)
    }
  }
}
