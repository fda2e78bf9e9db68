import Foundation
import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Parts large enough to be inflated on a thread of their own.
struct ReadAheadTests {
  typealias D = DocxFixture

  /// Paragraphs whose texts differ, about 100 bytes of XML each.
  private func body(_ paragraphs: Int) -> String {
    (0..<paragraphs).map { D.p("第\($0)段：制定从严管理制度，健全培养机制，修订章程。") }.joined()
  }

  private func outcome(
    _ bytes: [UInt8], _ limits: ReadLimits = ReadLimits()
  ) -> Result<SourceDocument, DocumentReadError> {
    Result { () throws(DocumentReadError) in
      try DocumentReader.read(bytes: bytes, name: "方案.docx", limits: limits, converter: .none)
    }
  }

  @Test(arguments: [3_000, 5_000, 9_000, 30_000])
  func `a large part is read whole and in order`(paragraphs: Int) throws {
    let document = try outcome(try D.bytes(body(paragraphs))).get()
    #expect(document.blocks.count == paragraphs)
    for (index, block) in document.blocks.enumerated() {
      guard case .paragraph(let paragraph) = block else {
        Issue.record("a table")
        return
      }
      #expect(paragraph.text == "第\(index)段：制定从严管理制度，健全培养机制，修订章程。")
    }
  }

  @Test func `reading that stops early ends the inflating too`() throws {
    let bytes = try D.bytes(body(20_000))
    var limits = ReadLimits()
    for paragraphs in [1, 10, 100, 1_000, 10_000] {
      limits.paragraphs = paragraphs
      #expect(
        outcome(bytes, limits)
          == .failure(.tooLarge(file: "方案.docx", what: .paragraphs, limit: paragraphs)))
    }
    limits = ReadLimits()
    limits.partBytes = 1 << 20
    #expect(
      outcome(bytes, limits)
        == .failure(.tooLarge(file: "方案.docx", what: .partBytes, limit: 1 << 20)))
    let declared = try D.bytes(body(20_000), prefix: "<!DOCTYPE d [<!ENTITY a 'x'>]>")
    #expect(
      outcome(declared)
        == .failure(.damaged(file: "方案.docx", part: "word/document.xml", detail: "doctype")))
  }

  @Test(arguments: 0..<40)
  func `a damaged large part is damaged every time`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var bytes = try D.bytes(body(12_000))
    for _ in 0..<3 {
      let place = Int.random(in: 2_000..<bytes.count - 2_000, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
    }
    let first = outcome(bytes)
    guard case .failure(.damaged(_, _, _)) = first else {
      Issue.record("read in spite of its damage")
      return
    }
    for _ in 0..<5 { #expect(outcome(bytes) == first) }
  }

  @Test func `many documents are read at once`() throws {
    let bytes = try D.bytes(body(6_000))
    let expected = try outcome(bytes).get()
    DispatchQueue.concurrentPerform(iterations: 48) { _ in
      #expect(outcome(bytes) == .success(expected))
    }
  }
}
