import TaskLedger
import Testing

/// A check tells which of the cells that are only shown was written over.
struct SheetCheckTests {
  private let check = SheetCheck(of: ["2020年9月\n应办妥：2020-09-30", "推进中", ""])

  @Test func `a check survives its cell, and tells each cell by itself`() throws {
    let read = try #require(SheetCheck(reading: " \(check) ".lowercased()))
    #expect(read == check)
    #expect(read.holds("2020年9月\n应办妥：2020-09-30", at: 0) && read.holds("推进中", at: 1))
    #expect(!read.holds("2020年12月", at: 0) && !read.holds("已销号", at: 1))
    #expect(!read.holds("随手写的", at: 2))
    // Of a cell that it does not keep it says nothing.
    #expect(read.holds("随手写的", at: 3))
  }

  @Test func `spaces, widths and a day made of words are no difference`() throws {
    #expect(check.holds("２０２０年 9月 应办妥：2020-09-30", at: 0))
    let day = CivilDate("2020-09-01")
    let month = SheetCheck(of: ["2020年9月"])
    #expect(month.holds("2020/9/1", day: day, at: 0))
    #expect(!month.holds("2020/9/1", at: 0))
    #expect(!month.holds("2020/10/1", day: CivilDate("2020-10-01"), at: 0))
  }

  @Test(arguments: ["", "XH", "推进中", "XH#A", "XH1D-7F2K9QTM-214-9HV3R-18"])
  func `other words are no check`(text: String) {
    #expect(SheetCheck(reading: text) == nil)
  }

  @Test(arguments: [
    ("#REF!", true), (" #n/a ", true), ("＃DIV/0!", true), ("Err:502", true), ("err:", false),
    ("Err: 没有", false), ("#1", false), ("N/A", false), ("改了 #REF! 的格子", false), ("", false),
  ])
  func `an error of a program is known by its sign`(text: String, isError: Bool) {
    #expect(SheetWords.isErrorValue(text) == isError)
  }
}
