extension Check {
  /// Reports words in the column of departments that do not look like a department (部门存疑).
  public static let departmentDoubtful = Check(flag: .departmentDoubtful) { item, _ in
    .departmentDoubtful(item)
  }
}
