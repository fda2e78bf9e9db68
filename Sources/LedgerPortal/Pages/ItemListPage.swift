import LedgerDesk
import LedgerStore
import TaskLedger

/// All items that a visitor may see, chosen by state, light, department or words.
enum ItemListPage {
  static let page: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let visitor = try asked.member()
    let snapshot = try portal.view(asked)
    let directory = try portal.directory()
    let seen = snapshot.ledger.liveItems.filter { visitor.maySee($0.item, in: directory) }
    let (light, department, words) = (
      asked.query["light"], asked.query["department"], asked.query["words"]
    )
    let rows = seen.filter { state in
      (light.isEmpty || state.light(on: snapshot.asOf).rawValue == light)
        && (department.isEmpty || state.item.departments.all.contains(department))
        && (words.isEmpty || state.item.content.contains(words)
          || state.id.description == words)
    }.map { ItemRow(state: $0, today: snapshot.asOf).fields }
    let departments = Set(seen.flatMap(\.item.departments.all)).sorted()
    return portal.page(
      "page-items", asked, title: "条目",
      [
        "items": .rows(rows), "count": .text(String(rows.count)), "words": .text(words),
        "lights": .rows(
          Light.allCases.map {
            [
              "lightName": .text($0.rawValue), "light": .text($0.words),
              "lightMeaning": .text($0.meaning), "isChosen": .flag($0.rawValue == light),
            ]
          }),
        "departments": .rows(
          departments.map { ["department": .text($0), "isChosen": .flag($0 == department)] }),
      ])
  }
}
