import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Whatever stands in the cells, interpretation ends with items or says that there is no plan.
struct MutatedPlanTests {
  /// SplitMix64, so that a seed names the same document everywhere.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  static let words = [
    "", "同上", "〃", "1.", "（一）", "1. 2. 3.", "2020年6月", "—", "序号", "完成时限", "注：无",
    "(1)甲(1)乙", "99999999999999999999", "一是", "①②③", "2020年\n6月", "\u{FFFD}", "相关部门",
  ]

  @Test(arguments: 0..<60)
  func `a mutated plan never traps`(seed: Int) throws {
    let support = try PlanSupport()
    var random = Generator(state: UInt64(seed))
    var document = try PlanSupport.repositoryFile("tasks/example-plan.docx")
    document.blocks.removeAll { block in
      guard case .paragraph = block else { return false }
      return Int.random(in: 0..<20, using: &random) == 0
    }
    for index in document.blocks.indices {
      guard case .table(var table) = document.blocks[index] else { continue }
      for row in table.rows.indices { mutate(&table.rows[row], &random) }
      table.rows.shuffleSome(using: &random)
      document.blocks[index] = .table(table)
    }
    do {
      let plan = try support.imported(document)
      #expect(Set(plan.items.map(\.id)).count == plan.items.count)
      #expect(plan.items.compactMap(\.clause).count == Set(plan.items.compactMap(\.clause)).count)
    } catch let error as PlanReadError {
      #expect(error == .noPlan(file: document.name))
    }
  }

  private func mutate(_ row: inout SourceRow, _ random: inout Generator) {
    for index in row.cells.indices.reversed() {
      switch Int.random(in: 0..<40, using: &random) {
      case 0: row.cells[index].paragraphs = [Self.words.randomElement(using: &random) ?? ""]
      case 1: row.cells.remove(at: index)
      case 2: row.cells[index].continuesAbove.toggle()
      case 3: row.cells[index].columnSpan = Int.random(in: 1...9, using: &random)
      case 4: row.cells[index].paragraphs = []
      case 5: row.cells[index].column += Int.random(in: 0...3, using: &random)
      default: break
      }
    }
  }
}

extension Array {
  /// Swaps a few neighbours.
  fileprivate mutating func shuffleSome(using random: inout some RandomNumberGenerator) {
    guard count > 1 else { return }
    for _ in 0..<3 {
      let place = Int.random(in: 0..<count - 1, using: &random)
      swapAt(place, place + 1)
    }
  }
}
