import OfficeFiles
import PlanImport
import Testing

struct SideBySideTests {
  @Test(arguments: [0, 1, 2, 3, 1000])
  func `results come in the order of the pieces`(count: Int) {
    #expect(SideBySide.map(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }
}
