/// The entries of a cell that several items share, assigned to the items (合并单元格分派).
enum SharedEntries {
  /// What one item gets.
  struct Assigned<Entry> {
    /// The entry, or nil when there is none at all.
    var entry: Entry?
    /// Whether it was taken over from an item before, or is one of several that came together.
    var isInherited: Bool
  }

  /// Assigns entries: equal counts one to one; fewer in order, the rest inherits the last; more
  /// are joined at the last item.
  ///
  /// Where the counts differ nothing says which entry is whose: all count as taken over, but for
  /// the first of fewer, and for fewer that stand in rows of their own, whose order says it.
  ///
  /// - Parameters:
  ///   - entries: The entries in order.
  ///   - count: How many items there are.
  ///   - areApart: Whether each entry stands in a row of its own.
  ///   - join: Makes one entry of two.
  /// - Returns: One for each item.
  static func assign<Entry>(
    _ entries: [Entry], to count: Int, areApart: Bool = false, join: (Entry, Entry) -> Entry
  ) -> [Assigned<Entry>] {
    guard count > 0 else { return [] }
    if entries.count <= count {
      return (0..<count).map { index in
        if index < entries.count {
          return Assigned(
            entry: entries[index],
            isInherited: index > 0 && entries.count < count && !areApart)
        }
        return Assigned(entry: entries.last, isInherited: !entries.isEmpty)
      }
    }
    var assigned = entries.prefix(count).map { Assigned<Entry>(entry: $0, isInherited: count > 1) }
    for entry in entries.dropFirst(count) {
      assigned[count - 1].entry = assigned[count - 1].entry.map { join($0, entry) } ?? entry
    }
    return assigned
  }
}
