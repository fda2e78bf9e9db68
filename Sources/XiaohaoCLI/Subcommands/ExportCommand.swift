package import ArgumentParser
import Foundation
import LedgerStore
import TaskLedger

/// `export` 导出.
package struct ExportCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出：把全部记录写成一行一条的 JSON",
    discussion: """
      例：xiaohao export --events --output 记录.jsonl
      用 xiaohao init --from 记录.jsonl 读回，得到校验码相同的台账；佐证文件另行拷贝。
      """, aliases: ["导出"])

  @OptionGroup var common: CommonOptions
  @Flag(help: "全部记录，一行一条") var events = false
  @Option(help: ArgumentHelp("写到这个文件；不写则输出到屏幕", valueName: "文件")) var output: String?

  /// Creates the command for the parser.
  package init() {}

  /// Asks for what is to be exported.
  package func validate() throws {
    guard events else { throw ValidationError("请写明导出什么：--events") }
  }

  package func run(in environment: Environment) throws(CommandFailure) {
    let session = try Session(environment, common)
    let store = try session.store(for: .reading)
    let text: String
    do throws(StoreError) {
      text = try store.exportedEvents()
    } catch {
      throw CommandFailure(error)
    }
    guard let output else {
      session.print(text)
      return
    }
    try session.write(text, to: output)
    session.tell(
      "已写出「\((output as NSString).lastPathComponent)」，\(text.utf8.count { $0 == 0x0A }) 条记录")
  }
}
