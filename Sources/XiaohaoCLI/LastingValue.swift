/// Values that last until the program ends.
///
/// The state of a large ledger is hundreds of thousands of pieces, and giving each of them back
/// takes longer than many a command; the system takes all of them back at once.
package enum LastingValue {
  private final class Keeper<Value> {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  /// Keeps a value, so that nothing takes it apart when it is no longer used.
  ///
  /// - Parameter value: What the one command of a run has read.
  package static func keep<Value>(_ value: Value) {
    _ = Unmanaged.passRetained(Keeper(value))
  }
}
