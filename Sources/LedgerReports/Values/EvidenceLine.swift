package import TaskLedger

/// One piece of evidence as papers show it.
package struct EvidenceLine: Sendable, Hashable {
  /// The evidence.
  package var evidence: Evidence
  /// Who attached it.
  package var actor: String
  /// The department it comes from; who attached it where papers do not ask, see
  /// ``all(_:)``.
  package var department: String
  /// The day it counts from.
  package var on: CivilDate
  /// The day it was recorded.
  package var recordedOn: CivilDate
  /// Why it is void; nil while it counts.
  package var voidReason: String?
  /// Whether the file is missing or changed on disk.
  package var isDamaged: Bool
  /// The content of the item it belongs to.
  package var itemContent: String

  /// What it is called on paper.
  var title: String { evidence.printedTitle }

  /// Whether it is a document that was issued: it has a number, and is no picture taken of the work.
  /// A scan of a document is called by its title.
  var isDocument: Bool {
    !evidence.documentNumber.isEmpty
      && (!evidence.mediaType.hasPrefix("image/") || !evidence.caption.isEmpty)
  }

  /// What the item it belongs to is about, in a few words.
  package var itemTitle: String { ReportPhrases.subject(itemContent) }

  /// The evidence of an item, voided pieces included.
  static func all(of state: ItemState, damaged: Set<EvidenceNumber>) -> [EvidenceLine] {
    state.evidence.map {
      EvidenceLine(
        evidence: $0.evidence, actor: $0.actor, department: $0.actor, on: $0.on,
        recordedOn: $0.recordedOn,
        voidReason: $0.voidReason, isDamaged: damaged.contains($0.evidence.number),
        itemContent: state.item.content)
    }
  }

  /// All evidence of a ledger in the order of its numbers, with the departments it comes from,
  /// voided pieces included.
  static func all(_ input: ReportInput) -> [EvidenceLine] {
    let names = PrintedDepartments(of: input.ledger, input.departments)
    return input.ledger.itemsInOrder.flatMap { state in
      all(of: state, damaged: input.damagedEvidence).map { line in
        var line = line
        line.department = names.department(of: line.actor, on: state.item)
        return line
      }
    }
  }

  /// The evidence that counts, which every index, count and check of files takes: all that is not
  /// void. What a withdrawn or dropped item rests on is kept and handed in like the rest.
  static func counting(_ input: ReportInput) -> [EvidenceLine] {
    all(input).filter { $0.voidReason == nil }
  }
}

extension EvidenceLine {
  static let keys = KeyTable<EvidenceLine>([
    .text("number") { "\($0.evidence.number)" },
    .text("item") { "\($0.evidence.number.item)" },
    .text("itemTitle") { $0.itemTitle },
    .text("title") { $0.title },
    .optional("caption") { $0.evidence.caption },
    .text("fileName") { $0.evidence.fileName },
    .optional("documentNumber") { $0.evidence.documentNumber },
    .optional("documentDate") { $0.evidence.date.map(ReportPhrases.date) },
    .optional("pages") { $0.evidence.pages.map(String.init) },
    .optional("originalPlace") { $0.evidence.original },
    .optional("measure") { $0.evidence.measure.map(String.init) },
    .text("digest") { $0.evidence.digest.description },
    .text("digestShort") { String($0.evidence.digest.description.prefix(12)) },
    .text("size") { ReportPhrases.size($0.evidence.byteCount) },
    .text("mediaType") { $0.evidence.mediaType },
    .text("department") { $0.department },
    .text("attachedOn") { ReportPhrases.date($0.recordedOn) },
    .optional("voidReason") { $0.voidReason },
    .flag("isDamaged") { $0.isDamaged },
  ])
}
