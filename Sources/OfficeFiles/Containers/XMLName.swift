/// The name of an XML element: its vocabulary and its local name, when a reader knows them.
struct XMLName: Equatable {
  var space: Space
  var local: Local

  /// A vocabulary of office documents; both the transitional and the strict namespace mean it.
  enum Space {
    case word, sheet, math, compatibility, packageRelationships, other

    /// The vocabulary of a namespace.
    init(uri: String) {
      switch uri {
      case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main":
        self = .word
      case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main":
        self = .sheet
      case "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math":
        self = .math
      case "http://schemas.openxmlformats.org/markup-compatibility/2006":
        self = .compatibility
      case "http://schemas.openxmlformats.org/package/2006/relationships":
        self = .packageRelationships
      default:
        self = .other
      }
    }
  }

  /// The local names that some reader looks at.
  enum Local: String {
    // Text documents.
    case document, p, pPr, r, rPr, t, tab, br, cr, sym, del, ins, moveFrom, moveTo, vanish, fldChar
    case strike, dstrike, rStyle, rFonts, tblStyle, tblStylePr, hidden, cellMerge, object, delText
    case noBreakHyphen, pStyle, numPr, ilvl, numId, tbl, tblPr, tblPrEx, tr, trPr, tc, tcPr
    case gridSpan, gridBefore, vMerge, hMerge, cellDel, sdt, sdtPr, showingPlcHdr, sectPr, rt,
      altChunk, ptab
    case pPrChange, rPrChange, trPrChange, tcPrChange, tblPrChange, numberingChange
    case footnoteReference, endnoteReference, commentReference, blip, imagedata
    case comment, footnote, endnote, vertAlign, subDoc
    // Fields.
    case instrText, fldSimple, ffData, checked, ddList, listEntry, result, `default`
    // Formulas.
    case sSup, sSub, sSubSup, sPre, d, rad, nary, m, eqArr, `func`, limLow, limUpp, den, e, sup, sub
    case deg, lim, fName, mr, begChr, endChr, chr
    case oleObject = "OLEObject"
    case alternateContent = "AlternateContent"
    case choice = "Choice"
    case fallback = "Fallback"
    // Numbering and styles.
    case abstractNum, abstractNumId, num, lvl, lvlText, lvlOverride, lvlRestart, start
    case startOverride, numFmt, suff, isLgl, numStyleLink, styleLink, style, basedOn
    // Workbooks.
    case workbook, workbookPr, sheet, sheetData, row, c, v, f, `is`, si, rPh, col, mergeCell
    case xf, cellXfs, numFmts, fonts, font, dxfs, threadedComment, text
    // Properties.
    case property
    // Packages.
    case relationship = "Relationship"
    case other

    /// The known name, or ``other``.
    init(_ text: String) { self = Local(rawValue: text) ?? .other }
  }
}
