extension StringProtocol {
  /// The first place where a word stands, found by its bytes.
  ///
  /// Characters need not be parted, which makes it many times faster than a search by characters in
  /// Chinese text.
  ///
  /// - Parameter word: The word; the text and it are folded alike already.
  /// - Returns: Its place; nil when it does not stand there or is empty.
  func place(of word: some StringProtocol) -> Range<Index>? {
    let pattern = word.utf8
    guard let first = pattern.first else { return nil }
    let bytes = utf8
    var rest = bytes[...]
    while let start = rest.firstIndex(of: first) {
      let tail = bytes[start...]
      if tail.starts(with: pattern) {
        return start..<bytes.index(start, offsetBy: pattern.count)
      }
      rest = tail.dropFirst()
    }
    return nil
  }
}
