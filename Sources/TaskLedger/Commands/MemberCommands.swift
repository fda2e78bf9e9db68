/// The rules for members and for whoever acts (经办人).
extension Decision {
  /// 人员登记: a person with department and role; a second time adds to what is there.
  mutating func decideMember(
    _ name: String, department: String, role: Member.Role, source: String?
  ) throws(LedgerRejection) -> [LedgerEvent] {
    requireText(name, .member)
    requireText(department, .department)
    requireAdministrator()
    if let known = ledger.member(named: name), known.isActive, known.roles.contains(role),
      known.departments.contains(where: { occasion.directory.isSame($0, department) })
    {
      refuse(.member(.alreadyThere(known.name, department: department, role: role)))
    }
    return try events([
      .ledger(
        .memberAdded(
          MemberAdded(
            name: ledger.member(named: name)?.name ?? name,
            department: occasion.directory.canonical(department) ?? department, role: role,
            source: source)))
    ])
  }

  mutating func decideRetirement(of name: String) throws(LedgerRejection) -> [LedgerEvent] {
    requireAdministrator()
    let member = ledger.member(named: name)
    if let member, member.isActive {
      require(
        occasion.effective >= member.addedOn,
        .member(
          .retiredBeforeAdded(
            member.name, added: member.addedOn, effective: occasion.effective)))
    } else {
      let active = ledger.members.values.filter(\.isActive).map(\.name).sorted()
      refuse(.member(.unknown(name, nearest: EditDistance.nearest(to: name, among: active))))
    }
    return try events([.ledger(.memberRetired(name: member?.name ?? name))])
  }

  /// Members are registered by a reviewer or an administrator.
  private mutating func requireAdministrator() {
    let isAdministrator =
      ledger.member(named: occasion.actor).map {
        $0.isActive && $0.roles.contains(.administrator)
      } ?? false
    if !isAdministrator { requireReviewer() }
  }

  /// 不适用: by a reviewer, with a reason, never for a ★ row; for one union only where the row is
  /// about unions.
  mutating func decideExemption(of indicator: Indicator, unit: String?, reason: String)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    requireReviewer()
    require(!indicator.isStarred, .member(.starredIndicator(indicator.number)))
    let bare = IndicatorWords.exemption(reason) ?? reason
    requireText(bare, .reason)
    let payload = IndicatorExempted(
      indicator: indicator.number, unit: unit.map { occasion.directory.canonical($0) ?? $0 },
      reason: bare)
    return try events([.ledger(.indicatorExempted(payload))])
  }

  mutating func decideLifting(of number: String, unit: String?) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    requireReviewer()
    let key = Ledger.IndicatorExemption(
      indicator: number, unit: unit.map { occasion.directory.canonical($0) ?? $0 })
    require(ledger.exemptions[key] != nil, .member(.notExempt(number)))
    let payload = IndicatorExempted(indicator: number, unit: key.unit, reason: nil)
    return try events([.ledger(.indicatorExempted(payload))])
  }

  /// Who acts must be known: a department of the plan or of the directory, a reviewer, or an active
  /// member. Before a plan is there, nobody is known yet.
  mutating func requireKnownActor() {
    guard let directory = occasion.departments, ledger.plan != nil,
      !TextChecks.isBlank(occasion.actor)
    else { return }
    let known = ledger.knownActors(in: directory)
    guard !known.contains(where: { directory.isSame($0, occasion.actor) }) else { return }
    refuse(
      .member(
        .unknownActor(
          occasion.actor, nearest: EditDistance.nearest(to: occasion.actor, among: known))))
  }
}

extension Ledger {
  /// A member by name, spaces and width aside.
  public func member(named name: String) -> Member? {
    members[name] ?? members.values.first { TextChecks.isSameName($0.name, name) }
  }

  /// The members who may register others and have not left, sorted.
  public var activeAdministrators: [Member] {
    members.values.filter { $0.isActive && $0.roles.contains(.administrator) }
      .sorted { $0.name < $1.name }
  }

  /// Whether somebody may review: a name in the reviewers' list, or an active member of a department
  /// there.
  public func isReviewer(_ actor: String, in directory: DepartmentDirectory) -> Bool {
    let member = member(named: actor).flatMap { $0.isActive ? $0 : nil }
    let names = [actor] + (member?.departments ?? [])
    return reviewers.contains { reviewer in
      names.contains { TextChecks.isSameName($0, reviewer) || directory.isSame($0, reviewer) }
    }
  }

  /// Whether two actors are one: the same person, or the same department where at least one of them
  /// signed as a department only.
  public func isSameParty(
    _ left: String, _ right: String, in directory: DepartmentDirectory
  ) -> Bool {
    if TextChecks.isSameName(left, right) { return true }
    switch (member(named: left), member(named: right)) {
    case (_?, _?): return false
    case (let member?, nil): return member.departments.contains { directory.isSame($0, right) }
    case (nil, let member?): return member.departments.contains { directory.isSame($0, left) }
    case (nil, nil): return directory.isSame(left, right)
    }
  }

  /// The party to the standing application of an item that an actor is one with: who applied, or who
  /// handed it in for them; nil when the actor is neither.
  public func submitter(
    of state: ItemState, alike actor: String, in directory: DepartmentDirectory
  ) -> String? {
    state.submission.flatMap { submission in
      [submission.actor, submission.handedInBy].compactMap(\.self).first {
        isSameParty($0, actor, in: directory)
      }
    }
  }

  /// The names that may act, sorted: departments of the plan and of the directory, reviewers and
  /// active members.
  public func knownActors(in directory: DepartmentDirectory) -> [String] {
    // Who left may not act, also as one of the reviewers.
    var names = Set(reviewers.filter { member(named: $0)?.isActive ?? true })
    for member in members.values where member.isActive {
      names.formUnion([member.name] + member.departments)
    }
    names.formUnion(itemsInOrder.flatMap(\.item.departments.all))
    names.formUnion(directory.entries.flatMap { [$0.name] + $0.aliases })
    return names.filter { !TextChecks.isBlank($0) }.sorted()
  }
}
