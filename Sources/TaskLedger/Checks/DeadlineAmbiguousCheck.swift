extension Check {
  /// Finds deadlines whose day may be meant otherwise (时限存疑), such as 10月前.
  public static let deadlineAmbiguous = Check(.deadlineAmbiguous) { item, _ in
    DeadlineLanguage.doubts(of: item.deadline).first.map { .deadlineAmbiguous(item, $0) }
  }
}
