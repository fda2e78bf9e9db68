extension Check {
  /// Reports items whose work may belong to another one, since a corrected plan changed the words
  /// under a number (条目换号), and that nobody has looked at since.
  public static let historyDoubtful = Check(flag: .historyDoubtful) { item, _ in
    .historyDoubtful(item)
  }
}
