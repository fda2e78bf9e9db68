import Foundation
import LedgerDesk
import TaskLedger
import TestSupport
import Testing

/// The pages of PDF files: known beyond doubt, or unknown.
struct PageCountTests {
  /// A made-up file with plain tables; the body holds `%d` objects in order from 1.
  static func file(
    _ objects: [String] = [
      "<< /Type /Catalog /Pages 2 0 R /PageMode /UseNone >>",
      "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 7 >>", "<< /Type /Page /Parent 2 0 R >>",
      "<< /Type /Page /Parent 2 0 R >>",
    ], trailer: String = ""
  ) -> [UInt8] {
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (place, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(place + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { text += String(format: "%010d 00000 n \n", offset) }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer)>>\n"
    return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
  }

  @Test func `the root of the pages says how many there are`() {
    #expect(PageCount.of(Self.file()) == 7)
  }

  @Test func `the newest table holds`() {
    var bytes = Self.file()
    let first = String(decoding: bytes, as: UTF8.self)
    let old = first.ranges(of: "xref\n0 5").first.map {
      first.utf8.distance(from: first.startIndex, to: $0.lowerBound)
    }
    let place = bytes.count
    bytes += Array("2 0 obj\n<< /Type /Pages /Kids [] /Count 9 >>\nendobj\n".utf8)
    let start = bytes.count
    bytes += Array(
      (String(format: "xref\n2 1\n%010d 00000 n \n", place)
        + "trailer\n<< /Size 5 /Root 1 0 R /Prev \(old ?? 0) >>\nstartxref\n\(start)\n%%EOF\n").utf8
    )
    #expect(PageCount.of(bytes) == 9)
  }

  @Test(arguments: [
    Array("%PDF-1.4 sample".utf8), [], Array("no pdf".utf8), file(trailer: "/Encrypt 9 0 R "),
    file(trailer: "/XRefStm 12 "), file(trailer: "/Prev 99999 "), Array(file().dropLast(40)),
    file(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Count 2 >>"]),
    file(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Outlines /Count 2 >>"]),
    file(["<< /Type /Catalog >>", "<< /Type /Pages /Count 2 >>"]),
    file(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 >>"]),
  ])
  func `what is not beyond doubt is unknown`(bytes: [UInt8]) {
    #expect(PageCount.of(bytes) == nil)
  }

  @Test func `changed bytes never trap`() {
    let whole = Self.file()
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = PageCount.of(bytes)
    }
  }

  @Test func `attaching a PDF records its pages, and a number that somebody counted is preferred`()
    throws
  {
    try OpenDesk.with { open in
      let paths = [
        try open.write("七页.pdf", Self.file()),
        try open.write("又七页.pdf", Self.file(trailer: "/Info 3 0 R ")),
      ]
      let item = ItemID.clause(try #require(ClauseID("1.2")))
      var evidence = HandedEvidence(items: [item], paths: [paths[0]])
      _ = try open.desk.attach(evidence, by: open.clerk, at: open.moment, dryRun: false)
      evidence.paths = [paths[1]]
      evidence.pages = 8
      let receipt = try open.desk.attach(evidence, by: open.clerk, at: open.moment, dryRun: false)
      let pages = receipt.ledger[item]?.evidence.map(\.evidence.pages)
      #expect(pages == [7, 8])
    }
  }
}
