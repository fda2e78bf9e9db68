extension Check {
  /// Finds deadlines whose words cannot be read (时限无法识别).
  public static let deadlineUnreadable = Check(.deadlineUnreadable) { item, _ in
    item.deadline.meaning == .unreadable ? .deadlineUnreadable(item) : nil
  }
}
