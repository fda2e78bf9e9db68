import TaskLedger
import Testing

/// Words beside a day that say something else of the work: its state, its parts, whom another day
/// concerns. None of them may take the day away, add one, or make the work go on.
///
/// Source: product description, Deadlines (what offices write), and decision 0181.
struct DeadlineAsideTests {
  /// Words of a cell, and the day they mean; nil where a person must be asked.
  struct Row: CustomTestStringConvertible {
    var words: String
    var due: CivilDate?
    var kind = "date"
    var testDescription: String { words }
  }

  private static let states: [Row] = [
    Row(words: "2020年12月 推进中", due: "2020-12-31"), Row(words: "2020年6月实施中", due: "2020-06-30"),
    Row(words: "2020年12月进行中", due: "2020-12-31"), Row(words: "正在推进，2020年9月底前", due: "2020-09-30"),
    Row(words: "进行中（2020年10月底前完成）", due: "2020-10-31"),
    Row(words: "已启动，2020年10月底前完成", due: "2020-10-31"),
    Row(words: "2020年6月底前推进制度化建设", due: "2020-06-30"),
    Row(words: "建立制度化工作机制，2020年9月底前", due: "2020-09-30"),
    // What goes on is another thing than a word for how the work is done.
    Row(words: "2020年9月底前，长期化推进", due: "2020-09-30", kind: "ongoing"),
    Row(words: "推进中", due: nil, kind: "unreadable"),
  ]

  private static let notes: [Row] = [
    Row(words: "2020年6月底前（毕业生离校前）", due: "2020-06-30"),
    Row(words: "2020年7月1日前（党的生日）", due: "2020-07-01"), Row(words: "6月底前（校级）", due: "2020-06-30"),
    // 年底前, 月底 and 学期末 are days without a figure, and may be those of some.
    Row(words: "6月底前（个别学院年底前）", due: nil, kind: "unreadable"),
    Row(words: "2020年6月底前（学院层面月底）", due: nil, kind: "unreadable"),
    Row(words: "2020年6月底前完成，逾期未完成的予以通报", due: "2020-06-30"),
    Row(words: "2020年6月底前完成，逾期未完成的年底前补齐", due: nil, kind: "unreadable"),
  ]

  private static let parts: [Row] = [
    // A part before the whole is one of several days, and the whole is the last of them.
    Row(words: "2020年10月底前，其中6月底前出台制度", due: "2020-10-31", kind: "dates"),
    Row(words: "其中6月底前出台制度，9月底前完成换届", due: "2020-09-30", kind: "dates"),
    Row(words: "分批完成，其中第一批6月底前，第二批9月底前", due: "2020-09-30", kind: "dates"),
    // A part after the whole contradicts it.
    Row(words: "2020年6月底前，其中10月底前完成换届", due: nil, kind: "unreadable"),
    Row(words: "三年（2020—2022年）", due: "2022-12-31", kind: "range"),
    Row(words: "两年（2020—2022年）", due: nil, kind: "unreadable"),
  ]

  @Test(arguments: states + notes + parts)
  func `what stands beside a day leaves it alone, or is asked about`(row: Row) {
    let deadline = DeadlineLanguage.read(row.words, year: 2020)
    #expect(deadline.due == row.due)
    #expect(deadline.kind == row.kind)
    #expect(deadline.isOngoing == (row.kind == "ongoing"))
  }

  @Test(arguments: states + notes + parts)
  func `white space and wide figures change nothing of it`(row: Row) {
    let wide = String(
      String.UnicodeScalarView(
        row.words.unicodeScalars.map { scalar in
          ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
    let deadline = DeadlineLanguage.read(" " + wide + " ", year: 2020)
    #expect(deadline.due == row.due)
    #expect(deadline.kind == row.kind)
  }
}
