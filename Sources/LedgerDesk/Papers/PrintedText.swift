import Foundation

/// Holds what was printed against what was written, character by character.
///
/// A printer may add characters (page numbers, headings of tables on every page), and may break
/// lines; it may never lose one.
package enum PrintedText {
  /// A character of which fewer were printed than written.
  package struct Loss: Sendable, Hashable {
    /// The character.
    package var character: Character
    /// How often it was written.
    package var written: Int
    /// How often it was printed.
    package var printed: Int

    /// Creates a loss.
    package init(character: Character, written: Int, printed: Int) {
      self.character = character
      self.written = written
      self.printed = printed
    }
  }

  /// What was lost, in the order of the characters; empty when nothing was.
  package static func losses(from source: String, in printed: String) -> [Loss] {
    let (written, found) = (counts(source), counts(printed))
    return written.compactMap { character, count in
      let kept = found[character] ?? 0
      return kept < count ? Loss(character: character, written: count, printed: kept) : nil
    }.sorted { $0.character < $1.character }
  }

  /// How often each character stands in a text, white space and marks without width aside; faces
  /// name some characters by their radicals, which are the same, and a hyphen at which no line may
  /// break is printed as any other.
  private static func counts(_ text: String) -> [Character: Int] {
    var counts: [Character: Int] = [:]
    let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars.flatMap { scalar in
      switch scalar.value {
      case 0x2010, 0x2011: ["-"] as [Unicode.Scalar]
      case 0x2E80...0x2FDF:
        Array(String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
      default: [scalar]
      }
    }
    for scalar in scalars
    where !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
      && scalar.properties.generalCategory != .control
    {
      counts[Character(scalar), default: 0] += 1
    }
    return counts
  }
}
