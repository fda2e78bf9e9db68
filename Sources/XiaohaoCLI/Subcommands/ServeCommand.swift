package import ArgumentParser
package import LedgerDesk
package import TaskLedger

/// `serve` 网页.
package struct ServeCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "网页：让部门、审核人和领导用浏览器办理",
    discussion: """
      例：xiaohao serve --ledger 台账                              只有本机能打开
      例：xiaohao serve --ledger 台账 --listen 0.0.0.0:8443        校园网里都能打开，自动用加密连接
      例：xiaohao serve --ledger 台账 --behind-proxy 127.0.0.1     前面另有代理程序
      第一次运行会印出一个链接，30 分钟内打开，登记第一位管理员（已登记的，设置密码）。
      --listen 写数字地址和端口，不写域名。别的电脑要打开时一律加密：有证书写 --tls-certificate 和 --tls-key，
      没有就自己做一张，印出指纹供核对。用域名打开时加 --host 域名。关掉窗口即停止。
      --link 姓名 印出这个人设置密码的链接，三天内用一次；管理员自己忘了密码也用它。
      账号、密码和会话在台账文件夹的 portal.sqlite，backup 加 --with-accounts 才带上账号。
      """, aliases: ["网页"])

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp("在哪个地址和端口接受连接，只写数字地址", valueName: "地址:端口"))
  var listen: String = "127.0.0.1:8080"
  @Option(help: ArgumentHelp("证书文件", valueName: "文件")) var tlsCertificate: String?
  @Option(help: ArgumentHelp("证书的私钥文件", valueName: "文件")) var tlsKey: String?
  @Option(help: ArgumentHelp("前面代理的数字地址，由它负责加密", valueName: "地址")) var behindProxy: String?
  @Option(help: ArgumentHelp("浏览器里用的域名，可写几次", valueName: "域名")) var host: [String] = []
  @Option(help: ArgumentHelp("印出谁的设置密码链接，可写几次", valueName: "姓名")) var link: [String] = []

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    guard let serve = environment.serve else {
      throw DeskError([.pageNotServed()], kind: .internalFault)
    }
    let now = environment.now
    // A day that was named goes on from its first second, so that sessions and delays run out.
    let start = now().seconds
    let first = common.today.map { Instant(startOf: $0) }
    try serve(
      PageRequest(
        desk: session.desk, listen: listen, certificate: tlsCertificate.map(session.path),
        key: tlsKey.map(session.path), proxy: behindProxy, hostNames: host,
        linkedMembers: link,
        clock: {
          guard let first else { return now() }
          return Instant(
            seconds: first.seconds + now().seconds - start, offsetMinutes: first.offsetMinutes)
        }))
  }
}

/// Serves the page until the program is told to stop.
package typealias PageServer = (PageRequest) throws(DeskError) -> Void

/// What `serve` was asked for; whoever puts the program together hands it to the page.
package struct PageRequest: Sendable {
  /// Where the work is done.
  package let desk: Desk
  /// Where the page listens.
  package let listen: String
  /// The file of the certificate.
  package let certificate: String?
  /// The file of its key.
  package let key: String?
  /// The address of the proxy in front.
  package let proxy: String?
  /// The names under which browsers ask for the page.
  package let hostNames: [String]
  /// The members whose links are printed.
  package let linkedMembers: [String]
  /// The clock.
  package let clock: @Sendable () -> Instant
}

extension Diagnostic {
  /// The program was put together without the page.
  fileprivate static func pageNotServed() -> Diagnostic {
    fault("page-not-served", "这个程序不带网页", "换用完整的 xiaohao 程序")
  }
}
