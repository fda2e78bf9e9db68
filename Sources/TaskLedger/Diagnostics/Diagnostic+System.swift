import Foundation

/// What the system says of a file, in the words of people who do not know its codes.
extension Diagnostic {
  /// The reason behind a code of the system.
  package static func systemReason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "没有这个文件夹"
    case EISDIR: "它是文件夹，不是文件"
    case ENOTDIR: "路径里有一段不是文件夹"
    case EACCES, EPERM: "没有写的权限"
    case EROFS: "磁盘是只读的"
    case ENOSPC, EDQUOT: "磁盘满了"
    case ENAMETOOLONG: "文件名或路径太长"
    case EFBIG: "文件太大"
    case EIO: "磁盘读写出错"
    case ELOOP: "链接太多"
    case ENXIO, ENODEV: "它是设备或管道"
    case EMFILE, ENFILE: "打开的文件太多"
    case EBUSY, ETXTBSY: "正被占用"
    case EEXIST, ENOTEMPTY: "已有同名的文件或文件夹"
    case ESTALE, ENOTCONN, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH: "网络盘断开了"
    case ENOTSUP, ENOSYS, EINVAL: "这个磁盘不支持"
    case EXDEV: "不在同一个磁盘"
    case ENOMEM: "内存不够"
    case EINTR, EAGAIN: "被打断"
    default: "系统错误 \(code)"
    }
  }
}
