import LedgerDesk
import LedgerReports
import LedgerStore
import TaskLedger

/// What everybody sees first: each role what is its own.
enum HomePage {
  static let page: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let visitor = try asked.member()
    let snapshot = try portal.view(asked)
    let today = snapshot.asOf
    let directory = try portal.directory()
    var fields: PageFields = [
      "school": .text(snapshot.ledger.school), "today": .text(PortalPhrases.date(today)),
      "isOwner": .flag(visitor.holds(.owner)),
      "isReviewer": .flag(visitor.holds(.reviewer)),
      "isOffice": .flag(visitor.holds(.office)),
      "isWide": .flag(visitor.holds(.office, .leader)),
      "isAdministrator": .flag(visitor.holds(.administrator)),
    ]
    let onDay = LedgerOnDay(snapshot.ledger, on: today)
    let live = onDay.live
    let hedges = try portal.hedges()
    let own =
      visitor.holds(.owner)
      ? onDay.items.filter { visitor.owns($0.state.item, in: directory) } : []
    fields["groups"] = .rows(groups(own.map { ItemRow($0, in: snapshot.ledger, hedges) }))
    let standing = own.count { $0.state.mayBeSustained }
    fields["standingCount"] = .text(standing == 0 ? "" : String(standing))
    fields["reminders"] = .rows(
      visitor.holds(.owner)
        ? ReminderPages.waiting(for: visitor, in: snapshot.ledger, directory, asked) : [])
    let queue = live.filter(\.state.awaitsReview)
    fields["queueCount"] = .text(queue.isEmpty ? "" : String(queue.count))
    let stale = queue.count { $0.status == .stale }
    fields["staleCount"] = .text(stale == 0 ? "" : String(stale))
    let extensions = live.count { $0.state.pendingExtension != nil }
    fields["extensionCount"] = .text(extensions == 0 ? "" : String(extensions))
    fields.merge(whole(onDay)) { _, new in new }
    return try portal.page("page-home", asked, title: "首页", fields)
  }

  /// The whole school: lights, states that add up, and the days that remain.
  private static func whole(_ onDay: LedgerOnDay) -> PageFields {
    var fields: PageFields = [:]
    let agenda = MeetingPages.agenda(
      MeetingAgenda(of: onDay.day.civilMonth, in: onDay), of: onDay.ledger)
    fields["agenda"] = .rows(agenda)
    fields["hasAgenda"] = .flag(!agenda.isEmpty)
    let counts = onDay.counts
    fields["total"] = .text(String(counts.total))
    fields["settledCount"] = .text(String(onDay.items.count { $0.isSettled }))
    fields["handIn"] = .text(
      onDay.handInDay.map { PortalPhrases.handIn($0, from: onDay.day) } ?? "")
    fields["states"] = .rows(
      ItemStatus.allCases.filter { counts[$0] > 0 }.map {
        [
          "stateName": .text($0.rawValue), "state": .text($0.words),
          "count": .text("\(counts[$0])"),
        ]
      })
    let segments = Board.Segment.all(onDay.items)
    fields["lights"] = .rows(
      [Light.red, .yellow, .green, .blue, .grey].map { light in
        lightRow(segments.first { $0.light == light && !$0.isWithdrawn }, of: light)
      } + segments.filter(\.isWithdrawn).map { lightRow($0, of: $0.light) })
    return fields
  }

  /// How many items show a light, what it says of them, and where they are listed.
  private static func lightRow(_ segment: Board.Segment?, of light: Light) -> PageFields {
    let choice =
      segment?.isWithdrawn == true
      ? "state=\(ItemStatus.withdrawn.rawValue)" : "light=\(light.rawValue)"
    return [
      "lightName": .text(light.rawValue), "light": .text(light.words),
      "lightMeaning": .text(segment?.legend ?? light.meaning),
      "lightChoice": .text(choice), "count": .text(String(segment?.count ?? 0)),
    ]
  }

  private static func groups(_ rows: [ItemRow]) -> [PageFields] {
    ItemRow.Group.allCases.compactMap { group in
      let members = rows.filter { $0.group == group }.sorted {
        ($0.sortingDay, $0.onDay.id) < ($1.sortingDay, $1.onDay.id)
      }
      guard !members.isEmpty else { return nil }
      return [
        "groupName": .text(PortalPhrases.group(group)),
        "groupCount": .text(String(members.count)),
        "items": .rows(members.map(\.fields)),
      ]
    }
  }
}
