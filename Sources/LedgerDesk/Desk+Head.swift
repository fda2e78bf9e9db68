package import LedgerStore

extension Desk {
  /// The head of the log: what tells whether somebody wrote since.
  package func head() throws(DeskError) -> LogHead {
    let store = try store(for: .reading)
    return try DeskError.ofStore { () throws(StoreError) in try store.head() }
  }
}
