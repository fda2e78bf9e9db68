/// A column of the page of figures (数据) of a sheet, by its heading.
public enum FigureColumn: String, Sendable, SheetHeading {
  /// The number of the indicator.
  case number = "编号"
  /// What is demanded.
  case indicator = "指标"
  /// Whose union is counted.
  case unit = "院系"
  /// The name of the figure.
  case name = "数据名称"
  /// How it is counted.
  case note = "怎么数"
  /// What is recorded, with its day.
  case known = "已登记"
  /// The figure.
  case value = "填报数值"
  /// The day it was counted.
  case date = "统计日期"
  /// The evidence it rests on.
  case evidence = "佐证编号"
  /// Why it does not apply, or a limit is exceeded.
  case reason = "不适用或放宽的理由"
  /// The key of the row.
  case key = "标识"
  /// What the cells said that nobody fills in.
  case check = "对照"

  /// Whether whoever fills the sheet in writes here.
  public var isOpen: Bool {
    switch self {
    case .value, .date, .evidence, .reason: true
    case .number, .indicator, .unit, .name, .note, .known, .key, .check: false
    }
  }

  /// The columns that are only shown, in the order in which ``SheetCheck`` keeps them; the number, the
  /// union and the name are told by the key, or may be written as numbers.
  public static let shown: [FigureColumn] = [.indicator, .note, .known]
}

/// What binds one row of figures (标识): the sheet's code and the name of the figure.
public struct FigureKey: Sendable, Hashable, CustomStringConvertible {
  /// The sheet.
  public let code: SheetCode
  /// The figure.
  public let name: FactName

  /// Creates a key.
  public init(code: SheetCode, name: FactName) {
    self.code = code
    self.name = name
  }

  /// Reads a key.
  ///
  /// - Throws: ``SheetCode/Fault``.
  public init(reading text: String) throws(SheetCode.Fault) {
    let parts = TextFolding.compact(text).split(separator: "/").map(String.init)
    guard parts.count >= 3 else { throw .unreadable }
    code = try SheetCode(reading: parts[0])
    name = FactName(parts[1..<parts.count - 1].joined(separator: "/"))
    guard parts[parts.count - 1].uppercased() == SheetCode.check(of: body) else { throw .check }
  }

  private var body: String { "\(code)/\(name.recorded)" }

  /// The key with its check.
  public var description: String { "\(body)/\(SheetCode.check(of: body))" }
}

/// A column of the workbook of members (人员), by its heading.
public enum MemberColumn: String, Sendable, SheetHeading {
  /// The name.
  case name = "姓名"
  /// The departments.
  case department = "部门"
  /// The roles.
  case role = "角色"
  /// The day of the registration.
  case added = "登记日期"
  /// Whether the member leaves.
  case leaves = "离任"
}
