import OfficeFiles
import TaskLedger
import Testing

/// Fields, formulas, signs and looks within the lines of pages.
struct HTMLInlineTests {
  private func read(_ cells: String) throws -> SourceDocument {
    try DocumentReader.read(
      bytes: Array("<html><body><table><tr>\(cells)</tr></table></body></html>".utf8),
      name: "方案.html", converter: .none)
  }

  /// What a cell holds, and how it is read.
  struct Sample: CustomTestStringConvertible, Sendable {
    var content: String
    var shown: String
    var testDescription: String { content }
    init(_ content: String, _ shown: String) { (self.content, self.shown) = (content, shown) }
  }

  static let samples: [Sample] = [
    Sample("<input type=checkbox checked>6月底前 <input type=Checkbox>7月底前", "☑6月底前 ☐7月底前"),
    Sample(
      "<input type=date value=2020-06-30><input type=hidden value=9>"
        + "<input type=submit value=交>",
      "2020-06-30"),
    Sample("<select><option>5月<option selected>6月<option>7月</select>底", "6月底"),
    Sample("<select><option>5月</option><option>6月</option></select>", "5月"),
    Sample(
      "<select multiple><option selected>甲</option><option>乙<option selected>丙</select>", "甲 丙"),
    Sample("<select><option>5月<table><tr><td>x</table></select>底", "5月底"),
    Sample("<textarea>校团委\n甲 &amp; <b>乙</b></textarea>", "校团委\n甲 & <b>乙</b>"),
    Sample("<math><mfrac><mn>2</mn><mn>3</mn></mfrac></math>以上", "2/3以上"),
    Sample("1<math> <mfrac> <mn>2</mn> <mn>3</mn> </mfrac> </math>5", "1 2/3 5"),
    Sample("<math><msup><mn>10</mn><mn>2</mn></msup></math>人", "10²人"),
    Sample(
      "<math><msup><mrow/><mi>n</mi></msup><msub><mn>1</mn><mn>2</mn></msub></math>", "^n 1_2"),
    Sample(
      "<math><semantics><mfrac><mrow><mn>1</mn><mo>+</mo><mn>2</mn></mrow><mn>3</mn></mfrac>"
        + "<annotation-xml><mn>9</mn></annotation-xml><annotation>\\frac</annotation></semantics></math>",
      "(1+2)/3"),
    Sample(
      "<span style='font-family:Wingdings'>þ</span>6月 <font face=Wingdings>&#168;</font>7月",
      "☑6月 ☐7月"),
    Sample(
      "<span style='font-family:Wingdings;mso-char-type:symbol'><span style='mso-symbol-font-family:\"Wingdings 2\"'>R"
        + "</span><span style='font-family:宋体'>A</span></span>R", "☑AR"),
    Sample("<pre>2020年6月\n校团委</pre>", "2020年6月\n校团委"),
    Sample(
      "<p style='white-space: pre-line'>甲\n乙<span style='white-space:normal'>丙\n丁</span>", "甲\n乙丙 丁"
    ),
    Sample("<ol reversed start=3><li>甲<li>乙</ol>", "3. 甲\n2. 乙"),
  ]

  @Test(
    .bug(id: "read", "fields, formulas and signs of pages were gone or ran together"),
    arguments: samples)
  func `what stands within a line is read as it looks`(sample: Sample) throws {
    let document = try read("<td>\(sample.content)</td>")
    #expect(document.grids == [[[sample.shown]]])
    #expect(document.codes.isEmpty)
  }

  @Test(.bug(id: "read", "a cell that is not seen moved those behind it"))
  func `what is not seen keeps its place, what is not displayed has none`() throws {
    let unseen = try read(
      "<td>甲<td style='visibility:hidden'>乙<b style='visibility:visible'>丙</b><td>丁")
    #expect(unseen.grids == [[["甲", "丙", "丁"]]])
    #expect(unseen.codes == ["hidden-text-left-out"])
    #expect(try read("<td>甲<td style='visibility:hidden'><td>丁").codes.isEmpty)
    let gone = try read("<td>甲<td style='display:none'>乙<td>丁")
    #expect(gone.grids == [[["甲", "丁"]]])
  }

  @Test func `an unknown sign of a symbol font is said`() throws {
    let document = try read("<td>6<font face='Wingdings'>&#169;</font>8")
    #expect(document.grids == [[["6 8"]]])
    #expect(document.codes == ["symbols-left-out"])
  }

  @Test func `thirty-two bits a character are read in both orders`() throws {
    let units = "甲乙".unicodeScalars.map(\.value)
    for isBig in [true, false] {
      let bytes = ([0xFEFF] + units).flatMap { unit in
        (0..<4).map { UInt8(unit >> UInt32(8 * (isBig ? 3 - $0 : $0)) & 0xFF) }
      }
      #expect(try DocumentReader.read(bytes: bytes, name: "方案.txt").paragraphs == ["甲乙"])
    }
  }
}
