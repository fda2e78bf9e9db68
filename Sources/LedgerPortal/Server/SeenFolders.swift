import LedgerStore
import Synchronization

/// The last folders that were looked at and not yet recorded; each is its member's alone.
final class SeenFolders: Sendable {
  /// What stands for a folder in a form.
  struct Token: Sendable, Hashable {
    let text: String
    /// The token of a form; nil when it is none.
    init?(_ text: String) {
      guard !text.isEmpty else { return nil }
      self.text = text
    }
    fileprivate init() { text = AccountStore.newToken() }
  }

  private struct Kept: Sendable {
    var token: Token
    var member: String
    var folder: TemporaryFolder
  }

  /// How many are kept; of more the oldest go.
  private static let limit = 16

  private let kept = Mutex<[Kept]>([])

  /// Keeps a folder for a member, who has one at a time.
  func keep(_ folder: TemporaryFolder, of member: String) -> Token {
    let token = Token()
    let gone = kept.withLock { kept -> [TemporaryFolder] in
      var gone = kept.filter { $0.member == member }.map(\.folder)
      kept.removeAll { $0.member == member }
      kept.append(Kept(token: token, member: member, folder: folder))
      if kept.count > Self.limit { gone.append(kept.removeFirst().folder) }
      return gone
    }
    for folder in gone { folder.remove() }
    return token
  }

  /// Hands a folder out, once; nil when it is not the member's or no longer kept.
  func take(_ token: Token, of member: String) -> TemporaryFolder? {
    kept.withLock { kept in
      guard let place = kept.firstIndex(where: { $0.token == token && $0.member == member })
      else { return nil }
      return kept.remove(at: place).folder
    }
  }

  deinit {
    for one in kept.withLock({ $0 }) { one.folder.remove() }
  }
}
