/// The words of evidence numbers (佐证编号).
enum EvidencePhrases {
  /// What an evidence number begins with.
  static let numberPrefix = "证"
}
