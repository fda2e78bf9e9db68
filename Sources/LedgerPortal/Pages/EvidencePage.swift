import LedgerDesk
import LedgerStore
import TaskLedger

/// A piece of evidence as it was handed in.
enum EvidencePage {
  /// The pictures that a page may show; drawings that can hold scripts are not among them.
  static let pictures: Set<String> = ["image/jpeg", "image/png", "image/gif", "image/webp"]

  /// Whether a browser may show a file instead of saving it.
  static func isShown(_ mediaType: String) -> Bool {
    pictures.contains(mediaType) || mediaType == "application/pdf"
  }

  static let file: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    guard let index = Int(asked.parameters["index"] ?? ""),
      let attached = item.state.evidence.first(where: { $0.evidence.number.index == index })
    else { throw PortalRefusal.notFound }
    let evidence = attached.evidence
    let isInline = asked.query.has("show") && isShown(evidence.mediaType)
    var answer = PortalAnswer(
      content: .file(
        path: try portal.vault().path(of: evidence.digest),
        mediaType: isInline ? evidence.mediaType : "application/octet-stream",
        name: evidence.fileName, isInline: isInline))
    // The content of a number never changes.
    answer.headers = [("cache-control", "private, max-age=3600")]
    return answer
  }
}
