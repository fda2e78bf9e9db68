import Foundation
import TaskLedger

extension Diagnostic {
  /// A form has more files than it may.
  static func uploadTooMany(limit: Int) -> Diagnostic {
    Diagnostic(
      code: "upload-too-many", severity: .error,
      message: "一次最多传 \(limit) 个文件，这一个没有收下", remedy: "分几次上传")
  }
}

extension Diagnostic {
  /// The address to listen on is not numeric, or has no port.
  static func listenUnreadable(_ text: String) -> Diagnostic {
    Diagnostic(
      code: "listen-unreadable", severity: .error,
      message: "「\(PrintableText.line(text))」不是数字地址加端口",
      remedy: "写成 --listen 127.0.0.1:8080，或 --listen 0.0.0.0:8443 让校园网里都能打开")
  }

  /// The page cannot be served as it was asked for.
  static func notServed(_ fault: PortalConfiguration.Fault) -> Diagnostic {
    switch fault {
    case .proxyUnreadable(let text):
      Diagnostic(
        code: "proxy-unreadable", severity: .error,
        message: "代理地址「\(PrintableText.line(text))」不是数字地址",
        remedy: "写成 --behind-proxy 127.0.0.1")
    case .hostUnreadable(let text):
      Diagnostic(
        code: "host-unreadable", severity: .error,
        message: "「\(PrintableText.line(text))」不是网页的域名",
        remedy: "只写域名，不带 http、端口和路径，写成 --host ledger.example.edu.cn；中文域名写它的 xn-- 形式")
    case .certificateIncomplete:
      Diagnostic(
        code: "certificate-incomplete", severity: .error, message: "证书和私钥要一起给",
        remedy: "同时写 --tls-certificate 文件 --tls-key 文件；都不写就自己做一张")
    case .certificateUnreadable(let code):
      Diagnostic(
        code: "certificate-unreadable", severity: .error,
        message: "证书或私钥读不出来："
          + (code.map { $0 == ENOENT ? "没有这个文件" : systemReason($0) } ?? "里面不是配成一对的证书和私钥"),
        remedy: "两个文件都要是 PEM 格式，私钥不能带口令")
    }
  }

  /// The system does not give the address.
  ///
  /// - Parameters:
  ///   - listen: The address as it was given.
  ///   - code: The number the system gave; nil when it gave none.
  /// - Returns: What to say.
  static func addressRefused(_ listen: String, code: Int32?) -> Diagnostic {
    let (reason, remedy): (String, Remedy) =
      switch code {
      case EADDRINUSE:
        ("这个端口已被占用", "换一个端口，如 --listen 127.0.0.1:8081；也许网页已经开着")
      case EADDRNOTAVAIL: ("这个地址不是本机的", "写本机的地址，或 0.0.0.0")
      case EACCES, EPERM: ("没有用这个端口的权限", "用 1024 以上的端口")
      case let code?: ("系统没有答应（错误号 \(code)）", "换一个地址或端口")
      case nil: ("系统没有答应", "换一个地址或端口")
      }
    return Diagnostic(
      code: "address-refused", severity: .error,
      message: "不能在 \(PrintableText.line(listen)) 接受连接：\(reason)", remedy: remedy)
  }
}
