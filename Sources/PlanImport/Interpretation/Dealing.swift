/// Deals the entries of shared cells out to the items of one cell.
enum Dealing {
  /// What one item gets.
  struct Share<Entry> {
    /// The entry, or nil when there is none at all.
    var entry: Entry?
    /// Whether it was taken over from an item before, or is one of several that came together.
    var isInherited: Bool
  }

  /// Deals entries out: equal counts one to one; fewer in order, the rest inherits the last; more
  /// are joined at the last item.
  ///
  /// - Parameters:
  ///   - entries: The entries in order.
  ///   - count: How many items there are.
  ///   - join: Makes one entry of two.
  /// - Returns: As many shares as items.
  static func deal<Entry>(
    _ entries: [Entry], to count: Int, join: (Entry, Entry) -> Entry
  ) -> [Share<Entry>] {
    guard count > 0 else { return [] }
    if entries.count <= count {
      return (0..<count).map { index in
        if index < entries.count { return Share(entry: entries[index], isInherited: false) }
        return Share(entry: entries.last, isInherited: !entries.isEmpty)
      }
    }
    var shares = entries.prefix(count).map { Share<Entry>(entry: $0, isInherited: false) }
    for entry in entries.dropFirst(count) {
      shares[count - 1].entry = shares[count - 1].entry.map { join($0, entry) } ?? entry
      shares[count - 1].isInherited = count > 1
    }
    return shares
  }
}
