import LedgerDesk
import LedgerStore
import TaskLedger

/// All items that a visitor may see, chosen by state, light, department or words.
enum ItemListPage {
  static let page: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let visitor = try asked.member()
    let snapshot = try portal.view(asked)
    let directory = try portal.directory()
    let seen = LedgerOnDay(snapshot.ledger, on: snapshot.asOf).items.filter {
      visitor.maySee($0.state.item, in: directory)
    }
    let hedges = try portal.hedges()
    func row(_ item: ItemOnDay) -> PageFields { ItemRow(item, in: snapshot.ledger, hedges).fields }
    let (light, status) = (asked.query["light"], asked.query["state"])
    let (department, words) = (asked.query["department"], asked.query["words"])
    let rows = seen.filter { item in
      (light.isEmpty || (item.isLive && item.light.rawValue == light))
        && (status.isEmpty || item.status.rawValue == status)
        && (department.isEmpty
          || item.state.item.departments.all.contains { directory.isSame($0, department) })
        && (words.isEmpty || item.state.item.content.contains(words)
          || item.id.description == words)
    }.map(row)
    let standing = seen.filter {
      $0.state.mayBeSustained && visitor.mayAct(on: $0.state, in: directory)
    }
    let chosen = Set(asked.fields.all("item"))
    let departments = Set(seen.flatMap(\.state.item.departments.all)).sorted()
    return try portal.page(
      "page-items", asked, title: "条目",
      [
        "standing": .rows(
          standing.map {
            var row = row($0)
            row["isChosen"] = .flag(chosen.contains($0.id.description))
            return row
          }),
        "hasStanding": .flag(!standing.isEmpty), "standingCount": .text(String(standing.count)),
        "items": .rows(rows), "count": .text(String(rows.count)), "words": .text(words),
        "lights": .rows(
          Light.allCases.map {
            [
              "lightName": .text($0.rawValue), "light": .text($0.words),
              "lightMeaning": .text($0.meaning), "isChosen": .flag($0.rawValue == light),
            ]
          }),
        "states": .rows(
          ItemStatus.allCases.map {
            [
              "stateName": .text($0.rawValue), "state": .text($0.words),
              "isChosen": .flag($0.rawValue == status),
            ]
          }),
        "departments": .rows(
          departments.map { ["department": .text($0), "isChosen": .flag($0 == department)] }),
      ])
  }

  /// Sustains the chosen items, all or none.
  static let sustain: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let chosen = try asked.fields.all("item").map { text -> ItemID in
      var one = asked
      one.parameters["item"] = text
      let item = try SeenItem(portal, one)
      try item.requireActor()
      return item.state.id
    }
    guard !chosen.isEmpty else { throw PortalRefusal.form([.itemsMissing()], status: 422) }
    let receipt = try portal.record(chosen.map { .sustain($0) }, asked)
    return portal.see("/items?done=sustained", receipt)
  }
}
