extension Item {
  /// What a flag of the import is about (标记所指): the words that a person looks at before
  /// confirming it. A confirmation holds as long as they stay the same, wherever they move to.
  public struct Subject: Sendable, Hashable {
    /// The texts, in a fixed order.
    let texts: [String]
  }

  /// What a flag of this item is about.
  public func subject(of code: FindingCode) -> Subject {
    let texts: [String] =
      switch code {
      case .deadlineLater, .deadlineBeforeIssue, .deadlineMissing, .deadlineInherited,
        .deadlineUnreadable, .deadlineVague, .deadlineAmbiguous, .yearAssumed:
        [deadline.text, deadline.due?.description ?? "", deadline.start?.description ?? ""]
      case .ordinalDuplicate: [ordinal ?? ""]
      case .rowMisplaced: [clause?.description ?? "", String(task)]
      case .cellShifted, .itemUnlinked, .historyDoubtful: [content]
      case .linkDoubtful, .clauseMissing, .clauseChanged: [clause?.description ?? "", content]
      case .departmentMissing, .departmentGeneric, .departmentInherited, .departmentDoubtful:
        departments.lead + [""] + departments.supporting
      case .measureMissing, .measureInherited: measures.map(\.text)
      case .personInherited: [responsiblePerson]
      case .remarkInherited: [remark]
      case .readFromSentence:
        [deadline.text] + departments.lead + [""] + departments.supporting + [responsiblePerson]
      case .columnInferred:
        [content, deadline.text] + departments.lead + [""] + departments.supporting
          + [responsiblePerson] + measures.map(\.text)
      case .figureConflict, .dutyDropped, .proofreading:
        [content, narrative] + measures.map(\.text)
      case .added:
        // What the check looked at is not known here, so any change asks for a new confirmation.
        [content, narrative, deadline.text, responsiblePerson, remark] + measures.map(\.text)
          + departments.lead + [""] + departments.supporting
      }
    return Subject(texts: texts)
  }
}
