import ArgumentParser

/// The commands in the groups in which help shows them; a new command is added here and nowhere
/// else.
enum CommandGroups {
  /// All groups, in the order of the work.
  static let all: [CommandGroup] = [
    CommandGroup(
      name: "建账与导入",
      subcommands: [InitCommand.self, ImportCommand.self, CheckCommand.self, ReviseCommand.self]),
    CommandGroup(
      name: "办理",
      subcommands: [
        ListCommand.self, ShowCommand.self, MissingCommand.self, StartCommand.self,
        NoteCommand.self,
        AttachCommand.self, SubmitCommand.self, CloseCommand.self, ReturnCommand.self,
        ReopenCommand.self, SustainCommand.self, WithdrawCommand.self, ExtendCommand.self,
        UndoCommand.self, VoidCommand.self, HistoryCommand.self,
      ]),
    CommandGroup(
      name: "例会与数据",
      subcommands: [
        MeetingCommand.self, GapCommand.self, FactCommand.self, IndicatorCommand.self,
        TextCommand.self, ReminderCommand.self,
      ]),
    CommandGroup(
      name: "材料",
      subcommands: [
        ReportCommand.self, BundleCommand.self, ExportCommand.self, TemplatesCommand.self,
      ]),
    CommandGroup(name: "表格", subcommands: [SheetCommand.self]),
    CommandGroup(
      name: "人员与网页",
      subcommands: [ReviewerCommand.self, MemberCommand.self, ServeCommand.self]),
    CommandGroup(
      name: "台账",
      subcommands: [
        VerifyCommand.self, DoctorCommand.self, BackupCommand.self, RestoreCommand.self,
        RollupCommand.self, CollectCommand.self,
      ]),
    CommandGroup(name: "试读", subcommands: [DeadlineCommand.self]),
  ]
}
