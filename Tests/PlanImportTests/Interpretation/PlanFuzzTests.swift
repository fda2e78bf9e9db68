import Foundation
import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// Plans and returned sheets that were changed are read or refused, by every reader of the office's
/// files; what is read holds what a plan must.
struct PlanFuzzTests {
  /// The plans of every shape that the tests know, as texts.
  private static let corpus: [(name: String, text: String)] = {
    let folder = SharedDocuments.repository.appendingPathComponent("Tests/Fixtures/plans")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      guard ["md", "csv", "html", "txt"].contains((name as NSString).pathExtension),
        let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      else { return nil }
      return (name, text)
    }
  }()

  @Test func `a changed plan is read or refused`() throws {
    #expect(Self.corpus.count > 3)
    let support = try PlanSupport()
    try Fuzz.run(rounds: 120, "plans and sheets") { dice, seed in
      guard var (name, text) = Self.corpus.randomElement(using: &dice) else { return }
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        text = Fuzz.changed(
          text, at: "<>|\n&,\t\"；。、（", words: Fuzz.numbers + ["2020年9月底前", "学工部（团委、", "第九条"],
          &dice)
      }
      name = "改" + name
      do {
        let document = try PlanReader.read(bytes: Array(text.utf8), name: name)
        _ = SheetReader.figures(
          in: document,
          SheetVocabulary(
            content: "改革内容", facts: FactVocabulary(rows: [], known: ["工作人员"]), today: nil))
        _ = try? TaskListInterpreter.interpret(document, vocabulary: support.vocabulary)
        let ids = try support.imported(document).items.map(\.id)
        #expect(Set(ids).count == ids.count, "seed \(seed)")
      } catch let error as PlanReadError {
        #expect(error.diagnostic.severity == .error, "seed \(seed)")
      }
    }
  }
}
