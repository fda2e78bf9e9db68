import TaskLedger

extension FormFault {
  /// The request does not come from a page of ours.
  static func requestForeign() -> FormFault {
    FormFault(
      field: nil, message: "这次提交没有通过来源检查，没有办理；填写的内容都在下面",
      remedy: "核对后再提交一次；文件要重新选")
  }

  /// The session ended before the form was sent.
  static func sessionOver() -> FormFault {
    FormFault(field: nil, message: "登录已过期，请重新登录；刚才填写的文字会保留")
  }

  /// The visitor logged in again in the middle of a form.
  static func loggedInAgain() -> FormFault {
    FormFault(
      field: nil, message: "已重新登录，刚才填写的文字都在下面，还没有提交",
      remedy: "核对后再提交一次；文件要重新选")
  }

  /// Name or password is wrong; which of them is not said.
  static func logInWrong() -> FormFault {
    FormFault(field: nil, message: "姓名或密码不对", remedy: "忘记密码时请管理员重发设置链接")
  }

  /// Wrong passwords came before.
  static func logInDelayed(seconds: Int) -> FormFault {
    FormFault(
      field: nil, message: "密码连续错了几次，\(seconds) 秒后才能再试", remedy: "忘记密码时请管理员重发设置链接")
  }

  /// A field that must be filled in is empty.
  static func fieldMissing(_ field: String) -> FormFault {
    FormFault(field: field, message: "请填写\(PortalPhrases.field(field))")
  }

  /// The only administrator cannot leave before there is another one.
  static func lastAdministrator(_ name: String) -> FormFault {
    FormFault(
      field: nil, message: "\(name)是唯一的管理员，停用后没有人能登记人员，没有停用",
      remedy: "先登记另一位管理员")
  }

  /// A day cannot be read.
  static func dayUnreadable(_ field: String) -> FormFault {
    FormFault(field: field, message: "日期看不懂，写成 2020-08-31 的样子")
  }

  /// A password is too short.
  static func passwordShort(_ shortest: Int) -> FormFault {
    FormFault(field: "password", message: "密码至少 \(shortest) 个字符")
  }

  /// A password is too long.
  static func passwordLong() -> FormFault {
    FormFault(field: "password", message: "密码太长，用 300 个字符以内的")
  }

  /// The two passwords differ.
  static func passwordsDiffer() -> FormFault {
    FormFault(field: "again", message: "两次输入的密码不一样")
  }

  /// A file is wanted.
  static func filesMissing(_ field: String) -> FormFault {
    FormFault(field: field, message: "请先选文件")
  }

  /// A file was not taken.
  static func fileRefused(_ upload: Upload, _ diagnostic: Diagnostic) -> FormFault {
    FormFault(
      field: upload.field, message: "\(upload.words)没有收下：\(diagnostic.message)",
      remedy: PortalRemedy.parts(diagnostic))
  }
}

extension FormFault {
  /// Nothing was filled in.
  static func nothingToRecord() -> FormFault {
    FormFault(field: nil, message: "还没有填写进展，也没有选文件", remedy: "填一样再提交")
  }

  /// An application rests on evidence, and there is none.
  static func evidenceMissing() -> FormFault {
    FormFault(field: "files", message: "还没有佐证材料，请选文件一起提交")
  }

  /// The file is recorded already.
  static func fileKnown(_ upload: Upload, as known: ItemState.AttachedEvidence, of state: ItemState)
    -> FormFault
  {
    let number = known.evidence.number
    guard known.round != state.round.number else {
      return FormFault(
        field: upload.field, message: "\(upload.words)已经在册（\(number)），没有重复登记")
    }
    let refusal = LedgerRejection.Reason.evidence(
      .alreadyAttached(number, earlierRound: known.round)
    ).diagnostic
    return FormFault(
      field: upload.field, message: "\(upload.words)没有登记：\(refusal.message)",
      remedy: PortalRemedy.parts(refusal))
  }

  /// The file is recorded, what was stored of it was damaged, and is whole again.
  static func fileRestored(_ upload: Upload, _ number: EvidenceNumber) -> FormFault {
    FormFault(
      field: upload.field,
      message: "\(upload.words)是 \(number) 的原件，存放的文件缺失或被改动，已放回，没有重复登记")
  }

  /// The same content came twice.
  static func fileTwice(_ upload: Upload) -> FormFault {
    FormFault(
      field: upload.field, message: "\(upload.words)与同时上传的另一个文件内容相同，只登记一份")
  }

  /// Something was recorded on an item after the page was made on which somebody decided.
  static func itemMoved(_ id: ItemID, since last: EventEnvelope) -> FormFault {
    FormFault(
      field: nil,
      message: "您打开页面以后，\(id) 有了新记录（\(PrintableText.line(last.actor))："
        + "\(last.event.name.words)），这一次没有办理",
      remedy: "页面已是现在的内容，核对后再提交")
  }

  /// Somebody else corrected the field of an item meanwhile.
  static func fieldMoved(_ field: String, now: String) -> FormFault {
    FormFault(
      field: field,
      message: "您打开页面以后，这一栏已由别人改成「\(PrintableText.head(now, limit: 40))」，没有登记",
      remedy: "核对后再提交")
  }

  /// The list of reviewers is as it was.
  static func reviewersUnchanged() -> FormFault {
    FormFault(field: "reviewers", message: "名单没有变动，没有登记")
  }

  /// Nobody who is registered would be a reviewer.
  static func reviewersUnknown() -> FormFault {
    FormFault(
      field: "reviewers", message: "名单里没有一位登记的人员或登记人员的部门，改后没有人能在网页上审核，没有变更",
      remedy: "写登记的姓名或部门；新人员先登记")
  }

  /// There is no application to take back.
  static func nothingToTakeBack() -> FormFault {
    FormFault(field: nil, message: "申请之后已有新的记录，收不回了", remedy: "需要改动时请审核人退回")
  }
}

extension FormFault {
  /// No item was chosen.
  static func itemsMissing() -> FormFault {
    FormFault(field: nil, message: "还没有选条目", remedy: "在要一起办理的条目前打勾")
  }
}

extension FormFault {
  /// A month cannot be read.
  static func monthUnreadable() -> FormFault {
    FormFault(field: "month", message: "月份看不懂，写成 2020-08 的样子")
  }

  /// The number of an item cannot be read.
  static func itemUnreadable(_ field: String) -> FormFault {
    FormFault(field: field, message: "条目编号写成 3.1 的样子")
  }

  /// Something was recorded since the plan was looked at.
  static func ledgerMoved() -> FormFault {
    FormFault(field: nil, message: "看过以后台账有了新记录，没有导入", remedy: "按现在的台账再看一遍，再点「照此导入」")
  }

  /// The number of a piece of evidence cannot be read.
  static func evidenceUnreadable(_ field: String) -> FormFault {
    FormFault(field: field, message: "佐证编号写成 证-3.1-01 的样子")
  }

  /// What was looked at is no longer kept, because it was recorded or something else was looked at.
  static func seenForgotten(_ thing: String) -> FormFault {
    FormFault(
      field: nil, message: "刚才看过的\(thing)已不在手边，这一次没有登记",
      remedy: "先看已经登记了没有；没有的，重新选文件再看一次")
  }
}
