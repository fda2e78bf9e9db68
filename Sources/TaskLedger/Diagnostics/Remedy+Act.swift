extension Remedy {
  /// Something that can be done about a diagnostic, with which item, field and value.
  ///
  /// What is nil is left to the person; a front end shows it as a blank to fill in.
  public enum Act: Sendable, Hashable {
    // MARK: Items

    /// Take an item on (认领).
    case start(ItemID)
    /// Hand in evidence (佐证材料).
    case attach(ItemID)
    /// Apply for closure (申请销号).
    case submit(ItemID)
    /// Move an item that goes on without a day to its lasting state (转入长期坚持).
    case sustain(ItemID)
    /// Strike an item off after review (销号).
    case close(ItemID)
    /// Give an item back (退回).
    case `return`(ItemID)
    /// Open a new round (重启).
    case reopen(ItemID)
    /// Record progress, here the reason of a delay.
    case note(ItemID, words: String)
    /// Correct one field of an item (更正).
    case revise(ItemID?, Revision, reason: String?)
    /// Confirm a finding of the import as right (确认标记).
    case confirm(ItemID, FindingCode, reason: String?)
    /// Ask for an extension (申请延期).
    case requestExtension(ItemID)
    /// Grant the extension that was asked for.
    case grantExtension(ItemID)
    /// Grant it on a superior document (上级文件), whose number must be given.
    case grantExtensionBySuperior(ItemID)
    /// Refuse the extension that was asked for.
    case refuseExtension(ItemID)

    // MARK: Plan and ledger

    /// Open a ledger (建账).
    case createLedger
    /// Open a ledger with the list in a file.
    case createLedgerFromList(file: String?)
    /// Import a plan (导入方案).
    case importPlan(file: String?)
    /// Import a plan again and apply what differs.
    case updatePlan
    /// Put another list in the place of the one in force (更正任务列表).
    case updateList
    /// Say which column of a plan holds what and import it (指明栏目); without a role what the column
    /// holds is for the reader to say.
    case nameColumn(ColumnRole?, column: String?)
    /// Say which of several tables of a file is the plan and import it (指明任务列表).
    case nameTable(String)
    /// See what importing a plan again would change.
    case previewPlan

    /// Register a person with department and role (人员登记).
    case addMember

    // MARK: Meetings and figures

    /// Open a month's meeting (例会).
    case openMeeting(CivilMonth)
    /// End a month's meeting and seal the month (封存).
    case closeMeeting(CivilMonth)
    /// Print a month's report (月报).
    case printMonthly(CivilMonth)
    /// Print a paper (报告) by its stored name, about a month or department, into a file.
    case print(paper: String, subject: String?, file: String?)
    /// Raise a gap (差距短板).
    case raiseGap
    /// Record a figure (实有数据), with an example of a value.
    case setFact(name: String?, example: String?)
    /// Record the figures of a table.
    case importFacts
    /// Import figures from a file although some look doubtful: they were checked.
    case importCheckedFacts(file: String)
    /// Write the file on which the office writes its own words (文稿).
    case exportTexts
    /// Try how a deadline is read.
    case tryDeadline(String)

    // MARK: Files

    /// Write the ledger as plain tables.
    case exportTables
    /// Write the whole log (全部记录).
    case exportEntries
    /// Copy the built-in templates out.
    case exportTemplates
    /// See what the sheets that came back would record (填报表).
    case previewSheets
    /// Pack what is handed in (报送材料).
    case makeBundle
    /// Back the ledger up (备份).
    case backUp
    /// Restore a backup into a new folder (还原).
    case restore
    /// Put many schools' ledgers together (汇总).
    case rollUp
    /// Take in the submissions of many schools (收件), from which places into which folder.
    case collect([String], into: String)
    /// Take in a school's submission although it is older or diverges.
    case collectAccepting(String, from: [String], into: String)
    /// Verify a submission (核对报送材料).
    case verifyBundle
    /// Check a backup against its list without restoring it.
    case checkBackup
    /// Verify the records (校验).
    case verify
    /// Verify the records of a ledger in another folder.
    case verifyOther
    /// Examine the folder (体检).
    case examine
    /// See what repairing the folder would do.
    case previewRepair
    /// Repair the folder after examining it.
    case repair
  }

  /// The field of an item to correct, and the value; nil when the person must find it.
  public enum Revision: Sendable, Hashable {
    /// The deadline, in the words of a plan.
    case deadline(String?)
    /// The responsible departments.
    case departments
    /// The words of what is to be done.
    case content
    /// A measure.
    case measure
    /// The clause that the item answers.
    case clause(ClauseID?)
    /// Whatever is wrong.
    case any
  }
}
