extension Check {
  /// Reports deadlines and departments that were read from a sentence (句中读出).
  public static let readFromSentence = Check(flag: .readFromSentence) { item, _ in
    .readFromSentence(item)
  }
}
