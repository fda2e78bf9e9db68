import TaskLedger
import Testing

/// What is counted from the list of a union's staff, and when a count cannot be told.
///
/// Source: product description, Acceptance indicators (rows 3, 5 and 6, the list's own figures) and
/// Sheets; a cell that is blank is asked for, never guessed.
struct StaffListTests {
  private static func person(
    _ number: String, _ cells: [StaffColumn: String] = [:], isInFront: Bool? = true,
    failed: Int? = 0
  ) -> StaffList.Person {
    var person = StaffList.Person(number: number)
    person.cells = [
      .fromUnion: "否", .post: "部门成员", .department: "办公室", .politics: "共青团员", .grade: "二年级",
      .level: "本科生",
    ].merging(cells) { $1 }
    person.isInFront = isInFront
    person.failed = failed
    return person
  }

  private static func list(_ people: [StaffList.Person]) -> StaffList {
    StaffList(people: people, location: .cell(file: "名单.xlsx", sheet: "名单", reference: "A2"))
  }

  /// Three of the presidium; an office with one head and three members, a sports department with two
  /// heads and one member.
  private static let union = list([
    person("1", [.post: "主席团成员", .department: "", .politics: "中共党员", .fromUnion: "是"]),
    person("2", [.post: "主席团成员", .politics: "中共预备党员", .grade: "三年级"], isInFront: false),
    person("3", [.post: "部门负责人", .fromUnion: "是"]),
    person("4", [.politics: "民主党派成员"], failed: 1),
    person("5", [.politics: "群众", .grade: "一年级"], isInFront: nil, failed: nil),
    person("6", [.post: "部门负责人", .department: "体 育部"]),
    person("7", [.post: "部门负责人", .department: "体育部", .level: "研究生"], isInFront: nil, failed: 2),
    person("8", [.department: "体育部", .level: "研究生", .grade: "一年级"], isInFront: nil),
    person("9"), person("10", [.post: "主席团成员"]),
  ])

  @Test(arguments: [
    (StaffCount.staff, 10), (.presidium, 3), (.departments, 2), (.fewestHeads, 1), (.mostHeads, 2),
    (.mostMembers, 3), (.partyAndLeague, 8), (.inFront, 6), (.freshmen, 1), (.graduates, 2),
    (.failed, 2), (.fromUnions, 2),
  ])
  func `a list that is filled in counts`(figure: StaffCount, expected: Int) {
    #expect(Self.union.count(figure) == .known(expected))
  }

  @Test func `nobody counts as nothing`() {
    for figure in StaffCount.allCases { #expect(Self.list([]).count(figure) == .known(0)) }
  }

  @Test(arguments: [
    (StaffCount.presidium, StaffColumn.post), (.departments, .post), (.mostMembers, .post),
    (.partyAndLeague, .politics), (.freshmen, .grade), (.graduates, .level),
    (.fromUnions, .fromUnion),
  ])
  func `a blank where it is counted is asked for with how many`(
    figure: StaffCount, column: StaffColumn
  ) {
    var people = Self.union.people
    people[2].cells[column] = nil
    #expect(Self.list(people).count(figure) == .blank(column, people: 1))
    people[3].cells[column] = nil
    #expect(Self.list(people).count(figure) == .blank(column, people: 2))
  }

  @Test func `the department of the presidium is not asked for, that of others is`() {
    var people = Self.union.people
    people[0].cells[.department] = nil
    #expect(Self.list(people).count(.departments) == .known(2))
    people[3].cells[.department] = nil
    for figure in [StaffCount.departments, .fewestHeads, .mostHeads, .mostMembers] {
      #expect(Self.list(people).count(figure) == .blank(.department, people: 1))
    }
  }

  @Test func `a rank is asked of all but first-years and graduates`() {
    var people = Self.union.people
    people[3].isInFront = nil
    #expect(Self.list(people).count(.inFront) == .blank(.rank, people: 1))
  }

  @Test func `failed courses are asked of all but first-years, graduates included`() {
    var people = Self.union.people
    people[9].failed = nil
    #expect(Self.list(people).count(.failed) == .blank(.failed, people: 1))
    people[9].failed = 0
    people[5].failed = nil
    people[6].failed = nil
    people[7].failed = nil
    #expect(Self.list(people).count(.failed) == .blank(.failed, people: 3))
  }

  @Test func `a graduate in the first year is a graduate and no first-year`() {
    let list = Self.list([Self.person("1", [.grade: "一年级", .level: "研究生"])])
    #expect(list.count(.freshmen) == .known(0))
    #expect(list.count(.graduates) == .known(1))
    #expect(list.count(.inFront) == .known(0))
  }

  @Test(
    arguments: [
      (nil, nil, nil), (nil, .third, .read(isInFront: true)),
      (nil, .behind, .read(isInFront: false)),
      ("18/60", nil, .read(isInFront: true)), ("19/60", nil, .read(isInFront: false)),
      ("30%", nil, .read(isInFront: true)), ("30.01%", nil, .read(isInFront: false)),
      ("６／６０", .tenth, .read(isInFront: true)), ("7/60", .tenth, .contradicts),
      ("12/60", .fifth, .read(isInFront: true)), ("13/60", .fifth, .contradicts),
      ("18/60", .third, .read(isInFront: true)), ("19/60", .third, .contradicts),
      ("19/60", .behind, .read(isInFront: false)), ("18/60", .behind, .contradicts),
      ("1/1", nil, .read(isInFront: false)), ("60/60", nil, .read(isInFront: false)),
      ("100%", nil, .read(isInFront: false)), ("0/60", nil, .unreadable),
      ("61/60", nil, .unreadable),
      ("1/0", nil, .unreadable), ("0%", nil, .unreadable), ("101%", nil, .unreadable),
      ("12", nil, .unreadable), ("第三", .third, .unreadable), ("1/2/3", nil, .unreadable),
      ("", nil, .unreadable),
    ] as [(String?, StaffBand?, StaffList.Rank?)])
  func `a rank is in front up to thirty in a hundred and must fit its band`(
    words: String?, band: StaffBand?, expected: StaffList.Rank?
  ) {
    #expect(StaffList.rank(words, band: band) == expected)
  }

  @Test func `what may be chosen for the band is what is read as one`() {
    #expect(StaffColumn.band.choices?.compactMap { StaffBand(rawValue: $0) } == StaffBand.allCases)
    #expect(StaffBand.allCases.filter { !$0.isInFront } == [.behind])
    #expect(
      StaffColumn.allCases.filter { $0.choices == nil } == [
        .number, .name, .department, .rank, .failed,
      ])
  }

  @Test(arguments: [
    (StaffColumn.fromUnion, ["是", "否"]), (.post, ["主席团成员", "部门负责人", "部门成员"]),
    (.politics, ["中共党员", "中共预备党员", "共青团员", "民主党派成员", "群众"]),
    (.grade, ["一年级", "二年级", "三年级", "四年级", "五年级"]), (.level, ["专科生", "本科生", "研究生"]),
    (.period, ["最近1学期", "最近1学年", "入学以来"]), (.band, ["前10%", "前20%", "前30%", "30%以后"]),
  ])
  func `each column offers the words that are counted`(column: StaffColumn, words: [String]) {
    #expect(column.choices == words)
  }

  @Test func `spaces at a fraction's line are no second one`() {
    #expect(StaffList.rank("18/60/", band: nil) == .unreadable)
    #expect(StaffList.rank("/60", band: nil) == .unreadable)
    #expect(StaffList.rank("18 / 60", band: nil) == .read(isInFront: true))
  }
}
