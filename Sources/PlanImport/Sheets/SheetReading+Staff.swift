import OfficeFiles
import TaskLedger

/// The list of a union's staff (工作人员名单).
extension SheetReading {
  /// Reads the list: one person a row, by student number.
  mutating func readStaff(
    _ rows: ArraySlice<SourceRow>, _ columns: [StaffColumn: Int], at place: Diagnostic.Location?
  ) {
    var people: [StaffList.Person] = []
    var places: [String: Diagnostic.Location] = [:]
    for row in rows {
      refuseErrors(row, columns.values)
      var answers: [StaffColumn: ReturnedSheet.Answer] = [:]
      for (column, index) in columns {
        if let answer = row.cell(at: index).flatMap(answer) { answers[column] = answer }
      }
      guard let first = row.cells.first(where: { !$0.text.isEmpty }), !answers.isEmpty else {
        continue
      }
      if isBeside(row) {
        sheet.notes.append(.staffRowLeft(first.text, at: first.location))
        continue
      }
      guard let number = answers[.number] else {
        sheet.faults.append(.staffNumberMissing(at: first.location))
        continue
      }
      let key = TextFolding.compact(number.text).uppercased()
      if let before = places[key] {
        sheet.faults.append(.staffTwice(number.text, first: before, at: number.location))
        continue
      }
      places[key] = number.location
      people.append(person(key, answers))
    }
    guard !people.isEmpty, let place else { return }
    guard sheet.staff == nil else {
      sheet.faults.append(.sheetPageTwice(StaffColumn.number.rawValue, sheet.file, at: place))
      return
    }
    sheet.staff = StaffList(people: people, location: place)
  }

  /// Whether a row of the list is of nobody: totals, the headings again, numbers of columns, notes.
  private func isBeside(_ row: SourceRow) -> Bool {
    let own = row.cells.filter { !$0.isBlank }
    return own.prefix(2).contains { words.facts.isTotal($0.text) } || RowKind.isBeside(own)
      || own.count > 1 && own.allSatisfy { StaffColumn(heading: $0.text) != nil }
  }

  private mutating func person(
    _ number: String, _ answers: [StaffColumn: ReturnedSheet.Answer]
  ) -> StaffList.Person {
    var person = StaffList.Person(number: number)
    for column in StaffColumn.allCases {
      guard let answer = answers[column] else { continue }
      guard let choices = column.choices else {
        person.cells[column] = answer.text
        continue
      }
      if let chosen = Self.choice(answer.text, of: choices) {
        person.cells[column] = chosen
      } else {
        sheet.faults.append(
          .sheetWordUnread(
            answer.text, accepted: choices.joined(separator: "、"), at: answer.location))
      }
    }
    if let failed = answers[.failed] {
      let words = TextFolding.compact(failed.text)
      if let count = words == "无"
        ? 0 : Int(words.hasSuffix("门") ? String(words.dropLast()) : words),
        count >= 0
      {
        person.failed = count
      } else {
        sheet.faults.append(
          .sheetWordUnread(failed.text, accepted: "0、1、2 这样的门数", at: failed.location))
      }
    }
    let band = person.cells[.band].flatMap(StaffBand.init(rawValue:))
    switch StaffList.rank(person.cells[.rank], band: band) {
    case .read(let isInFront): person.isInFront = isInFront
    case nil: break
    case .unreadable:
      if let rank = answers[.rank] {
        sheet.faults.append(
          .sheetWordUnread(rank.text, accepted: "12/60（名次/人数）或 20%", at: rank.location))
      }
    case .contradicts:
      if let rank = answers[.rank] {
        sheet.faults.append(
          .staffRankContradicts(rank.text, band: band?.rawValue ?? "", at: rank.location))
      }
    }
    return person
  }

  /// The one of the words that may be chosen; a part of it that is part of no other will do.
  private static func choice(_ text: String, of choices: [String]) -> String? {
    let folded = TextFolding.compact(text)
    if let exact = choices.first(where: { $0 == folded }) { return exact }
    guard folded.count >= 2 else { return nil }
    let near = choices.filter { $0.contains(folded) }
    return near.count == 1 ? near[0] : nil
  }
}
