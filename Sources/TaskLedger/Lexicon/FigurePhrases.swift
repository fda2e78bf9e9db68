extension Figure {
  /// The figure as findings quote it, such as 校学生会工作人员不超过60人.
  var words: String {
    switch relation {
    case .atMost: "\(subject)不超过\(value)\(unit)"
    case .atLeast: "\(subject)不少于\(value)\(unit)"
    case .about: "\(subject)\(value)\(unit)左右"
    case .between: "\(subject)\(value)至\(upper ?? value)\(unit)"
    case .exactly: "\(subject)\(value)\(unit)"
    }
  }
}
