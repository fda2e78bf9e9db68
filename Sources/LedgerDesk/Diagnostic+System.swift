import Foundation
package import TaskLedger

/// What the system says of a file, in the words of people who do not know its codes.
extension Diagnostic {
  /// The reason behind a code of the system; what is not in the table stays as the system words it.
  package static func systemReason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "没有这个文件夹"
    case EISDIR: "它是文件夹，不是文件"
    case ENOTDIR: "路径里有一段不是文件夹"
    case EACCES, EPERM: "没有写的权限"
    case EROFS: "磁盘是只读的"
    case ENOSPC, EDQUOT: "磁盘满了"
    case ENAMETOOLONG: "文件名太长"
    default: String(cString: strerror(code))
    }
  }

  /// The reason behind an error of Foundation; the number the system gave lies beneath it.
  static func systemReason(_ error: any Error) -> String {
    let beneath = (error as? CocoaError)?.underlying as? POSIXError
    guard let number = (error as? POSIXError ?? beneath)?.code.rawValue else { return "\(error)" }
    return systemReason(number)
  }
}
