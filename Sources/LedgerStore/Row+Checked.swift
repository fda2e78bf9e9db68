import GRDB

/// Values of a stored row, read so that a damaged database gives an error and never a trap.
extension Row {
  /// Text; anything else, `NULL` too, is an error.
  func text(_ index: Int) throws(StoreError) -> String {
    guard let text = String.fromDatabaseValue(self[index]) else {
      throw .entryUnreadable(sequence: entryNumber, detail: "NULL")
    }
    return text
  }

  /// A whole number; anything else, `NULL` too, is an error.
  func integer(_ index: Int) throws(StoreError) -> Int {
    guard let number = Int.fromDatabaseValue(self[index]) else {
      throw .entryUnreadable(sequence: entryNumber, detail: "NULL")
    }
    return number
  }

  /// The sequence, which every query asks for first; 0 when it is damaged too.
  private var entryNumber: Int { Int.fromDatabaseValue(self[0]) ?? 0 }
}
