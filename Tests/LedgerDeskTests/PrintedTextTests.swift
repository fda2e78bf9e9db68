import LedgerDesk
import Testing

/// What was printed is held against what was written.
struct PrintedTextTests {
  @Test func `breaks, page numbers and repeated headings are no loss`() {
    let losses = PrintedText.losses(
      from: "条目，内容。1.1、\u{200B}1.2项；完成", in: "条目，内 容。\n1.1、1.2 项；完成\n— 1 —\n条目")
    #expect(losses.isEmpty)
  }

  @Test func `a mark that is not printed is named with both counts`() {
    let losses = PrintedText.losses(from: "甲，乙，丙。", in: "甲，乙丙。")
    #expect(losses == [.init(character: "，", written: 2, printed: 1)])
  }

  @Test func `another way of writing a character is the same character`() {
    #expect(PrintedText.losses(from: "文人", in: "⽂⼈").isEmpty)
  }

  @Test(.bug(id: "desk", "a hyphen at which no line may break was said to be lost"))
  func `a hyphen that may not break is printed as a hyphen`() {
    #expect(PrintedText.losses(from: "A\u{2011}1、B\u{2010}2", in: "A-1、B-2").isEmpty)
    #expect(PrintedText.losses(from: "A\u{2011}1", in: "A1").map(\.character) == ["-"])
  }
}
