/// A bar that shows a share, with its figures in words beside it.
package enum ProgressBar {
  /// The bar, such as `██████░░░░ 3/10`.
  package static func text(done: Int, of total: Int, width: Int = 20) -> String {
    let filled = total == 0 ? 0 : done * width / total
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      + " \(done)/\(total)"
  }
}
