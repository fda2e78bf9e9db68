/// Writes what a sheet that is filled in has beside its rows.
enum XlsxFormXML {
  /// Protection and rules, in the order in which a sheet holds them.
  static func rules(_ form: XlsxForm) -> String {
    var text = ""
    if form.isProtected {
      // No password: who must can lift it. Widths, heights and filters stay free.
      text += "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" "
      text += "formatRows=\"0\" sort=\"0\" autoFilter=\"0\"/>"
    }
    guard !form.validations.isEmpty else { return text }
    text += "<dataValidations count=\"\(form.validations.count)\">"
    return text + form.validations.map(validation).joined() + "</dataValidations>"
  }

  private static func validation(_ validation: XlsxForm.Validation) -> String {
    let kind: String
    let formula: String
    switch validation.rule {
    case .list(let range):
      kind = "type=\"list\""
      formula = "<formula1>\(XlsxPackage.escaped(range))</formula1>"
    case .day:
      kind = "type=\"date\" operator=\"greaterThanOrEqual\""
      formula = "<formula1>36526</formula1>"
    case .length(let count):
      kind = "type=\"textLength\" operator=\"lessThanOrEqual\""
      formula = "<formula1>\(count)</formula1>"
    }
    return "<dataValidation \(kind) allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" "
      + "error=\"\(XlsxPackage.escaped(validation.message))\" "
      + "sqref=\"\(validation.cells)\">\(formula)</dataValidation>"
  }

  /// What stands at the foot of each printed page, with the number of the page.
  static func foot(_ form: XlsxForm) -> String {
    guard !form.foot.isEmpty else { return "" }
    let words = XlsxPackage.escaped(form.foot.replacing("&", with: "&&"))
    return "<headerFooter><oddFooter>&amp;L\(words)&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
  }
}
