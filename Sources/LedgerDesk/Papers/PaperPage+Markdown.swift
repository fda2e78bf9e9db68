package import LedgerReports
package import OfficeFiles

extension PaperPage {
  /// The page of a paper.
  ///
  /// - Parameters:
  ///   - markdown: The paper.
  ///   - name: Its name in errors.
  /// - Throws: ``DocumentReadError`` when it is too large or too deep for a page.
  package init(of markdown: String, name: String) throws(DocumentReadError) {
    let page = try MarkdownPage(markdown, name: name, tableName: PaperPage.tableName)
    self.init(title: page.title, body: page.body, foot: page.foot)
  }
}
