public import ArgumentParser
import LedgerDesk
public import TaskLedger

extension CivilDate: ExpressibleByArgument {
  /// Reads `2020-09-30` from the command line, and a day written out: `2020-9-1`, `2020年9月1日`.
  public init?(argument: String) {
    self.init(written: argument)
  }
}

extension CivilMonth: ExpressibleByArgument {
  /// Reads `2020-08` from the command line, and a month written out: `2020-8`, `2020年8月`.
  public init?(argument: String) {
    self.init(written: argument)
  }
}

/// The options of every command.
package struct CommonOptions: ParsableArguments {
  /// The folder of the ledger; without it the nearest folder with a ledger is taken.
  @Option(help: ArgumentHelp("台账所在文件夹；不写时从当前文件夹往上找", valueName: "文件夹"))
  package var ledger: String?

  /// The day that replaces the clock.
  @Option(help: ArgumentHelp("以这一天为今天，如 2020-09-01；不写时用电脑日期", valueName: "日期"))
  package var today: CivilDate?

  /// Whether days that lie far off are meant.
  @Flag(help: "日期晚得太多时也照办（已核对年份）")
  package var confirmDate = false

  /// Whether to print JSON.
  @Flag(help: "输出 JSON，供其他程序读取")
  package var json = false

  /// Creates the options for the parser.
  package init() {}

  /// The folder that arguments name as the ledger's, also when they cannot be parsed; nil without
  /// the option.
  static func ledger(in arguments: [String]) -> String? {
    let option = "--ledger"
    var ledger: String?
    var isValue = false
    for word in arguments.prefix(while: { $0 != "--" }) {
      if isValue {
        ledger = word
      } else if word.hasPrefix(option + "=") {
        ledger = String(word.dropFirst(option.count + 1))
      }
      isValue = !isValue && word == option
    }
    return ledger
  }
}

/// The options of commands that read.
package struct ReadingOptions: ParsableArguments {
  /// The common options.
  @OptionGroup package var common: CommonOptions

  /// The day to look back to.
  @Option(help: ArgumentHelp("回看到这一天为止的台账", valueName: "日期"))
  package var asOf: CivilDate?

  /// Creates the options for the parser.
  package init() {}
}

/// The options of commands that write a file beside the ledger.
package struct OutputOptions: ParsableArguments {
  /// The file; nil for the screen.
  @Option(help: ArgumentHelp("写到这个文件；不写则输出到屏幕", valueName: "文件"))
  package var output: String?

  /// Whether any file of that name may be replaced.
  @Flag(help: "同名文件不是上次写出的也替换；不写时只替换上次写出的同一种材料")
  package var force = false

  /// Creates the options for the parser.
  package init() {}
}

/// The options of commands that write.
package struct WritingOptions: ParsableArguments {
  /// The common options.
  @OptionGroup package var common: CommonOptions

  /// Who acts.
  @Option(help: ArgumentHelp("经办人（姓名或部门）；也可设环境变量 XIAOHAO_ACTOR", valueName: "经办人"))
  package var actor: String?

  /// Whether to decide without writing.
  @Flag(help: "只演示，不写入")
  package var dryRun = false

  /// Creates the options for the parser.
  package init() {}
}

/// The option of commands that read a table which somebody else wrote.
package struct ColumnOptions: ParsableArguments {
  /// What a person says of columns, such as `时限=整改时限`.
  @Option(
    name: .customLong("map"),
    help: ArgumentHelp("指明哪一栏是什么，可重复；栏目名照 tasks/headings.md，等号后写表头或列的字母", valueName: "栏目=表头"))
  package var maps: [String] = []

  /// Creates the options for the parser.
  package init() {}
}

extension PaperFormat: ExpressibleByArgument {}

extension RollupForm: ExpressibleByArgument {}

extension ItemID: ExpressibleByArgument {
  /// Reads `3.1` or `S1` from the command line, also with full-width characters.
  public init?(argument: String) { self.init(TypedNumber.folded(argument)) }
}
