import LedgerDesk
import LedgerStore
import Synchronization
import TaskLedger

/// Pages that were made, kept while everything they were made from is the same.
///
/// Only pages that are made from the ledger of a day, the school's tables, the visitor and the
/// address alone may be kept (``PortalRoute/isKept``): all of that is the key, so that a page is
/// never older than the log.
final class MadePages: Sendable {
  /// What a page was made from.
  struct Key: Hashable {
    var head: LogHead
    var day: CivilDate
    var tables: TableStamp
    var visitor: Visitor
    var formToken: String
    var path: String
    var query: FormFields
  }

  /// How many are kept: those of a school's people, several each.
  static let limit = 512

  private struct Kept {
    var head: LogHead?
    var pages: [Key: [UInt8]] = [:]
  }

  private let kept = Mutex(Kept())

  /// The page that was made from the same; nil when there is none.
  subscript(key: Key) -> [UInt8]? { kept.withLock { $0.pages[key] } }

  /// Keeps a page.
  func keep(_ page: [UInt8], of key: Key) {
    kept.withLock {
      // Pages of an earlier head are not asked for again.
      if $0.head != key.head || $0.pages.count >= Self.limit { $0 = Kept(head: key.head) }
      $0.pages[key] = page
    }
  }
}

extension Portal {
  /// The answer of a route that only reads, with the page as it was made before where that holds.
  func answer(
    _ route: PortalRoute, _ asked: PortalRequest,
    _ action: (Portal, PortalRequest) throws -> PortalAnswer
  ) throws -> PortalAnswer {
    guard route.isKept, let visitor = asked.visitor else {
      return try action(self, try withNotes(asked))
    }
    let snapshot = try view(asked)
    let key = MadePages.Key(
      head: snapshot.logHead, day: snapshot.asOf, tables: try views.stamp(), visitor: visitor,
      formToken: asked.formToken, path: asked.path, query: asked.query)
    if let page = made[key] { return .made(page) }
    let answer = try action(self, try withNotes(asked))
    guard case .page(let template, let fields) = answer.content, answer.status == 200,
      answer.cookie == .keep, answer.headers.isEmpty
    else { return answer }
    let page = Array(try templates.page(template, fields).utf8)
    made.keep(page, of: key)
    return .made(page)
  }
}

extension PortalAnswer {
  /// A page that is made already.
  static func made(_ page: [UInt8]) -> PortalAnswer {
    PortalAnswer(content: .bytes(page, mediaType: "text/html; charset=utf-8", name: nil))
  }
}
