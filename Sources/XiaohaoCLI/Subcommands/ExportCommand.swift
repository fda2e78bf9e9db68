package import ArgumentParser
import Foundation
package import LedgerDesk
import TaskLedger

/// `export` 导出.
package struct ExportCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出：全部记录、日历、表格",
    discussion: """
      例：xiaohao export --xlsx --output 台账.xlsx    表格：「台账」页可以再导入，「进度」页是办理情况
      例：xiaohao export --csv --output 台账.csv      表格，Excel 和 WPS 能打开，也能再导入
      例：xiaohao export --ics --output 时限.ics      日历，再导入一次会更新
      例：xiaohao export --events --output 记录.jsonl  全部记录，一行一条
      用 xiaohao init --from 记录.jsonl 读回，得到校验码相同的台账；佐证文件另行拷贝。
      """, aliases: ["导出"])

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var file: OutputOptions
  @Flag(help: "全部记录，一行一条") var events = false
  @Flag(help: "日历：各条时限、报送日期和例会") var ics = false
  @Flag(help: "表格：方案的各栏，可以再导入") var csv = false
  @Flag(help: "Excel 表格：方案的各栏和办理进度，须写 --output") var xlsx = false

  private var output: String? { file.output }

  /// Creates the command for the parser.
  package init() {}

  /// Asks for what is to be exported.
  package func validate() throws {
    guard [events, ics, csv, xlsx].count(where: \.self) == 1 else {
      throw ValidationError("请写明导出什么：--events、--ics、--csv、--xlsx 其中之一")
    }
    if events, reading.asOf != nil {
      throw ValidationError("--events 导出的是整本台账，不能与 --as-of 同用")
    }
    if xlsx, output == nil {
      throw ValidationError("请写明写到哪个文件：--xlsx --output 台账.xlsx")
    }
  }

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let bytes = try self.bytes(session)
    guard let output else {
      session.print(String(decoding: bytes, as: UTF8.self))
      return
    }
    let isReplaced = try session.write(bytes, to: output, force: file.force)
    session.tell(Diagnostic.written(output, replacing: isReplaced))
  }

  private func bytes(_ session: Session) throws(DeskError) -> [UInt8] {
    let day = reading.asOf ?? session.today
    if xlsx {
      let name = (output as NSString?)?.lastPathComponent ?? ""
      return try session.desk.workbook(asOf: day, file: name)
    }
    if events { return Array(try session.desk.exportedEntries().utf8) }
    if csv { return Array(try session.desk.table(asOf: day).utf8) }
    return Array(try session.desk.calendar(asOf: day).utf8)
  }
}
