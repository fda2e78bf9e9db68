import LedgerDesk
import LedgerStore
import TaskLedger

extension Portal {
  /// A page of the ledger within the frame that all pages have.
  func page(
    _ template: String, _ asked: PortalRequest, title: String, _ fields: PageFields
  ) throws -> PortalAnswer {
    let head = asked.visitor == nil ? nil : try view(asked).ledger.headSequence
    return framed(template, asked, title: title, fields, head: head)
  }

  /// A page within the frame: title, who is logged in, where one can go, and what was wrong with the
  /// form. `head` is the last entry that the forms of the page know.
  func framed(
    _ template: String, _ asked: PortalRequest, title: String, _ fields: PageFields, head: Int?,
    status: Int = 200
  ) -> PortalAnswer {
    var all = fields
    all[SentForms.headField] = .text(
      asked.carriedHead ?? head.map(String.init) ?? "")
    all["pageTitle"] = .text(title)
    all["token"] = .text(asked.formToken)
    all["visitor"] = .text(asked.visitor?.name ?? "")
    all["visitorDepartments"] = .text(asked.visitor?.departments.joined(separator: "、") ?? "")
    all["places"] = .rows(places(asked))
    all["messages"] = .rows(messages(asked))
    all["entryNotes"] = .rows(
      asked.notes.map { $0.row(for: asked.visitor) })
    all["faultRows"] = .rows(
      asked.faults.filter { $0.field == nil }.map { $0.row(for: asked.visitor) })
    all["hasFaults"] = .flag(asked.isShownAgain)
    all["kept"] = .rows([])
    return .page(template, all, status: status)
  }

  private func places(_ asked: PortalRequest) -> [PageFields] {
    guard let visitor = asked.visitor else { return [] }
    return PortalRoutes.places.filter { $0.access.isOpen(to: visitor.roles) }.map {
      let isHere = asked.path == $0.path || ($0.path != "/" && asked.path.hasPrefix($0.path + "/"))
      return ["path": .text($0.path), "name": .text($0.name), "isHere": .flag(isHere)]
    }
  }

  /// What was done, after the browser was sent on.
  private func messages(_ asked: PortalRequest) -> [PageFields] {
    PortalPhrases.done(asked.query["done"]).map { [["message": .text($0)]] } ?? []
  }
}

extension Portal {
  /// A page that is shown again, with the texts that no form of it holds any more, so that whoever
  /// wrote them can take them along: somebody else was faster, and the form is gone.
  func keeping(_ answer: PortalAnswer, _ asked: PortalRequest) throws -> PortalAnswer {
    guard case .page(let template, var fields) = answer.content else { return answer }
    let page = try templates.page(template, fields)
    fields["faultRows"] = .rows(
      try unshownFaults(on: page, asked).map { $0.row(for: asked.visitor) })
    let lost = try PortalPhrases.prose.filter { name, _ in
      let text = asked.fields[name]
      guard !text.allSatisfy(\.isWhitespace) else { return false }
      return try !templates.holds(text, inFormsOf: page)
    }
    fields["kept"] = .rows(
      lost.map { ["label": .text($0.label), "text": .text(asked.fields[$0.name])] })
    var kept = answer
    kept.content = .page(template, fields)
    return kept
  }
}

extension Portal {
  /// The faults of the whole form, and those of fields that the page does not have any more.
  private func unshownFaults(on page: String, _ asked: PortalRequest) throws -> [FormFault] {
    try asked.faults.filter { fault in
      try fault.field == nil || !templates.prints(fault.message, on: page)
    }
  }
}

extension PortalRequest {
  /// The texts of a form as they were typed, each with what is wrong with it: `reason` and
  /// `reasonFault`.
  ///
  /// - Parameters:
  ///   - names: The fields.
  ///   - drafts: What was kept before, for a form that is shown for the first time.
  /// - Returns: The values of the form.
  func typed(_ names: [String], drafts: [String: String] = [:]) -> PageFields {
    var values: PageFields = [:]
    for name in names {
      let text = fields.has(name) ? fields[name] : drafts[name] ?? ""
      values[name] = .text(text)
      values[name + "Fault"] = .text(
        faults.filter { $0.field == name }.map(\.words).joined(separator: "；"))
    }
    return values
  }

  /// The same of one of several forms alike: empty but for the one that was sent.
  func typed(_ name: String, isSent: Bool) -> PageFields {
    isSent ? typed([name]) : [name: .text(""), name + "Fault": .text("")]
  }
}

extension FormFault {
  /// The fault with what to do, as it stands beside its field.
  fileprivate var words: String {
    remedy.isEmpty ? message : "\(message)：\(remedy.map(\.words).joined())"
  }

  /// The fault as a row of the template, for who reads it.
  func row(for visitor: Visitor?) -> PageFields {
    ["message": .text(message), "remedy": PortalRemedy.rows(remedy, for: visitor)]
  }

  /// A fault of the desk.
  init(_ diagnostic: Diagnostic) {
    self.init(
      field: nil, message: diagnostic.message, remedy: PortalRemedy.parts(diagnostic))
  }
}

extension DeskError {
  /// The status of the answer.
  var status: Int {
    switch kind {
    case .refused, .usage: 422
    case .overtaken: 409
    case .unreadableInput: 422
    case .internalFault, .disk, .integrity: 500
    }
  }
}
