import TaskLedger
import Testing

/// Names that hold a word which joins names: whole where the school's directory knows them.
struct DepartmentWholeNameTests {
  private let directory = DepartmentDirectory([
    DepartmentDirectory.Entry(name: "校友会与基金会", aliases: ["校友会"]),
    DepartmentDirectory.Entry(name: "教务处"), DepartmentDirectory.Entry(name: "学工部"),
    DepartmentDirectory.Entry(name: "后勤处和基建办"),
  ])

  @Test(
    arguments: [
      ("校友会与基金会", ["校友会与基金会"], []),
      ("校友会与基金会、教务处", ["校友会与基金会", "教务处"], []),
      ("校友会与基金会（牵头）、教务处", ["校友会与基金会"], ["教务处"]),
      ("校友会与基金会牵头，教务处配合", ["校友会与基金会"], ["教务处"]),
      ("牵头单位：后勤处和基建办；配合单位：教务处和学工部", ["后勤处和基建办"], ["教务处", "学工部"]),
      // Two that the directory knows apart stay two.
      ("教务处与学工部", ["教务处", "学工部"], []), ("教务处和学工部牵头", ["教务处", "学工部"], []),
      ("教务处（牵头）学工部（配合）", ["教务处"], ["学工部"]),
    ] as [(String, [String], [String])])
  func `a name of the directory is not parted`(
    words: String, lead: [String], supporting: [String]
  ) {
    let read = DepartmentNames.read(words, knowing: directory)
    #expect(read.lead == lead)
    #expect(read.supporting == supporting)
    let marked = DepartmentNames.readMarked(words, knowing: directory)
    #expect(marked.assignment == read)
  }

  @Test func `without a directory the same words are two names`() {
    #expect(DepartmentNames.read("校友会与基金会").lead == ["校友会", "基金会"])
  }

  @Test(arguments: ["实验室与设备管理处", "实验室及资产管理处", "实验室和设备处"])
  func `a laboratory alone is the first half of a name`(words: String) {
    #expect(DepartmentNames.read(words).lead == [words])
    #expect(DepartmentNames.read(words + "、保卫处").lead == [words, "保卫处"])
    let led = DepartmentNames.read(words + "（牵头）、保卫处")
    #expect(led.lead == [words])
    #expect(led.supporting == ["保卫处"])
  }

  @Test func `a laboratory beside what the directory knows is one of two`() {
    #expect(DepartmentNames.read("实验室和学工部", knowing: directory).lead == ["实验室", "学工部"])
    #expect(DepartmentNames.read("实验室与教务处、学工部", knowing: directory).lead.count == 3)
    #expect(DepartmentNames.read("党委与教务处", knowing: directory).lead == ["党委与教务处"])
  }

  @Test(
    arguments: [
      ("校团委[学工部、宣传部]", ["校团委[学工部、宣传部]"]), ("校团委［学工部、宣传部］、教务处", ["校团委［学工部、宣传部］", "教务处"]),
      // A bracket that nothing closes ends nothing.
      ("校团委[学工部、宣传部", ["校团委[学工部", "宣传部"]),
      ("校\u{2002}团\u{2002}委、学\u{A0}工\u{A0}部", ["校团委", "学工部"]),
    ])
  func `square brackets and wide spaces part no name`(words: String, names: [String]) {
    #expect(DepartmentNames.read(words).lead == names)
  }

  @Test(
    arguments: [
      ("由校团委牵头", ["校团委"], []), ("以校团委为主，学工部配合", ["校团委"], ["学工部"]),
      ("牵头单位校团委", ["校团委"], []), ("配合部门学工部，校团委牵头", ["校团委"], ["学工部"]),
      ("由", ["由"], []), ("校团委", ["校团委"], []), ("学工部配合", [], ["学工部"]),
    ] as [(String, [String], [String])])
  func `role words before and behind one name`(words: String, lead: [String], supporting: [String])
  {
    let read = DepartmentNames.read(words)
    #expect(read.lead == lead)
    #expect(read.supporting == supporting)
  }
}
