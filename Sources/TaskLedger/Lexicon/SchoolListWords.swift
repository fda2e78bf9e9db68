/// What heads the column of names in a list of schools (学校名单).
package enum SchoolListWords {
  /// The headings, without spaces.
  package static let headings: Set<String> = [
    "学校", "校名", "学校名称", "高校", "高校名称", "单位", "单位名称", "学校名单", "报送单位",
  ]
}
