import Foundation
import TaskLedger
import TestSupport
import Testing

import OfficeFiles

/// Numbers are shown as Excel shows them.
struct NumberFormatTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    var code: String
    var value: Double
    var shown: String
    var testDescription: String { "\(code) \(value)" }
    init(_ code: String, _ value: Double, _ shown: String) {
      (self.code, self.value, self.shown) = (code, value, shown)
    }
  }

  static let samples: [Sample] = [
    Sample("0.00E+00", 1234.5, "1.23E+03"), Sample("0.00E+00", 0.00012, "1.20E-04"),
    Sample("##0.0E+0", 12_345, "12.3E+3"), Sample("0.0E+0", 9.96, "1.0E+1"),
    Sample("000-0000-0000", 13_800_001_234, "138-0000-1234"),
    Sample("# ?/?", 0.5, "1/2"), Sample("# ?/?", 2.25, "2 1/4"), Sample("# ??/??", 3, "3"),
    Sample("# ?/8", 0.25, "2/8"), Sample("?/?", 1.5, "3/2"),
    Sample("0!.0,\"万元\"", 123_456, "12.3万元"),
    Sample("[DBNum1][$-804]General", 12, "一十二"),
    Sample("[DBNum1]General", 10_203, "一万〇二百〇三"), Sample("[DBNum2]0", 30, "叁零"),
    Sample("#,##0;(#,##0);\"无\"", -1234, "(1,234)"), Sample("#,##0;(#,##0);\"无\"", 0, "无"),
    Sample("[=1]\"是\";[=0]\"否\";General", 1, "是"),
    Sample("[=1]\"是\";[=0]\"否\";General", 0, "否"),
    Sample("[=1]\"是\";[=0]\"否\";General", -7, "-7"),
    Sample("[Red][<60]\"不及格\";[>=60]0\"分\"", 59, "不及格"),
    Sample("0", 2.5, "3"), Sample("0.00", 1.005, "1.01"), Sample("0", -0.4, "0"),
    Sample("0", -2.5, "-3"), Sample("[h]:mm", 1.5, "36:00"),
    Sample("mm:ss.0", 0.5 / 86_400, "00:00.5"),
    Sample("#", 0, ""), Sample("0.00%", 0.00125, "0.13%"), Sample("0%", 0.285, "29%"),
    Sample("#,##0", 1_234_567, "1,234,567"), Sample("0.0,", 1500, "1.5"),
    Sample("yyyy\"年\"m\"月\"d\"日\"", 44_012, "2020年6月30日"), Sample("e-m", 44_012, "2020-6"),
    Sample("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 44_012, "二〇二〇年六月三十日"),
    Sample("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 44_012, "2020年6月30日"),
    Sample("@", 44_012, "44012"), Sample("\"第\"0\"条\"", 7, "第7条"),
    Sample("# ??/100", 0.4, "40/100"), Sample("# ??/100", 5, "5"),
    Sample("# ?/8\"份\"", 0.25, "2/8份"), Sample("# ?/10", 0.3, "3/10"),
    Sample("?/999999", 9e14, "900000000000000"),
    Sample("mm:ss.0", 0.864 / 86_400, "00:00.9"), Sample("mm:ss.00", 59.996 / 86_400, "01:00.00"),
    Sample("mm:ss", 59.4 / 86_400, "00:59"),
    Sample("[$-804]mmmm", 44_012, "六月"), Sample("[$-zh-CN]mmmm", 44_012, "六月"),
    Sample("[$-409]mmmm", 44_012, "June"), Sample("ddd", 44_012, "周二"),
    Sample("dddd", 44_012, "星期二"), Sample("aaa", 44_012, "二"),
    Sample("[DBNum2]yyyy\"年\"m\"月\"d\"日\"", 44_012, "贰零贰零年陆月叁拾日"),
    Sample("[DBNum3]yyyy\"年\"m\"月\"d\"日\"", 44_012, "２０２０年６月３０日"),
    Sample("[DBNum1]h\"时\"mm\"分\"", 44_012.5, "十二时〇分"),
    Sample("General", 1e15, "1E+15"), Sample("General", 1e-10, "1E-10"),
    Sample("0", 1e15, "1000000000000000"), Sample("#,##0", -2e15, "-2,000,000,000,000,000"),
  ]

  @Test(arguments: samples)
  func `a number is shown as Excel shows it`(sample: Sample) {
    let shown = NumberFormat(sample.code).text(sample.value, since1904: false)
    #expect(shown.text.trimmingCharacters(in: .whitespaces) == sample.shown)
  }

  @Test(arguments: [
    (5, "¥1,235"), (7, "¥1,234.50"),
    (11, "1.23E+03"), (12, "1234 1/2"), (37, "1,235 "), (39, "1,234.50"), (41, " 1,235 "),
    (44, " ¥1,234.50 "), (48, "1.2E+3"),
  ])
  func `the formats of the standard are known`(number: Int, shown: String) throws {
    let format = try #require(NumberFormat.builtIn(number))
    #expect(format.text(1234.5, since1904: false).text == shown)
  }

  @Test(arguments: [
    (";;;", ""), ("0;-0;0;@", "九月"), ("0;-0;0;\"第\"@", "第九月"), ("0;-0;0;General", "九月"),
    ("0;-0", "九月"),
    ("@\"底\"", "九月底"),
  ])
  func `words are shown as the section for them says`(code: String, shown: String) {
    #expect(NumberFormat(code).text("九月") == shown)
  }

  @Test func `an exponent is no year, and a number no day`() {
    #expect(NumberFormat("0.00E+00").text(44_012, since1904: false).date == nil)
    #expect(NumberFormat("yyyy").text(44_012, since1904: false).date?.year == 2020)
  }

  @Test func `no code makes the display trap`() {
    var dice = SplitMix64(seed: 7)
    let pieces = Array("0#?.,%/Ee+-;[]\"\\_*@ymdhsa年月日G1<>=$")
    for _ in 0..<20_000 {
      let code = String(
        (0..<Int.random(in: 0..<14, using: &dice)).compactMap { _ in
          pieces.randomElement(using: &dice)
        })
      for value in [0, -1.5, 44_012.4, 1e14, 1e300, 0.000_000_1, -9e15, .infinity] {
        _ = NumberFormat(code).text(value, since1904: false)
      }
    }
  }
}
