import TaskLedger
import Testing

/// Who may do what in which state: the documentation's table, filled in by trying everything.
struct RoleMatrixTests {
  /// An actor as the rules see one.
  enum Role: String, CaseIterable {
    case applicant = "applicant"
    case reviewer = "reviewer"
    case both = "reviewer who applied"
    case other = "anybody else"

    /// The name that acts, and the name that applied before.
    var names: (acts: String, applied: String) {
      switch self {
      case .applicant: (SampleSchool.owner, SampleSchool.owner)
      case .reviewer: (SampleSchool.office, SampleSchool.owner)
      case .both: (SampleSchool.office, SampleSchool.office)
      case .other: (SampleSchool.other, SampleSchool.owner)
      }
    }
  }

  /// A state of the item with its heading.
  enum State: String, CaseIterable {
    case pending = "pending"
    case inProgress = "in progress"
    case submitted = "submitted"
    case closed = "closed"
    case stale = "stale"
    case ongoing = "ongoing"
    case withdrawn = "withdrawn"
    case dropped = "dropped"

    /// What leads to it for a standing item that has a due day, by whoever applied; sustained is only
    /// what has none.
    func happenings(by applicant: String) -> [Happening] {
      let begun: [Happening] = [.attached("证-2.1-01"), .started("2.1", by: applicant)]
      let applied = begun + [.submitted("2.1", by: applicant)]
      return switch self {
      case .pending: [.attached("证-2.1-01")]
      case .inProgress: begun
      case .submitted: applied
      case .closed: applied + [.closed("2.1")]
      case .stale: applied + [.closed("2.1"), .attached("证-2.1-02", "2020-07-25", digest: "b")]
      case .ongoing:
        begun + [
          .revised("2.1", "2020-07-21", .deadline(DeadlineLanguage.read("长期坚持", year: 2020))),
          .sustained("2.1"),
        ]
      case .withdrawn: begun + [.withdrawn("2.1")]
      case .dropped: begun + [.dropped("2.1")]
      }
    }
  }

  /// A command of the matrix; `true` when an extension awaits an answer.
  struct Row {
    var name: String
    var isAsked = false
    var command: LedgerCommand
  }

  static let rows: [Row] = [
    Row(name: "start", command: .start("2.1")),
    Row(name: "note", command: .note("2.1", text: "召开推进会")),
    Row(name: "attach", command: .attach("2.1", SampleSchool.file("e"))),
    Row(name: "void", command: .voidEvidence("证-2.1-01", reason: "盖章不清")),
    Row(name: "submit", command: .submit("2.1", summary: "已全部完成")),
    Row(name: "close", command: .close("2.1", opinion: "同意销号")),
    Row(name: "return", command: .return("2.1", reason: "缺名单")),
    Row(name: "reopen", command: .reopen("2.1", finding: "名单不实", basis: "督查反馈")),
    Row(name: "sustain", command: .sustain("2.1")),
    Row(name: "withdraw", command: .withdraw("2.1", basis: "省厅通知")),
    Row(
      name: "extend request",
      command: .requestExtension(
        "2.1", until: "2021-03-31", reason: "开学推迟", progress: "已拟稿")),
    Row(name: "extend grant", isAsked: true, command: .grantExtension("2.1", basis: "例会")),
    Row(name: "extend refuse", isAsked: true, command: .refuseExtension("2.1", reason: "不足")),
    Row(name: "revise", command: .revise("2.1", changes: [.remark("见附件")], reason: "核对")),
    Row(name: "confirm", command: .confirm("2.1", codes: nil, reason: "核对")),
    Row(
      name: "gap raise",
      command: .raiseGap(text: "制度未公示", item: "2.1", owner: "学工部", due: nil)),
  ]

  static func history(_ state: State, _ role: Role, isAsked: Bool) -> History {
    var history = History(Happening.opened)
    var item = SampleSchool.item("2.1", deadline: SampleSchool.standing, flags: [.yearAssumed])
    item.deadline.meaning = .ongoing(
      after: DeadlinePoint(day: "2020-12-31", bound: .by, precision: .year))
    history.record(
      Happening(
        .imported(item), on: "2020-07-20", by: SampleSchool.office))
    if isAsked {
      history.record(
        .asked("2.1", until: "2021-03-31", "2020-07-20", by: role.names.applied))
    }
    for happening in state.happenings(by: role.names.applied) { history.record(happening) }
    return history
  }

  /// What happens when a role tries a command in a state: `yes`, or why not.
  static func cell(_ row: Row, _ state: State, _ role: Role) -> String {
    let history = history(state, role, isAsked: row.isAsked)
    let occasion = Occasion(actor: role.names.acts, today: "2020-07-28")
    do throws(LedgerRejection) {
      _ = try decide(row.command, in: history.ledger, on: occasion)
      return "yes"
    } catch {
      return error.diagnostics.map(\.code).joined(separator: ", ")
    }
  }

  @Test func `the states of the matrix are what their headings say`() {
    for state in State.allCases {
      for role in Role.allCases {
        let history = Self.history(state, role, isAsked: true)
        #expect(history.ledger.unplaced == [])
        let item = history.ledger["2.1"]
        let expected: Phase =
          switch state {
          case .pending: .pending
          case .inProgress, .dropped: .inProgress
          case .submitted: .submitted
          case .closed, .stale: .closed
          case .ongoing: .ongoing
          case .withdrawn: .withdrawn
          }
        #expect(item?.phase == expected)
        #expect(item?.isStale == (state == .stale))
        #expect((item?.droppedReason != nil) == (state == .dropped))
      }
    }
  }

  @Test func `the documentation's matrix is what the rules do`() throws {
    var text = Self.head
    for row in Self.rows {
      let cells = Role.allCases.map { role in
        (role, State.allCases.map { Self.cell(row, $0, role) })
      }
      text += "\n### \(row.name)\n\n"
      text += "| who | \(State.allCases.map(\.rawValue).joined(separator: " | ")) |\n"
      text += "|---|" + String(repeating: "---|", count: State.allCases.count) + "\n"
      if Set(cells.map(\.1)).count == 1, let first = cells.first {
        text += "| anybody | \(first.1.joined(separator: " | ")) |\n"
      } else {
        for (role, line) in cells {
          text += "| \(role.rawValue) | \(line.joined(separator: " | ")) |\n"
        }
      }
    }
    try GoldenText.expect(text, at: "Sources/TaskLedger/Documentation.docc/RoleMatrix.md")
  }

  static let head = """
    # Who may do what, and when

    Every command on an item, tried by every kind of actor in every state.

    ## Overview

    This page is checked by `RoleMatrixTests`, which tries every cell with `decide`;
    `UPDATE_GOLDEN=1 swift test --filter RoleMatrixTests` writes it anew. A cell says `yes`, or the
    codes of all the reasons for which the command is refused.

    The actors:

    - *applicant*: the department that applied (for closure, or for more time), not a reviewer.
    - *reviewer*: named in the ledger's setting, and somebody else applied.
    - *reviewer who applied*: named in the setting, but the application is their own.
    - *anybody else*: neither.

    The states are those of the closing machine; *stale* is a closure whose reviewed matter has
    changed since (失效), *dropped* an item that the corrected plan no longer has. The item stands
    after a due day that has not passed, has evidence and one doubt to confirm; for `extend grant`
    and `extend refuse` a request of the one who applied awaits its answer.

    Beyond the table: an entry never counts in the future, and a move never before the last one;
    `undo` takes back one's own last entry of an item, in every state, but not what came with a
    plan; opening and sealing a month, counted figures and gaps are open to every actor; naming
    reviewers takes a reviewer.

    """
}
