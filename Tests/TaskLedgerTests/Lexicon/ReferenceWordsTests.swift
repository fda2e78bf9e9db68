import TaskLedger
import Testing

/// Words of a cell that name another item by its number, and those that only look so.
///
/// Source: what offices write to save typing; a reference that is taken for words becomes a measure, words
/// that are taken for a reference are lost.
struct ReferenceWordsTests {
  @Test(
    arguments: [
      ("同第1项", "1"), ("同第一项", "1"), ("同1.1", "1.1"), ("同1-1", "1.1"), ("同 1—1", "1.1"),
      ("同１．２", "1.2"),
      ("与第2项相同", "2"), ("与第2项一致", "2"), ("同于第3项", "3"), ("同序号12", "12"), ("同序号第十二", "12"),
      ("同编号4", "4"),
      ("同本表第5行", "5"), ("同上述第6条", "6"), ("同前述第六条", "6"), ("同任务2", "2"), ("同条款3.1", "3.1"),
      ("同第7条款", "7"),
      ("同第8点", "8"), ("同3号", "3"), ("同9", "9"), ("同1.", "1"), ("（同第3项）", "3"), ("(同第3项)", "3"),
      ("同第3项。", "3"),
      ("同第10项措施", "10"), ("同第10项的措施", "10"), ("同第2项工作", "2"), ("同第2项任务", "2"), ("同第4项完成时限", "4"),
      ("同第4项责任部门", "4"), ("见第3项", "3"), ("详见序号4", "4"), ("参见第2项", "2"), ("参照第2项执行", "2"),
      ("按照第2项执行", "2"),
      ("按序号3执行", "3"), ("见本表第4栏", "4"), ("详见第2条落实措施", "2"), ("见任务5", "5"), ("同1.2.3", "1.2.3"),
    ])
  func `a number of an item is told in figures`(words: String, number: String) {
    #expect(ItemReference.number(in: words) == number)
  }

  @Test(arguments: [
    "", "同", "同上", "同前", "同步", "同意", "同学1人", "同2020年", "与3个部门会商", "与学工部相同", "第1项", "1.1", "见附件1",
    "见第3款", "见第2条",
    "按第2条执行", "按第2次会议要求整改", "按3执行", "见3", "同第1、2项", "同第1项，并组织宣讲", "同第1项并组织宣讲", "同1.2.3.4", "同第0.x项",
    "同第一项目", "与第2项不同", "同第1项和第2项", "同第1234567890项", "同.1", "共同第1项",
    "同第1项同第1项同第1项同第1项同第1项同第1项同第1项同第1项同第1项",
  ])
  func `other words are no reference`(words: String) {
    #expect(ItemReference.number(in: words) == nil)
  }

  @Test(
    arguments: [
      ("同第1项", "1", ""), ("同第1项，并组织宣讲", "1", "并组织宣讲"), ("同第1项； 组织宣讲", "1", "组织宣讲"),
      ("同1.1。另行公示", "1.1", "另行公示"), ("同第1项\n组织宣讲", "1", "组织宣讲"), ("见第3项", "3", ""),
      ("同第1项。", "1", ""),
    ])
  func `what goes on with something of its own keeps it`(
    words: String, number: String, rest: String
  ) {
    let found = ItemReference.leading(in: words)
    #expect(found?.number == number && found?.rest == rest)
  }

  @Test(arguments: ["见第3项，并组织宣讲", "按第2项，组织宣讲", "组织宣讲，同第1项", "同步，第1项", "召开会议", ""])
  func `only what is the same goes on with words of its own`(words: String) {
    #expect(ItemReference.leading(in: words) == nil)
  }

  @Test func `the same is told from what is only to be looked at`() {
    #expect(ItemReference.sameNumber(in: "同第1项") == "1")
    #expect(ItemReference.sameNumber(in: "与第1项相同") == "1")
    #expect(ItemReference.sameNumber(in: "见第1项") == nil)
    #expect(ItemReference.sameNumber(in: "按照第1项执行") == nil)
  }
}
