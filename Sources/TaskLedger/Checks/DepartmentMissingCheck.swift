extension Check {
  /// Finds items for which no responsible department is named (无实施部门); those that only support
  /// do not answer for an item.
  public static let departmentMissing = Check(.departmentMissing) { item, _ in
    item.departments.lead.isEmpty ? .departmentMissing(item) : nil
  }
}
