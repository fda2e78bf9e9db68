internal import TaskLedger

/// Reads the items of blocks, those of large plans on all cores.
///
/// The blocks are cut into stretches where nothing is taken over from above, so that each stretch
/// reads the same whether or not those before it were read: the items and their order are those
/// of reading them one after the other.
enum BlockReader {
  /// How many blocks a stretch holds at least.
  static let stretch = 128
  /// How many blocks are collected at most before they are read, so that they take little memory.
  static let most = 4096

  /// The items of blocks in order.
  ///
  /// - Parameters:
  ///   - blocks: Blocks of one plan, one after the other.
  ///   - above: What merged cells of the first ones take over.
  ///   - language: The reader of deadlines and departments, with what it has read already.
  ///   - fewest: Of how many blocks on threads are worth starting.
  /// - Returns: Their items.
  static func items(
    of blocks: [ItemBlock], below above: ItemBlock.Above, language: CellLanguage,
    onAllCoresFrom fewest: Int
  ) -> [ItemDraft] {
    guard blocks.count >= fewest else { return read(blocks[...], below: above, language) }
    let stretches = stretches(of: blocks)
    let results = SideBySide.map(stretches.count) { index in
      read(blocks[stretches[index]], below: index == 0 ? above : ItemBlock.Above(), language)
    }
    var items: [ItemDraft] = []
    items.reserveCapacity(results.reduce(0) { $0 + $1.count })
    for result in results { items += result }
    return items
  }

  /// The ranges of blocks that can be read apart from each other.
  static func stretches(of blocks: [ItemBlock]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in blocks.indices.dropFirst()
    where index - start >= stretch && blocks[index].standsAlone {
      ranges.append(start..<index)
      start = index
    }
    ranges.append(start..<blocks.count)
    return ranges
  }

  private static func read(
    _ blocks: ArraySlice<ItemBlock>, below first: ItemBlock.Above, _ language: CellLanguage
  ) -> [ItemDraft] {
    var language = language
    var above = first
    var items: [ItemDraft] = []
    items.reserveCapacity(blocks.count)
    for block in blocks {
      let new: [ItemDraft]
      if let year = block.year, year != language.year {
        var other = language.of(year: year)
        new = block.items(&other, below: above)
      } else {
        new = block.items(&language, below: above)
      }
      items += new
      if let last = new.last { above = ItemBlock.Above(last) }
    }
    return items
  }
}
