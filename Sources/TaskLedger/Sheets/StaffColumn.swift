/// A column of the list of a union's staff (工作人员名单), by its heading.
public enum StaffColumn: String, Sendable, SheetHeading {
  /// The student number, the key of the row.
  case number = "学号"
  /// The name.
  case name = "姓名"
  /// Whether she comes from a department's union; asked of the school's union only.
  case fromUnion = "来自院系学生会"
  /// What she is.
  case post = "职务"
  /// In which department of the union.
  case department = "所在部门"
  /// Party, League or neither.
  case politics = "政治面貌"
  /// The year of study.
  case grade = "年级"
  /// The level of study.
  case level = "学历层次"
  /// The period whose marks are meant.
  case period = "成绩时段"
  /// The rank in her major, as 12/60 or 20%.
  case rank = "专业排名"
  /// The band of the rank.
  case band = "排名档次"
  /// The number of failed courses.
  case failed = "不及格门数"

  /// The words that may be chosen; nil where others are typed.
  public var choices: [String]? {
    switch self {
    case .number, .name, .department, .rank, .failed: nil
    case .fromUnion: ["是", "否"]
    case .post: [StaffWords.presidium, StaffWords.head, StaffWords.member]
    case .politics:
      [
        "中共党员", "中共预备党员", "共青团员", "民主党派成员", "群众",
      ]
    case .grade: [StaffWords.freshman, "二年级", "三年级", "四年级", "五年级"]
    case .level: ["专科生", "本科生", StaffWords.graduate]
    case .period: ["最近1学期", "最近1学年", "入学以来"]
    case .band: StaffBand.allCases.map(\.rawValue)
    }
  }
}

/// A band of ranks.
public enum StaffBand: String, Sendable, Hashable, CaseIterable {
  /// The first tenth.
  case tenth = "前10%"
  /// The second tenth.
  case fifth = "前20%"
  /// The third tenth.
  case third = "前30%"
  /// Behind.
  case behind = "30%以后"

  /// Whether it is in front of the limit that staff are held to.
  public var isInFront: Bool { self != .behind }
}

/// The words of the list of staff that are reckoned with.
enum StaffWords {
  static let presidium = "主席团成员"
  static let head = "部门负责人"
  static let member = "部门成员"
  static let freshman = "一年级"
  static let graduate = "研究生"
  static let partyAndLeague: Set<String> = ["中共党员", "中共预备党员", "共青团员"]
}

/// A figure that is counted from a list of staff, by the name that indicators know it by.
public enum StaffCount: String, Sendable, Hashable, CaseIterable {
  /// Everybody.
  case staff = "工作人员"
  /// The presidium.
  case presidium = "主席团成员"
  /// The departments of the union.
  case departments = "工作部门"
  /// The fewest heads of a department.
  case fewestHeads = "部门负责人最少"
  /// The most heads of a department.
  case mostHeads = "部门负责人最多"
  /// The most members of a department beside its heads.
  case mostMembers = "部门成员最多"
  /// Members of Party or League.
  case partyAndLeague = "党团员"
  /// Those ranked in the first three tenths, first-years and graduates aside.
  case inFront = "成绩前三成"
  /// First-years who are no graduates.
  case freshmen = "一年级新生"
  /// Graduates.
  case graduates = "研究生"
  /// Those with a failed course.
  case failed = "课业不及格"
  /// Those from department unions.
  case fromUnions = "来自院系"
}
