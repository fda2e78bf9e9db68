import Testing

import LedgerStore

struct DatabaseContentTests {
  @Test func `the bytes of a copy are kept until they are taken, and no longer`() {
    let content = DatabaseContent([1, 2, 3])
    #expect(content.take() == [1, 2, 3])
    #expect(content.take().isEmpty)
  }
}
