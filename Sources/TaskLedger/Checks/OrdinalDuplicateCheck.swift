extension Check {
  /// Reports printed numbers that stand at more than one item (编号重复).
  public static let ordinalDuplicate = Check(flag: .ordinalDuplicate) { item, context in
    let others = context.items.filter {
      $0.id != item.id && $0.ordinal == item.ordinal && $0.flags.contains(.ordinalDuplicate)
    }
    return .ordinalDuplicate(item, others: others.map(\.id))
  }
}
