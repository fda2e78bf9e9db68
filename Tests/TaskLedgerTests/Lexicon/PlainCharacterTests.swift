import TaskLedger
import Testing

struct PlainCharacterTests {
  private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    var text = String(scalar)
    return text.withUTF8 { PlainCharacter.scalar(at: 0, of: $0)?.scalar == scalar }
  }

  @Test func `every plain scalar is a character by itself`() {
    let plain = (0...UInt32(0xFFFF)).compactMap(Unicode.Scalar.init).filter(isPlain)
    #expect(plain.count > 20_000)
    var text = String.UnicodeScalarView(plain)
    text.append(contentsOf: plain.reversed())
    #expect(String(text).count == text.count)
  }

  @Test(arguments: ["\u{301}", "\u{302A}", "\u{3099}", "\u{200D}", "\u{FF9E}", "\n", "\u{1F600}"])
  func `a mark that joins others is not plain`(text: String) throws {
    #expect(!isPlain(try #require(text.unicodeScalars.first)))
  }

  @Test func `only what is hidden is taken out of a line`() {
    let hidden: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x7F...0x9F, 0x061C...0x061C, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFDD0...0xFDEF, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF,
      0xDFFFE...0xDFFFF, 0xE0000...0xE007F,
    ]
    for value in Array(UInt32(0)...0xFFFF) + Array(0xDFF00...0xE00FF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "甲\(scalar)"
      let isKept = PrintableText.line(text).unicodeScalars.elementsEqual(text.unicodeScalars)
      #expect(isKept != hidden.contains { $0.contains(value) }, "U+\(String(value, radix: 16))")
    }
  }
}
