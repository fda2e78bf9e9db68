import LedgerDesk
import LedgerStore
import TaskLedger

/// A request as the pages see it: checked, read and told apart.
struct PortalRequest: Sendable {
  /// The path, without the query.
  var path: String
  /// What stands for the parts of the route's path that begin with a colon.
  var parameters: [String: String]
  /// The query.
  var query: FormFields
  /// The texts of the form.
  var fields = FormFields()
  /// The files of the form, each whole or refused.
  var uploads: [Upload] = []
  /// Who is logged in.
  var visitor: Visitor?
  /// The ledger as it was when the visitor was found in it; nil for a form, which changes it.
  var seen: Snapshot?
  /// The token of the browser's cookie; nil when it has none.
  var cookie: String?
  /// The hidden token for the forms of the page.
  var formToken: String
  /// Where the request comes from.
  var address: String
  /// The address of the page as the browser asked for it, such as `https://10.1.2.3:8443`.
  var origin = ""
  /// When.
  var now: Instant
  /// What is wrong with the form that is shown again; empty when it is shown for the first time.
  var faults: [FormFault] = []

  /// What is to be said of the entries that brought the browser here.
  var notes: [FormFault] = []

  /// The last entry that a form knew which a log-in carried on; nil for every other page.
  var carriedHead: String?

  /// Whether a form is shown again with its text.
  var isShownAgain: Bool { !faults.isEmpty }

  /// The request with its form to be shown again.
  func showing(_ faults: [FormFault]) -> PortalRequest {
    var copy = self
    copy.faults = faults
    return copy
  }

  /// The day of a field; nil where it is blank, and where it is no day, with a fault beside it.
  func day(_ field: String, _ faults: inout [FormFault]) -> CivilDate? {
    let text = fields[field]
    guard !text.allSatisfy(\.isWhitespace) else { return nil }
    let day = CivilDate(written: text)
    if day == nil { faults.append(.dayUnreadable(field)) }
    return day
  }

  /// The day of a field; nil where it is blank.
  ///
  /// - Throws: ``PortalRefusal/form(_:status:)`` where it is no day.
  func day(_ field: String) throws(PortalRefusal) -> CivilDate? {
    var faults: [FormFault] = []
    let day = day(field, &faults)
    guard faults.isEmpty else { throw .form(faults, status: 422) }
    return day
  }

  /// The faults of fields that must be filled in and are blank.
  func missing(_ fields: [String]) -> [FormFault] {
    fields.filter { self.fields[$0].allSatisfy(\.isWhitespace) }.map { .fieldMissing($0) }
  }

  /// Refuses a form in which fields are blank that must be filled in.
  func require(_ fields: String...) throws(PortalRefusal) {
    let faults = missing(fields)
    guard faults.isEmpty else { throw .form(faults, status: 422) }
  }

  /// The visitor of a page that only members see.
  func member() throws(PortalRefusal) -> Visitor {
    guard let visitor else { throw .logInWanted }
    return visitor
  }
}

/// A file that came with a form.
struct Upload: Sendable, Hashable {
  /// What became of it.
  enum Outcome: Sendable, Hashable {
    /// It is whole on the disk, and waits for an entry that names it.
    case staged(EvidenceVault.StagedFile)
    /// It was not taken.
    case refused(Diagnostic)
  }

  /// The field of the form.
  var field: String
  /// The name the browser gave.
  var name: String
  /// What became of it.
  var outcome: Outcome

  /// The file in a sentence.
  var words: String { "「\(PrintableText.fileName(name))」" }
}

/// What is wrong with a form, beside its field or above all of it.
struct FormFault: Sendable, Hashable {
  /// The field; nil for the whole form.
  var field: String?
  /// The fact.
  var message: String
  /// One thing to do; empty when the fact says it.
  var remedy: [PortalRemedy.Part] = []
}

extension FormFault {
  /// A fault with one thing to do in plain words; none when they are empty.
  init(field: String?, message: String, remedy: String) {
    self.init(
      field: field, message: message,
      remedy: remedy.isEmpty ? [] : [PortalRemedy.Part(words: remedy)])
  }
}

/// Why a page is not given.
enum PortalRefusal: Error, Sendable, Hashable {
  /// Only members see it.
  case logInWanted
  /// The visitor may not.
  case forbidden
  /// There is no such page.
  case notFound
  /// The link by which a password is set was used, or its time is over.
  case linkGone
  /// The form has faults and is shown again.
  case form([FormFault], status: Int)
  /// The request is larger than allowed.
  case tooLarge
  /// The request came too slowly.
  case tooSlow
  /// The request cannot be read.
  case unreadable
  /// The host is not ours.
  case hostUnknown
  /// The log-in must wait.
  case waiting(seconds: Int)
}
