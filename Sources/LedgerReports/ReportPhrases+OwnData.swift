/// The words for what a school uses in place of what is built in.
extension ReportPhrases {
  /// What is the school's own.
  package static func words(of kind: OwnData.Kind) -> String {
    switch kind {
    case .indicators: "本校指标"
    case .list: "本校任务列表"
    case .profile: "本校用语"
    case .departments: "本校部门名称"
    case .templates: "本校模板"
    case .styles: "本校版式"
    }
  }

  /// One kind with its short digest.
  static func ownData(_ kind: OwnData.Kind, code: String) -> String {
    "\(words(of: kind))（校验码\(code)）"
  }

  /// The title of a list that is made up.
  static func madeUp(_ title: String) -> String { "\(title)（样例）" }

  /// The kinds in a row; empty when everything is built in.
  package static func words(of kinds: [OwnData.Kind]) -> String {
    kinds.map { words(of: $0) }.joined(separator: "、")
  }
}
