/// The data of `tasks/` and `templates/` as it was when the program was built.
///
/// Staff read and edit these files; a copy is compiled in, so that one file can be carried to an
/// office laptop.
package enum BundledAssets {
  /// `tasks/guangdong-2020.md`: the provincial list.
  package static var guangdong2020: [UInt8] { PackageResources.guangdong_2020_md }

  /// `tasks/headings.md`: the words by which columns are recognised.
  package static var headings: [UInt8] { PackageResources.headings_md }

  /// `tasks/acceptance-2020.md`: the acceptance indicators.
  package static var acceptance2020: [UInt8] { PackageResources.acceptance_2020_md }

  /// `tasks/acceptance-union-2021.md`: the indicators of a department's union.
  package static var acceptanceUnion2021: [UInt8] { PackageResources.acceptance_union_2021_md }

  /// `tasks/reform-2020.md`: the words of the reform.
  package static var reform2020: [UInt8] { PackageResources.reform_2020_md }

  /// `tasks/rectification.md`: the words of rectification after an inspection.
  package static var rectification: [UInt8] { PackageResources.rectification_md }

  /// `tasks/reform-yearly.md`: the words of the yearly evaluation.
  package static var reformYearly: [UInt8] { PackageResources.reform_yearly_md }

  /// `tasks/yearly-list.md`: the list of the yearly evaluation.
  package static var yearlyList: [UInt8] { PackageResources.yearly_list_md }

  /// `tasks/acceptance-yearly.md`: the indicators of the yearly evaluation.
  package static var acceptanceYearly: [UInt8] { PackageResources.acceptance_yearly_md }

  /// `tasks/acceptance-union-yearly.md`: those of a department's union in the yearly evaluation.
  package static var acceptanceUnionYearly: [UInt8] {
    PackageResources.acceptance_union_yearly_md
  }

  /// `tasks/general.md`: words for any other list from above.
  package static var generalWords: [UInt8] { PackageResources.general_md }

  /// `tasks/settings.md`: the settings of a ledger.
  package static var settings: [UInt8] { PackageResources.settings_md }

  /// `tasks/departments.md`: department names and their aliases.
  package static var departments: [UInt8] { PackageResources.departments_md }
}

extension BundledAssets {
  /// The built-in templates by name, such as `monthly`.
  package static let templates: [String: String] = {
    let files: [String: [UInt8]] = [
      "board": PackageResources.board_mustache,
      "department": PackageResources.department_mustache,
      "evidence-index": PackageResources.evidence_index_mustache,
      "filing-form": PackageResources.filing_form_mustache,
      "filing-notice": PackageResources.filing_notice_mustache,
      "filing-union": PackageResources.filing_union_mustache,
      "foot": PackageResources.foot_mustache,
      "hand-in": PackageResources.hand_in_mustache,
      "ledger": PackageResources.ledger_mustache,
      "minutes": PackageResources.minutes_mustache,
      "missing": PackageResources.missing_mustache,
      "monthly": PackageResources.monthly_mustache,
      "note": PackageResources.note_mustache,
      "reform": PackageResources.reform_mustache,
      "reminder": PackageResources.reminder_mustache,
      "rollup": PackageResources.rollup_mustache,
      "self-evaluation": PackageResources.self_evaluation_mustache,
    ]
    return files.mapValues { String(decoding: $0, as: UTF8.self) }
  }()
}

extension BundledAssets {
  /// How papers are laid out, by file name, as a school may change it: the Word reference document
  /// and the style sheet of pages.
  package static var layout: [String: [UInt8]] {
    [
      "paper.css": PackageResources.paper_css,
      "reference.docx": PackageResources.reference_docx,
    ]
  }

  /// What other programs run or are set up by when they lay papers out, by file name: pandoc's filter
  /// and the faces that replace missing ones. It is never taken from anywhere else.
  package static var setup: [String: [UInt8]] {
    ["fonts.conf": PackageResources.fonts_conf, "printed.lua": PackageResources.printed_lua]
  }
}

extension BundledAssets {
  /// The templates of the page by name, such as `page-home`.
  package static var pageTemplates: [String: String] {
    let files: [String: [UInt8]] = [
      "page-board": PackageResources.page_board_mustache,
      "page-check": PackageResources.page_check_mustache,
      "page-evidence-list": PackageResources.page_evidence_list_mustache,
      "page-sent": PackageResources.page_sent_mustache,
      "page-facts": PackageResources.page_facts_mustache,
      "page-fault": PackageResources.page_fault_mustache,
      "page-help": PackageResources.page_help_mustache,
      "page-files": PackageResources.page_files_mustache,
      "page-home": PackageResources.page_home_mustache,
      "page-import": PackageResources.page_import_mustache,
      "page-indicators": PackageResources.page_indicators_mustache,
      "page-item-facts": PackageResources.page_item_facts_mustache,
      "page-item-rows": PackageResources.page_item_rows_mustache,
      "page-item-trail": PackageResources.page_item_trail_mustache,
      "page-item": PackageResources.page_item_mustache,
      "page-items": PackageResources.page_items_mustache,
      "page-layout": PackageResources.page_layout_mustache,
      "page-link": PackageResources.page_link_mustache,
      "page-log-in": PackageResources.page_log_in_mustache,
      "page-log-ins": PackageResources.page_log_ins_mustache,
      "page-meeting": PackageResources.page_meeting_mustache,
      "page-meetings": PackageResources.page_meetings_mustache,
      "page-members": PackageResources.page_members_mustache,
      "page-office": PackageResources.page_office_mustache,
      "page-papers": PackageResources.page_papers_mustache,
      "page-queue": PackageResources.page_queue_mustache,
      "page-receipt": PackageResources.page_receipt_mustache,
      "page-reminders": PackageResources.page_reminders_mustache,
      "page-review": PackageResources.page_review_mustache,
      "page-reviewers": PackageResources.page_reviewers_mustache,
      "page-sheets": PackageResources.page_sheets_mustache,
      "page-texts": PackageResources.page_texts_mustache,
      "page-revise": PackageResources.page_revise_mustache,
    ]
    return files.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// The icon of the page.
  package static var pageIcon: [UInt8] { PackageResources.icon_svg }

  /// The style sheet of the page.
  package static var pageStyleSheet: [UInt8] { PackageResources.portal_css }
}

extension BundledAssets {
  /// `NOTICE`: the licences of everything that is linked into a release.
  package static var notice: String { String(decoding: PackageResources.NOTICE, as: UTF8.self) }
}
