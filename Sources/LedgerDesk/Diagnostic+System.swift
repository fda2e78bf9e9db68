import Foundation
package import TaskLedger

/// What the system says of a file, in the words of people who do not know its codes.
extension Diagnostic {
  /// The reason behind an error of Foundation; the number the system gave lies beneath it.
  static func systemReason(_ error: any Error) -> String {
    systemCode(error).map { systemReason($0) } ?? "\(error)"
  }

  /// The number the system gave beneath an error of Foundation; nil when there is none.
  package static func systemCode(_ error: any Error) -> Int32? {
    let beneath = (error as? CocoaError)?.underlying as? POSIXError
    return (error as? POSIXError ?? beneath)?.code.rawValue
  }
}
