/// The elements of HTML that decide how a page is divided; others are looked through.
enum HTMLTag: String, Sendable {
  // Blocks.
  case address, article, aside, blockquote, body, center, dd, details, dialog, dir, div, dl, dt
  case fieldset, figcaption, figure, footer, form, frameset, h1, h2, h3, h4, h5, h6, header, hr
  case html, li, main, menu, nav, ol, p, pre, section, summary, ul
  // Tables.
  case caption, colgroup, table, tbody, td, tfoot, th, thead, tr
  // Inside of lines.
  case a, abbr, b, bdo, big, br, cite, code, del, em, font, i, img, input, ins, kbd, label, mark
  case q, rp, rt, ruby, s, samp, small, span, strike, strong, sub, sup, time, tt, u, wbr
  // Formulas.
  case annotation, math, mfenced, mfrac, mi, mn, mo, mover, mpadded, mroot, mrow, ms, msqrt, mstyle
  case msub, msubsup, msup, mtable, mtd, mtext, mtr, munder, munderover, semantics
  case annotationXML = "annotation-xml"
  // What holds no text of the page.
  case area, applet, audio, base, button, canvas, col, comment, datalist, embed, head, iframe, link
  case map, meta, noembed, noframes, noscript, object, optgroup, option, param, script, select
  case source, style, svg, template, textarea, title, track, video, xml, xmp

  /// Whether it has no content and no end.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track,
      .wbr:
      true
    default: false
    }
  }

  /// Whether it is an element of a formula.
  var isMath: Bool {
    switch self {
    case .math, .mfenced, .mfrac, .mi, .mn, .mo, .mover, .mpadded, .mroot, .mrow, .ms, .msqrt,
      .mstyle, .msub, .msubsup, .msup, .mtable, .mtd, .mtext, .mtr, .munder, .munderover,
      .semantics:
      true
    default: false
    }
  }

  /// Whether nothing of its content is read.
  var isUnread: Bool {
    switch self {
    case .script, .style, .title, .noscript, .template, .object, .applet, .iframe, .noembed,
      .noframes, .datalist, .xml, .svg, .audio, .video, .canvas, .rt, .rp, .annotation,
      .annotationXML:
      true
    default: false
    }
  }

  /// Whether a value of `collapse` takes it away.
  var collapses: Bool {
    switch self {
    case .tr, .tbody, .thead, .tfoot: true
    default: false
    }
  }

  /// Whether its content is no markup up to its end.
  var isRaw: Bool {
    switch self {
    case .script, .style, .textarea, .title, .xmp, .iframe, .noembed, .noframes: true
    default: false
    }
  }

  /// Whether a paragraph ends where it begins.
  var endsParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .dd, .details, .dialog, .dir, .div, .dl,
      .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
      .hr, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .summary, .table, .ul:
      true
    default: false
    }
  }

  /// Whether the words before it and behind it stand on lines of their own.
  var dividesLines: Bool {
    switch self {
    case .body, .caption, .tbody, .td, .tfoot, .th, .thead, .tr: true
    default: endsParagraph
    }
  }

  /// Whether it is a table or one of the elements that only tables hold.
  var isPartOfTable: Bool {
    switch self {
    case .table, .caption, .tbody, .thead, .tfoot, .tr, .td, .th: true
    default: false
    }
  }

  /// Whether nothing inside of it ends an element outside of it.
  var isBarrier: Bool {
    switch self {
    case .table, .td, .th, .caption, .html, .body, .template, .object, .button, .select: true
    default: false
    }
  }

  /// Whether an element of this kind ends where `next` begins inside of it.
  func isEnded(by next: HTMLTag) -> Bool {
    switch self {
    case .p: next.endsParagraph
    case .li: next == .li
    case .dd, .dt: next == .dd || next == .dt
    case .option: next == .option || next == .optgroup
    case .optgroup: next == .optgroup
    case .td, .th, .caption, .colgroup:
      next == .td || next == .th || next == .tr || next.isRowGroup || next == .colgroup
        || next == .caption
    case .tr: next == .tr || next.isRowGroup
    case .tbody, .thead, .tfoot: next.isRowGroup
    case .head: next == .body
    default: false
    }
  }

  /// Whether an element of this kind is looked for no further than to here.
  func stopsSearch(for next: HTMLTag) -> Bool {
    switch next {
    case .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .colgroup: self == .table
    case .li: self == .ul || self == .ol || self == .menu || isBarrier
    case .dd, .dt: self == .dl || isBarrier
    default: isBarrier
    }
  }

  private var isRowGroup: Bool { self == .tbody || self == .thead || self == .tfoot }
}
