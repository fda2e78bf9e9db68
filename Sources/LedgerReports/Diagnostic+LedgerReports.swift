package import TaskLedger

extension ReportError {
  /// The error as diagnostics, fact first, then one thing to do.
  package var diagnostics: [Diagnostic] {
    switch self {
    case .templateMissing(let name):
      [
        Diagnostic(
          code: "template-missing", severity: .error, message: "没有模板「\(name)」",
          suggestion: "检查 --templates 文件夹里的 \(name).mustache")
      ]
    case .templateFaulty(let faults): faults.map(\.diagnostic)
    case .departmentUnknown(let name, let nearest):
      [
        Diagnostic(
          code: "department-unknown", severity: .error, message: "没有条目由「\(name)」负责",
          suggestion: nearest.isEmpty
            ? "部门写法见 xiaohao list" : "最接近的是 \(nearest.joined(separator: "、"))")
      ]
    }
  }
}

extension TemplateFault {
  /// The fault as a diagnostic with template, line and column.
  var diagnostic: Diagnostic {
    let (code, message, suggestion) = words
    return Diagnostic(
      code: code, severity: .error,
      location: .text(file: template + ".mustache", line: line, column: column),
      message: message, suggestion: suggestion)
  }

  private var words: (code: String, message: String, suggestion: String) {
    switch kind {
    case .keyUnknown(let key, let nearest):
      (
        "template-key-unknown", "这份报告没有「\(key)」这一项",
        nearest.isEmpty ? "对照内置模板中的写法" : "最接近的是 \(nearest.joined(separator: "、"))"
      )
    case .valueMissing(let key):
      (
        "template-value-missing", "「\(key)」在台账中没有内容，不能留空",
        "写成 {{#\(key)}}{{\(key)}}{{/\(key)}}{{^\(key)}}未载明{{/\(key)}}"
      )
    case .rowsPrinted(let key):
      ("template-rows-printed", "「\(key)」是一组行，不能直接输出", "写成 {{#\(key)}}…{{/\(key)}}")
    case .sectionUnclosed(let name):
      ("template-section-unclosed", "「\(name)」的段落没有结束", "在末尾写 {{/\(name)}}")
    case .sectionMismatched(let name, let open):
      (
        "template-section-mismatched", "结束的是「\(name)」，打开的是「\(open ?? "无")」",
        "让开始和结束的名字一致"
      )
    case .tagUnfinished: ("template-tag-unfinished", "标记没有写完", "补上 }}")
    case .tagRefused(let tag): ("template-tag-refused", "模板里不能用「\(tag)」", "改用 {{名字}}")
    case .partialUnknown(let name):
      ("template-partial-unknown", "没有名为「\(name)」的模板可以引用", "检查名字")
    case .partialRecursive(let name):
      ("template-partial-recursive", "模板「\(name)」引用了自己", "去掉这处引用")
    case .unreadable(let detail): ("template-unreadable", "模板读不懂：\(detail)", "对照内置模板改正")
    }
  }
}
