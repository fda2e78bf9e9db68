import LedgerReports
import PlanImport
import TaskLedger

/// Figures, staff and members of a sheet on their way into the ledger.
extension SheetEntry {
  /// Reads the figures, and what is counted from the list of staff, into steps.
  mutating func readFigures() {
    let sheet = file.sheet
    readShortcomings()
    guard sheet.figures != nil || sheet.staff != nil else { return }
    var facts = sheet.figures?.facts ?? []
    if code.kind == .department {
      let asked = Set(
        (setting.asking(before).asked(of: department)
          + setting.asking(setting.ledger).asked(of: department)).map(\.name))
      for fact in facts where !asked.contains(fact.name) {
        say(.sheetFigureOfOthers(fact.name, department, at: fact.location))
      }
      if let staff = sheet.staff { facts += counted(staff, asked: asked, beside: facts) }
    } else if code.kind != .figures {
      return
    }
    let (then, now) = (FactSheet(before), FactSheet(setting.ledger))
    for fact in facts {
      let entry = FactEntry(fact, on: setting.effective, handedInBy: handedInBy)
      let known = now[fact.name]
      if let known, entry.says(fact, asIn: known) {
        receipt.known += 1
        continue
      }
      if let known, !setting.isConfirmed, known.value != then[fact.name]?.value,
        known.source != entry.source(of: fact)
      {
        say(.sheetFigureChanged(fact.name, sheet: fact.value, ledger: known, at: fact.location))
      }
      steps.append(SheetStep(item: nil, command: entry.command(fact), location: fact.location))
    }
  }

  /// Reads what is lacking in unions: a gap of the department, once.
  private mutating func readShortcomings() {
    let own = setting.asking(setting.ledger).unit(of: department)
    // 无 is nothing.
    for (unit, answer) in file.sheet.shortcomings where SheetWords.isYes(answer.text) != false {
      guard code.kind == .figures || own.map({ setting.directory.isSame($0, unit) }) == true else {
        say(
          .sheetFigureOfOthers(
            FactName(name: SheetWords.shortcomings, unit: unit), department, at: answer.location))
        continue
      }
      let isKnown = setting.ledger.gaps.contains {
        $0.text == answer.text && setting.directory.isSame($0.owner, unit)
      }
      if isKnown {
        receipt.known += 1
      } else {
        steps.append(
          SheetStep(
            item: nil, command: .raiseGap(text: answer.text, item: nil, owner: unit, due: nil),
            location: answer.location))
      }
    }
  }

  /// The figures that a list of staff gives, but for those that are written beside it and agree: of the
  /// union whose staff is asked for, all that some indicator asks of anybody.
  private mutating func counted(
    _ staff: StaffList, asked: Set<FactName>, beside written: [WrittenFact]
  ) -> [WrittenFact] {
    let asking = setting.asking(setting.ledger)
    let unit = asking.unit(of: department)
    var wanted = asked
    if unit == nil, let staff = setting.facts.figure(StaffCount.staff.rawValue),
      asked.contains(FactName(name: staff, unit: nil))
    {
      wanted.formUnion(asking.all.school.map(\.name))
    }
    return StaffCount.allCases.compactMap { figure in
      guard let name = setting.facts.figure(figure.rawValue) else { return nil }
      let fact = FactName(name: name, unit: unit)
      guard wanted.contains(fact) else { return nil }
      let own = written.first { $0.name == fact }
      switch staff.count(figure) {
      case .known(let count):
        guard let own else {
          return WrittenFact(name: fact, value: "\(count)", location: staff.location)
        }
        if FactValue(own.value) != .number(Rational(count)) {
          say(.staffCountDiffers(fact, written: own.value, counted: count, at: own.location))
        }
      case .blank(let column, let people):
        if own == nil {
          say(.staffCountUnknown(fact, column, people: people, at: staff.location))
        }
      }
      return nil
    }
  }

  /// Where the figures to be recorded stand.
  var figurePlaces: [FactName: Diagnostic.Location] {
    steps.reduce(into: [:]) { places, step in
      if case .recordFact(let name, _, _, _, _, _) = step.command {
        places[FactName(name)] = step.location
      }
    }
  }

  /// Asks about figures that look doubtful, and holds the sheet back until they were checked.
  mutating func questionFigures(after ledger: Ledger) {
    let places = figurePlaces
    guard !places.isEmpty else { return }
    let questions = FactQuestions(
      about: Set(places.keys), before: FactSheet(setting.ledger), after: FactSheet(ledger),
      table: setting.indicators, places: places)
    receipt.findings += questions.diagnostics
    if !questions.diagnostics.isEmpty, !setting.isConfirmed {
      say(.sheetFiguresDoubtful(file.name))
    }
  }

  /// Reads who is registered and who leaves into steps.
  mutating func readMembers() {
    guard code.kind == .members else { return }
    for row in file.sheet.members {
      let member = setting.ledger.member(named: row.name)
      let known = member.flatMap { $0.isActive ? $0 : nil }
      if row.leaves {
        if known == nil {
          receipt.known += 1
        } else {
          add(.retireMember(name: row.name), row)
        }
        continue
      }
      guard !row.departments.isEmpty else {
        say(.sheetMemberDepartmentMissing(row.name, at: row.location))
        continue
      }
      var departments = known?.departments ?? []
      var roles = known?.roles ?? []
      let wanted = row.roles.isEmpty ? (roles.isEmpty ? [.owner] : [roles[0]]) : row.roles
      for department in row.departments {
        for role in wanted {
          let isThere = departments.contains { setting.directory.isSame($0, department) }
          if isThere, roles.contains(role) {
            receipt.known += 1
            continue
          }
          departments.append(department)
          roles.append(role)
          add(
            .addMember(
              name: row.name, department: department, role: role,
              source: PrintableText.line(row.location.description)), row)
        }
      }
    }
  }

  private mutating func add(_ command: LedgerCommand, _ row: ReturnedSheet.MemberRow) {
    steps.append(SheetStep(item: nil, command: command, location: row.location))
  }
}
