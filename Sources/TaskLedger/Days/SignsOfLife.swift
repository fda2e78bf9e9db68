/// Signs of life (有进展): a note, evidence that counts, a closing or a sustaining, by the day it
/// counts on. Starting is none, and a forecast alone is none.
///
/// Source: product description, The closing machine. What goes on wants one each month; what recurs
/// wants one in each window from after one of its days up to the next.
extension ItemState {
  /// Whether the day of a sign of life fits.
  private func hasSign(where fits: (CivilDate) -> Bool) -> Bool {
    notes.contains { !$0.isForecast && fits($0.on) }
      || evidence.contains { $0.voidReason == nil && fits($0.on) }
      || rounds.contains { round in
        round.closures.contains { fits($0.on) } || round.sustainedOn.contains(where: fits)
      }
  }

  /// The days of all signs of life, in order.
  public var signsOfLife: [CivilDate] {
    var days: [CivilDate] = []
    _ = hasSign { day in
      days.append(day)
      return false
    }
    return days.sorted()
  }

  /// The last day of a month on which the item showed a sign of life; nil when it showed none.
  public func lastSignOfLife(in month: CivilMonth) -> CivilDate? {
    signsOfLife.last(where: month.contains)
  }

  /// Whether the item goes on: without an end, or again and again.
  public var goesOn: Bool {
    phase == .ongoing || item.deadline.isOngoing || item.deadline.meaning.isRecurring
  }

  /// Whether the item comes back again and again (定期), so that its own days set the rhythm.
  public var recurs: Bool { item.deadline.meaning.isRecurring }

  /// Whether the item goes on without a due day: it is sustained (长期坚持) and never applied for, and
  /// signs of life are all that is asked. A further round of what has a dated half must be closed
  /// first, with or without a day.
  public var isStanding: Bool { goesOn && due == nil && !isRoundWithoutDay }

  /// The days before a day on which something that recurs was due and not done (漏期), in order.
  ///
  /// The first day is the first on or after the import, or the correction by which it came to recur,
  /// and the 起 of its words. A day counts as
  /// missed once it has passed and its window holds no sign of life.
  public func missedDays(before today: CivilDate) -> [CivilDate] {
    guard isLive else { return [] }
    let signs = signsOfLife
    var missed: [CivilDate] = []
    var previous: CivilDate?
    for day in elapsedDays(before: today) {
      let isDone = signs.contains { sign in sign <= day && previous.map { sign > $0 } ?? true }
      if !isDone { missed.append(day) }
      previous = day
    }
    return missed
  }

  /// The missed day that is still open (漏期): the last one, as long as no sign of life came after
  /// it.
  public func openMissedDay(before today: CivilDate) -> CivilDate? {
    guard let last = missedDays(before: today).last else { return nil }
    return hasSign { $0 > last && $0 <= today } ? nil : last
  }

  /// Whether an item that goes on is alive on a day: a sign of life in the day's month, or, for what
  /// recurs, in the window of the last day that was due or of the next.
  public func isAlive(on today: CivilDate) -> Bool {
    guard item.deadline.meaning.isRecurring else {
      return hasSign { $0 <= today && today.civilMonth.contains($0) }
    }
    guard openMissedDay(before: today) == nil else { return false }
    let windowStart = elapsedDays(before: today).dropLast().last
    return hasSign { sign in
      sign <= today && windowStart.map { sign > $0 } ?? true
    }
  }

  /// Whether the window that ends on the next day of something that recurs, from a day on, holds a
  /// sign of life already.
  func hasSign(inWindowUntil next: CivilDate, on today: CivilDate) -> Bool {
    let windowStart = elapsedDays(before: next).last
    return hasSign { sign in
      sign <= today && windowStart.map { sign > $0 } ?? true
    }
  }

  /// The days before a day on which something that recurs was due, in order.
  private func elapsedDays(before today: CivilDate) -> [CivilDate] {
    guard let eve = today.preceding else { return [] }
    return item.deadline.recurringDays(from: goesOnSince, through: eve)
  }
}
