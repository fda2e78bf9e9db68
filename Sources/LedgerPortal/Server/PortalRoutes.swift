/// All routes of the page.
enum PortalRoutes {
  /// A page that the head of every page leads to.
  struct Place: Sendable {
    var path: String
    var name: String
    var access: PortalRoute.Access
  }

  /// Where one can go, in order.
  static let places: [Place] = [
    Place(path: "/", name: "首页", access: .members),
    Place(path: "/review", name: "审核", access: reviewers),
    Place(path: "/items", name: "条目", access: .members),
    Place(path: "/sheets", name: "填报表", access: sheetHandlers),
    Place(path: "/board", name: "挂图", access: .members),
    Place(path: "/papers", name: "材料", access: readers),
    Place(path: "/office", name: "办公室", access: office),
    Place(path: "/members", name: "人员", access: administrators),
  ]

  private static let owners = PortalRoute.Access.holders([.owner, .office])
  private static let reviewers = PortalRoute.Access.holders([.reviewer])
  private static let office = PortalRoute.Access.holders([.office])
  private static let sheetHandlers = PortalRoute.Access.holders([.owner, .office, .reviewer])
  private static let readers = PortalRoute.Access.holders([.office, .leader, .reviewer])
  private static let keepers = PortalRoute.Access.holders([.office, .reviewer, .administrator])
  private static let administrators = PortalRoute.Access.holders([.administrator])

  /// The table: from it the server is built, and a test of every route, role and state generated.
  static let all: [PortalRoute] =
    everybody + ownerRoutes + sheetRoutes + reviewerRoutes + reviewerListRoutes + paperRoutes
    + officeRoutes
    + administratorRoutes

  private static let everybody: [PortalRoute] = [
    .page("/healthz", .everybody, CommonPages.health),
    .page("/portal.css", .everybody, CommonPages.styleSheet),
    .page("/icon.svg", .everybody, CommonPages.icon),
    .page("/log-in", .everybody, LogInPages.form),
    .form("/log-in", .everybody, again: LogInPages.form, .waiting(LogInPages.send)),
    .form("/log-out", .members, again: HomePage.page, .work(LogInPages.out)),
    .page("/link/:token", .everybody, LinkPages.form),
    .form("/link/:token", .everybody, again: LinkPages.form, .waiting(LinkPages.send)),
    .page("/", .members, isKept: true, HomePage.page),
    .page("/help", .members, CommonPages.help),
  ]

  private static let ownerRoutes: [PortalRoute] = [
    .page("/items", .members, isKept: true, ItemListPage.page),
    .form("/items", owners, again: ItemListPage.page, .work(ItemListPage.sustain)),
    .page("/items/:item", .members, ItemPage.page),
    .page("/items/:item/receipt/:from/:to", .members, ReceiptPage.page),
    .page("/evidence/:item/:index", .members, EvidencePage.file),
    .form("/items/:item/start", owners, again: ItemPage.page, .work(OwnerForms.start)),
    .form(
      "/items/:item/report", owners, body: .files, again: ItemPage.page, .work(ReportForm.send)),
    .form("/items/:item/sustain", owners, again: ItemPage.page, .work(OwnerForms.sustain)),
    .form("/items/:item/take-back", owners, again: ItemPage.page, .work(OwnerForms.takeBack)),
    .form(
      "/items/:item/extension", owners, again: ItemPage.page, .work(OwnerForms.requestExtension)),
    .form(
      "/items/:item/void/:index", owners, again: ItemPage.page, .work(OwnerForms.voidEvidence)),
  ]

  private static let sheetRoutes: [PortalRoute] = [
    .page("/sheets", sheetHandlers, SheetPages.page),
    .page("/sheets/file", sheetHandlers, pace: .long, SheetPages.download),
    .form(
      "/sheets", sheetHandlers, body: .files, pace: .long, again: SheetPages.page,
      .work(SheetPages.send)),
    .form("/reminders", owners, again: HomePage.page, .work(ReminderPages.reply)),
  ]

  private static let reviewerRoutes: [PortalRoute] = [
    .page("/review", reviewers, isKept: true, ReviewPages.queue),
    .form("/review", reviewers, again: ReviewPages.queue, .work(ReviewForms.closeMany)),
    .page("/review/:item", reviewers, ReviewPages.item),
    .form("/review/:item/close", reviewers, again: ReviewPages.item, .work(ReviewForms.close)),
    .form(
      "/review/:item/return", reviewers, again: ReviewPages.item, .work(ReviewForms.giveBack)),
    .form(
      "/review/:item/extension", reviewers, again: ReviewPages.queue,
      .work(ReviewForms.answerExtension)),
    .form("/review/:item/reopen", reviewers, again: ReviewPages.item, .work(ReviewForms.reopen)),
    .form(
      "/review/:item/withdraw", reviewers, again: ReviewPages.item, .work(ReviewForms.withdraw)),
  ]

  private static let reviewerListRoutes: [PortalRoute] = [
    .page("/reviewers", keepers, ReviewerPages.list),
    .form("/reviewers", reviewers, again: ReviewerPages.list, .work(ReviewerPages.set)),
  ]

  private static let paperRoutes: [PortalRoute] = [
    .page("/board", .members, PaperPages.board),
    .page("/board/sheet", .members, pace: .long, PaperPages.boardSheet),
    .page("/papers", readers, PaperPages.list),
    .page("/papers/:paper", readers, pace: .long, PaperPages.paper),
  ]

  private static let officeRoutes: [PortalRoute] = [
    .page("/office", office, OfficePages.start),
    .page("/office/import", office, ImportPages.form),
    .form(
      "/office/import", office, body: .files, pace: .long, again: ImportPages.form,
      .work(ImportPages.send)),
    .page("/office/check", office, OfficePages.check),
    .form("/office/confirm", office, again: OfficePages.check, .work(OfficePages.confirm)),
    .page("/office/facts", office, FactPages.list),
    .form("/office/facts", office, again: FactPages.list, .work(FactPages.set)),
    .page("/office/meetings", office, MeetingPages.list),
    .form("/office/meetings", office, again: MeetingPages.list, .work(MeetingPages.open)),
    .page("/office/meetings/:month", office, MeetingPages.page),
    .form(
      "/office/meetings/:month", office, pace: .long, again: MeetingPages.page,
      .work(MeetingPages.send)),
    .page("/office/texts", office, TextPages.list),
    .form(
      "/office/texts", office, body: .files, pace: .long, again: TextPages.list,
      .work(TextPages.send)),
    .page("/office/texts/form/:format", office, pace: .long, TextPages.form),
    .page("/office/reminders", office, ReminderPages.list),
    .form("/office/reminders", office, again: ReminderPages.list, .work(ReminderPages.send)),
    .form(
      "/office/facts/import", office, body: .files, pace: .long, again: FactPages.list,
      .work(FactPages.send)),
    .page("/office/indicators", office, IndicatorPages.list),
    .form(
      "/office/indicators", reviewers, again: IndicatorPages.list, .work(IndicatorPages.declare)),
    .page("/office/revise/:item", office, RevisePages.form),
    .form("/office/revise/:item", office, again: RevisePages.form, .work(RevisePages.send)),
    .page("/office/files", office, FilePages.list),
    .page("/office/files/:kind", office, pace: .long, FilePages.file),
    .form("/office/gaps", office, again: MeetingPages.list, .work(MeetingPages.gap)),
  ]

  private static let administratorRoutes: [PortalRoute] = [
    .page("/members", administrators, MemberPages.list),
    .form("/members", administrators, again: MemberPages.list, .work(MemberPages.add)),
    .form("/members/retire", administrators, again: MemberPages.list, .work(MemberPages.retire)),
    .form("/members/link", administrators, again: MemberPages.list, .work(MemberPages.makeLink)),
    .form(
      "/members/end-sessions", administrators, again: MemberPages.list,
      .work(MemberPages.endSessions)),
    .page("/log-ins", administrators, MemberPages.logIns),
  ]

  /// The roles that are let in to the page of an address; nil where everybody or every member is,
  /// and for an address that is no page of ours.
  static func roles(admittedTo address: String) -> Set<PortalRole>? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard case .holders(let roles) = match(.get, String(path))?.0.access else { return nil }
    return roles
  }

  /// The route of a path, and what stands for its parts.
  static func match(_ method: PortalRoute.Method, _ path: String) -> (
    PortalRoute, [String: String]
  )? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    for route in all where route.method == method {
      let names = route.path.split(separator: "/").map(String.init)
      guard names.count == parts.count else { continue }
      var parameters: [String: String] = [:]
      let fits = zip(names, parts).allSatisfy { name, part in
        if name.hasPrefix(":") {
          parameters[String(name.dropFirst())] = part
          return true
        }
        return name == part
      }
      if fits { return (route, parameters) }
    }
    return nil
  }
}
