package import OfficeFiles
package import TaskLedger

/// The office's own words as a document holds them: read by heading (文稿).
///
/// A heading is a paragraph that, its number aside, is the title of a task of the list or one of the
/// names of the other parts; whatever follows belongs to it until the next heading.
package struct OfficeTextDraft: Sendable, Hashable {
  /// A part with its paragraphs.
  package struct Passage: Sendable, Hashable {
    /// Which part.
    package var part: OfficeText.Part
    /// The paragraphs, none blank.
    package var paragraphs: [String]
  }

  /// The parts in the order in which they stand; a part that comes twice is one.
  package var passages: [Passage] = []
  /// The paragraphs that stand under no known heading.
  package var strays: [SourceParagraph] = []
  /// The paragraphs that look like headings of something else, with the part they were taken into.
  package var unknownHeadings: [Passage] = []
  /// How many tables were passed over: texts are prose.
  package var tableCount = 0

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - list: The list whose tasks are headings.
  ///   - profile: The words of the work, whose papers have headings of their own.
  package init(_ document: SourceDocument, list: TaskList?, profile: ReformProfile) {
    let tasks = (list?.tasks ?? []).map { task in
      let title = task.title.isEmpty ? OfficeTextHeadings.untitled(task: task.number) : task.title
      return (TextFolding.compact(title), task.number)
    }
    var part: OfficeText.Part?
    for block in document.blocks {
      guard case .paragraph(let paragraph) = block else {
        tableCount += 1
        continue
      }
      let text = paragraph.text.trimmingPrefix { $0.isWhitespace }
      guard !text.isEmpty else { continue }
      let title = TextFolding.compact(Numbering.leading(text)?.rest ?? String(text))
      // The heading of a task without title begins with its number.
      let whole = TextFolding.compact(String(text))
      if let task = tasks.first(where: { $0.0 == title || $0.0 == whole }) {
        part = .task(task.1)
      } else if let named = OfficeTextHeadings.part(titled: title, in: profile) {
        part = named
      } else if OfficeTextHeadings.isOther(title, in: profile) {
        part = nil
      } else if OfficeTextHeadings.isPlaceholder(title) {
        continue
      } else if let part {
        if OfficeTextHeadings.isLikeHeading(title) {
          unknownHeadings.append(Passage(part: part, paragraphs: [String(text)]))
        }
        add(String(text), to: part)
      } else {
        strays.append(paragraph)
      }
    }
  }

  private mutating func add(_ text: String, to part: OfficeText.Part) {
    if let place = passages.firstIndex(where: { $0.part == part }) {
      passages[place].paragraphs.append(text)
    } else {
      passages.append(Passage(part: part, paragraphs: [text]))
    }
  }
}
