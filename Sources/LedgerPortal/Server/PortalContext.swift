import Foundation
import Hummingbird

/// What the server knows of a connection.
struct PortalContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The numeric address of the other end; empty when it is not known.
  let peer: String
  /// Ends the connection after a while: for requests that would go on for ever.
  let hangUp: @Sendable (_ seconds: Int) -> Void

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    let channel = source.channel
    peer = channel.remoteAddress?.ipAddress ?? ""
    hangUp = { seconds in
      Task {
        try await Task.sleep(for: .seconds(seconds))
        channel.close(mode: .all, promise: nil)
      }
    }
  }
}
