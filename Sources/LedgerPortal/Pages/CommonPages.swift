import LedgerDesk
import LedgerStore
import TaskLedger

/// Pages that have nothing to do with anybody's role.
enum CommonPages {
  /// Says that the page is served and the ledger can be read; for programs that watch over it.
  static let health: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    _ = try portal.view(asked)
    return PortalAnswer(content: .bytes(Array("ok\n".utf8), mediaType: "text/plain", name: nil))
  }

  /// The one style sheet.
  static let styleSheet: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, _ in
    var answer = PortalAnswer(
      content: .bytes(portal.styleSheet, mediaType: "text/css; charset=utf-8", name: nil))
    answer.headers = [("cache-control", "private, max-age=600")]
    return answer
  }

  /// The icon that browsers show beside the title.
  static let icon: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, _ in
    var answer = PortalAnswer(
      content: .bytes(portal.icon, mediaType: "image/svg+xml", name: nil))
    answer.headers = [("cache-control", "private, max-age=86400")]
    return answer
  }

  /// How to do what.
  static let help: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try portal.page("page-help", asked, title: "怎么用", [:])
  }
}
