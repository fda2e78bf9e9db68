import Foundation

/// Threads for work that waits for the disk, so that the threads that serve requests never do.
struct WorkThreads: Sendable {
  private let reading: OperationQueue
  private let writing: OperationQueue
  private let receiving: OperationQueue
  private let long: OperationQueue

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

  /// Starts no thread yet.
  init() {
    func queue(_ name: String, _ width: Int) -> OperationQueue {
      let queue = OperationQueue()
      queue.name = name
      queue.maxConcurrentOperationCount = width
      return queue
    }
    reading = queue("xiaohao.reading", 4)
    writing = queue("xiaohao.writing", 1)
    receiving = queue("xiaohao.receiving", 4)
    long = queue("xiaohao.long", 2)
  }

  /// Runs work and waits for it without holding a thread.
  func run<Result: Sendable>(_ kind: Kind, _ body: @escaping @Sendable () throws -> Result)
    async throws -> Result
  {
    let queue =
      switch kind {
      case .reading: reading
      case .writing: writing
      case .receiving: receiving
      case .long: long
      }
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Swift.Result { try body() }) }
    }
  }
}
