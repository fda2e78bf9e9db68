extension Check {
  /// Finds departments named in general words, such as 相关部门 (部门笼统).
  public static let departmentGeneric = Check(.departmentGeneric) { item, _ in
    let names = item.departments.all.filter { DepartmentNames.isGeneric($0) }
    return names.isEmpty ? nil : .departmentGeneric(item, names: names)
  }
}
