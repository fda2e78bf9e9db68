import LedgerDesk
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
      "isLeader": .flag(visitor.holds(.leader)),
      "isAdministrator": .flag(visitor.holds(.administrator)),
    ]
    let live = snapshot.ledger.liveItems
    let own = visitor.holds(.owner) ? live.filter { visitor.owns($0.item, in: directory) } : []
    fields["groups"] = .rows(groups(own, on: today))
    fields["ownCount"] = .text(String(own.count))
    let queue = live.filter { $0.phase == .submitted || $0.isStale }
    fields["queueCount"] = .text(queue.isEmpty ? "" : String(queue.count))
    let extensions = live.count { $0.pendingExtension != nil }
    fields["extensionCount"] = .text(extensions == 0 ? "" : String(extensions))
    let lights = live.map { $0.light(on: today) }
    fields["total"] = .text(String(live.count))
    fields["lights"] = .rows(
      [Light.red, .yellow, .green, .blue, .grey].map { light in
        [
          "lightName": .text(light.rawValue), "light": .text(light.words),
          "lightMeaning": .text(light.meaning),
          "count": .text(String(lights.count { $0 == light })),
        ]
      })
    return portal.page("page-home", asked, title: "首页", fields)
  }

  private static func groups(_ own: [ItemState], on today: CivilDate) -> [PageFields] {
    let rows = own.map { ItemRow(state: $0, today: today) }
    return ItemRow.Group.allCases.compactMap { group in
      let members = rows.filter { $0.group == group }.sorted {
        ($0.sortingDay, $0.state.id) < ($1.sortingDay, $1.state.id)
      }
      guard !members.isEmpty else { return nil }
      return [
        "groupName": .text(PortalPhrases.group(group)),
        "groupCount": .text(String(members.count)),
        "isPressing": .flag(group == .returned || group == .pressing),
        "items": .rows(members.map(\.fields)),
      ]
    }
  }
}
