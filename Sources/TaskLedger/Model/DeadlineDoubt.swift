/// What makes the day of a deadline worth a second look (时限存疑).
public enum DeadlineDoubt: String, Sendable, Hashable, CaseIterable {
  /// 前 behind a period without 底: 10月前 counts as its end by convention, but may mean its start.
  case beforePeriod = "before-period"
  /// Times that run backwards and were read over the new year: 11月-1月.
  case backwards
  /// The day of the week beside a day is another day's.
  case weekday
  /// Letters were read as the digits that they look like: 2O2O年.
  case misread
  /// A day of one digit without 日, which may be the mark of a note: 6月1.
  case bareDay = "bare-day"
  /// The year of one part of a sentence was taken for the next one: 2020年11月底前启动，12月完成.
  case yearCarried = "year-carried"
  /// Of several times before 长期坚持 the last alone counts: 4月、12月，长期坚持.
  case earlierDays = "earlier-days"
  /// The last of several days is that of something behind the work: 6月底前完成，12月总结.
  case laterEvent = "later-event"
  /// A sheet stores a day and shows its month or year alone: 2020-07-15 as 2020年7月.
  case hiddenDay = "hidden-day"
}
