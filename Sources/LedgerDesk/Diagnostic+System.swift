import Foundation
import TaskLedger

/// What the system says of a file, in the words of people who do not know its codes.
extension Diagnostic {
  /// The reason behind an error of Foundation; the number the system gave lies beneath it.
  static func systemReason(_ error: any Error) -> String {
    let beneath = (error as? CocoaError)?.underlying as? POSIXError
    guard let number = (error as? POSIXError ?? beneath)?.code.rawValue else { return "\(error)" }
    return systemReason(number)
  }
}
