import LedgerDesk
import LedgerStore
import Synchronization
import TaskLedger

/// The last form that each member sent and that recorded something, with its answer: sent once more,
/// by a second press or by going back, it is answered the same and recorded once.
///
/// A form carries the last entry that its page knew, so that the same words of a later page are a
/// new act.
final class SentForms: Sendable {
  /// The field of a form that holds the last entry its page knew.
  static let headField = "formHead"

  private struct Sent: Sendable {
    var form: EvidenceDigest
    var head: Int
    var at: Int
    var answer: PortalAnswer
  }

  private let last = Mutex<[String: Sent]>([:])

  /// Answers a form: as before when it is the last one of its member, sent once more.
  ///
  /// - Parameters:
  ///   - asked: The form.
  ///   - head: The number of the last entry, before and after the action.
  ///   - ledger: The ledger as it is before the action; asked for a form that was sent before.
  ///   - action: What records it.
  /// - Returns: The answer, of now or of then.
  /// - Throws: What the action says; then nothing is kept.
  func answer(
    _ asked: PortalRequest, head: () throws -> Int, ledger: () throws -> Ledger,
    _ action: () throws -> PortalAnswer
  ) throws -> PortalAnswer {
    guard let visitor = asked.visitor, !asked.fields[Self.headField].isEmpty else {
      return try action()
    }
    let form = Desk.digest(Self.words(of: asked))
    if let sent = last.withLock({ $0[visitor.name] }), sent.form == form,
      try !Self.hasMoved(asked, since: sent, in: ledger())
    {
      return sent.answer
    }
    let before = try head()
    let answer = try action()
    let after = try head()
    if after > before, answer.status < 400 {
      last.withLock {
        $0[visitor.name] = Sent(form: form, head: after, at: asked.now.seconds, answer: answer)
      }
    }
    return answer
  }

  /// How long a form without an item is answered as before while others record something, in seconds.
  private static let window = 10

  /// Whether something was recorded since on the items of a form, so that sending it again may be
  /// meant; of a form without an item, whether anything was, but for a second press.
  private static func hasMoved(_ asked: PortalRequest, since sent: Sent, in ledger: Ledger) -> Bool
  {
    let names = [asked.parameters["item"]].compactMap(\.self) + asked.fields.all("item")
    let states = names.compactMap { ItemID($0) }.compactMap { ledger[$0] }
    guard states.isEmpty else {
      return states.contains { ($0.entries.last?.sequence ?? 0) > sent.head }
    }
    return ledger.headSequence > sent.head && asked.now.seconds - sent.at > window
  }

  /// All that a form says, as one text; the browser's token is no part of it.
  private static func words(of asked: PortalRequest) -> String {
    let texts = asked.fields.names.filter { $0 != "token" }.flatMap { name in
      asked.fields.all(name).map { "\(FormFields.encoded(name))=\(FormFields.encoded($0))" }
    }
    let files = asked.uploads.map { upload in
      switch upload.outcome {
      case .staged(let file):
        "\(upload.field)=\(FormFields.encoded(upload.name)) \(file.digest)"
      case .refused(let diagnostic):
        "\(upload.field)=\(FormFields.encoded(upload.name)) \(diagnostic.code)"
      }
    }
    return ([asked.path] + texts + files).joined(separator: "\n")
  }
}
