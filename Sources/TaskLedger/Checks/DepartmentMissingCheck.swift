extension Check {
  /// Finds items for which no department is named (无实施部门).
  public static let departmentMissing = Check(.departmentMissing) { item, _ in
    item.departments.all.isEmpty ? .departmentMissing(item) : nil
  }
}
