import TaskLedger
import Testing

/// Figures, days and names as people write them.
///
/// Source: product description, Acceptance indicators (a tick that cannot be read is unknown, never a
/// pass) and Who uses it (enter once).
struct FigureWritingTests {
  private static func number(_ above: Int, _ below: Int = 1) -> FactValue {
    Rational(above, over: below).map(FactValue.number) ?? .words("")
  }

  @Test(arguments: [
    ("0", number(0)), ("007", number(7)), (" 31 人 ", number(31)), ("31.0人", number(31)),
    ("1,234", number(1234)), ("12，345人", number(12_345)), ("1,234,567", number(1_234_567)),
    ("1.2万", number(12_000)), ("1.25万人", number(12_500)), ("0.5万", number(5000)),
    ("31.5", number(63, 2)), ("0.5", number(1, 2)), ("50%", number(1, 2)), ("５０％", number(1, 2)),
    ("67.74%", number(3387, 5000)), ("100%", number(1)), ("5所", number(5)), ("3项", number(3)),
    ("999999999", number(999_999_999)),
  ])
  func `a number is read with its signs`(text: String, value: FactValue) {
    #expect(FactValue(text) == value)
  }

  @Test(arguments: [
    "", "约31人", "31人左右", "不超过40", "40人以内", "三十一", "31.5人", "1/2", ".5", "5.", "-1", "+5", "1,23",
    "1234,567",
    ",123", "12,34人", "31人（含主席团）", "√", "×", "没有", "1e3", "9999999999", "万",
    "人",
    "2020年8月", "8月25日", "2020年8月25日前", "2020年8月25日起", "2020年2月30日", "2020-13-01",
  ])
  func `what is no figure stays words`(text: String) { #expect(FactValue(text) == .words(text)) }

  @Test(arguments: [
    "2020-08-25", "2020年8月25日", "2020年8月25号", "2020.8.25", "2020/8/25", "20200825", "二〇二〇年八月二十五日",
    "２０２０年８月２５日",
    "2020年 8 月 25 日", "2020-8-25",
  ])
  func `a day is read in every way of writing it`(text: String) {
    let day: CivilDate = "2020-08-25"
    #expect(FactValue(text) == .date(day))
  }

  @Test(arguments: [
    ("是", true), ("有", true), ("已", true), ("否", false), ("无", false), ("未", false), (" 是 ", true),
  ])
  func `yes and no have three words each`(text: String, truth: Bool) {
    #expect(FactValue(text) == .truth(truth))
  }

  @Test(
    arguments: [
      ("工作人员", "工作人员", nil), ("工作人员@机电系", "工作人员", "机电系"), ("工作人员＠机电系", "工作人员", "机电系"),
      (" 工作 人员 @ 机电 系 ", "工作人员", "机电系"), ("工作人员@", "工作人员", ""), ("", "", nil), ("@", "", ""),
      ("工作人员@机电系@二级", "工作人员", "机电系@二级"), ("党员/团员@外语系", "党员/团员", "外语系"),
    ] as [(String, String, String?)])
  func `a name is parted from the union at the sign, however wide`(
    text: String, name: String, unit: String?
  ) {
    let read = FactName(text)
    #expect(read.name == name && read.unit == unit)
    #expect(FactName(read.recorded) == read)
  }
}
