/// Why a command about a meeting, a sealed month or the office's own words was refused.
public enum MeetingRefusal: Sendable, Hashable {
  /// The meeting of the month is already open.
  case alreadyOpen(CivilMonth, on: CivilDate)
  /// The meeting of the month was not opened.
  case notOpened(CivilMonth)
  /// The month would be sealed on a day before its meeting was opened.
  case sealBeforeMeeting(CivilMonth, opened: CivilDate, effective: CivilDate)
  /// The month is sealed and stays as it is.
  case monthAlreadySealed(CivilMonth)
  /// A later month is already sealed; the last one.
  case monthOutOfOrder(CivilMonth, lastSealed: CivilMonth)
  /// Earlier meetings are still open and must be sealed first.
  case earlierMonthOpen(CivilMonth, earlier: [CivilMonth])
  /// The month has not begun.
  case monthInFuture(CivilMonth, today: CivilDate)
  /// The month is not over yet; only then is it sealed.
  case monthNotOver(CivilMonth, lastDay: CivilDate, today: CivilDate)
  /// The paper of a month would look at a day outside of it.
  case sealDayOutsideMonth(CivilMonth, asOf: CivilDate)
  /// The paper would rest on entries that are not there, or leave out some of the last seal.
  case sealThroughUnknown(through: Int, known: ClosedRange<Int>)
  /// The meeting decided nothing of that number; the known ones.
  case decisionUnknown(CivilMonth, Int, known: [Int])
  /// What became of a decision would be told on a day before it was made.
  case settledBeforeDecision(CivilMonth, Int, decided: CivilDate, effective: CivilDate)
  /// No reminder has that number; the known ones.
  case reminderUnknown(Int, known: [Int])
  /// A reminder would be answered on a day before it was sent.
  case answeredBeforeReminder(Int, sent: CivilDate, effective: CivilDate)
  /// The list has no task of that number, so there is no place for its text; the known ones.
  case taskUnknown(Int, known: [Int])
}
