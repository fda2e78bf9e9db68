import NIOPosix

/// Threads for work that waits for the disk, so that the threads that serve requests never do.
final class WorkThreads: Sendable {
  private let reading: NIOThreadPool
  private let writing: NIOThreadPool
  private let receiving: NIOThreadPool
  private let long: NIOThreadPool

  /// What is to be done.
  enum Kind: Sendable, Hashable {
    /// Looking something up.
    case reading
    /// Writing entries: one after the other, as the log takes them.
    case writing
    /// Writing a piece of a file that comes in.
    case receiving
    /// Work of many seconds.
    case long
  }

  /// Starts the threads; they end with this value.
  init() {
    func pool(_ width: Int) -> NIOThreadPool {
      let pool = NIOThreadPool(numberOfThreads: width)
      pool.start()
      return pool
    }
    reading = pool(4)
    writing = pool(1)
    receiving = pool(4)
    long = pool(2)
  }

  deinit {
    for pool in [reading, writing, receiving, long] { pool.shutdownGracefully { _ in } }
  }

  /// Runs work and waits for it without holding a thread.
  func run<Result: Sendable>(_ kind: Kind, _ body: @escaping @Sendable () throws -> Result)
    async throws -> Result
  {
    let pool =
      switch kind {
      case .reading: reading
      case .writing: writing
      case .receiving: receiving
      case .long: long
      }
    return try await pool.runIfActive(body)
  }
}
