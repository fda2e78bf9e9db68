package import LedgerReports
import TaskLedger

extension JSONDocument {
  /// The document as text.
  package func text() throws(DeskError) -> String {
    do {
      return try encoded()
    } catch {
      throw DeskError([.internalFault("\(error)")], kind: .internalFault)
    }
  }
}
