package import TaskLedger

/// The wording of what keeps a paper from being printed.
extension ReportError {
  /// The error as diagnostics, one a fault.
  package var diagnostics: [Diagnostic] {
    switch self {
    case .templateMissing(let name):
      [
        Diagnostic(
          code: "template-missing", severity: .error, message: "没有名为 \(name) 的报告模板",
          remedy: "查看内置模板：\(.exportTemplates)")
      ]
    case .templateFaulty(let faults): faults.map(Diagnostic.faulty)
    case .unitUnknown(let name, let nearest):
      [
        Diagnostic(
          code: "unit-unknown", severity: .error, message: "没有登记过「\(name)」的实有数据",
          remedy: nearest.isEmpty
            ? "先\(doing: .setFact(name: "工作人员@\(name)", example: "25"))"
            : "最接近的是 \(nearest.joined(separator: "、"))")
      ]
    case .departmentUnknown(let name, let nearest):
      [.departmentUnknown(name, nearest: nearest)]
    case .indicatorsNone(let work): [.indicatorsNone(work)]
    }
  }
}

extension Diagnostic {
  /// No item names such a department.
  package static func departmentUnknown(_ name: String, nearest: [String]) -> Diagnostic {
    Diagnostic(
      code: "department-unknown", severity: .error, message: "没有条目由「\(name)」承担",
      remedy: nearest.isEmpty
        ? "查看各条目的实施部门：\(look: .items)" : "最接近的是 \(nearest.joined(separator: "、"))")
  }

  /// The work has no indicators, and so no figures and no forms of them.
  package static func indicatorsNone(_ work: String) -> Diagnostic {
    Diagnostic(
      code: "indicators-none", severity: .error,
      message: "「\(work)」没有验收指标，不用登记实有数据，也没有备案表",
      remedy: "看办到哪一步、还缺什么：\(look: .items)")
  }

  /// One fault of a template.
  static func faulty(_ fault: TemplateFault) -> Diagnostic {
    let (code, message, remedy) = words(of: fault.kind)
    return Diagnostic(
      code: code, severity: .error,
      location: .text(
        file: "\(fault.template).mustache", line: fault.line, column: fault.column),
      message: message, remedy: remedy)
  }

  private static func words(of kind: TemplateFault.Kind) -> (String, String, Remedy) {
    switch kind {
    case .keyUnknown(let key, let nearest):
      (
        "template-key-unknown", "模板用了未知的键「\(PrintableText.line(key))」",
        nearest.isEmpty
          ? "查看可用的键：\(look: .templateKeys)"
          : "最接近的是 \(nearest.joined(separator: "、"))"
      )
    case .valueMissing(let key):
      (
        "template-value-missing", "键「\(key)」在台账里没有值",
        "先判断再引用：{{#\(key)}}…{{/\(key)}}，没有值时用 {{^\(key)}}…{{/\(key)}}"
      )
    case .rowsPrinted(let key):
      (
        "template-rows-printed", "键「\(key)」是多行数据，不能当作文字引用",
        "逐行引用：{{#\(key)}}…{{/\(key)}}"
      )
    case .sectionUnclosed(let name):
      ("template-section-unclosed", "段落「\(name)」没有结束", "补上 {{/\(name)}}")
    case .sectionMismatched(let name, let open):
      (
        "template-section-mismatched",
        "这里结束的是「\(name)」，" + (open.map { "但打开的是「\($0)」" } ?? "但没有打开的段落"),
        open.map { "改为 {{/\($0)}}" } ?? "去掉这个结束标记"
      )
    case .tagUnfinished: ("template-tag-unfinished", "标记只有开头「{{」没有结尾", "补上「}}」")
    case .tagRefused(let name):
      ("template-tag-refused", "模板里不能用这种标记：\(PrintableText.line(name))", "改用 {{键}}")
    case .partialUnknown(let name):
      ("template-partial-unknown", "引用的模板「\(PrintableText.line(name))」不存在", "核对模板名")
    case .partialRecursive(let name):
      ("template-partial-recursive", "模板「\(name)」引用了自己", "去掉这处引用")
    case .tooLarge:
      ("template-too-large", "模板的段落套得太深，或展开后太大", "少套几层段落和引用；对照内置模板改正：\(.exportTemplates)")
    case .unreadable(let detail):
      ("template-unreadable", "模板无法识别（\(detail)）", "对照内置模板改正：\(.exportTemplates)")
    }
  }
}
