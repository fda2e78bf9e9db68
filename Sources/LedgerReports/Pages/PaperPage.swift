import TaskLedger

/// A paper as one page of HTML that needs nothing from outside.
///
/// No program is asked, so that the page is the same everywhere.
package struct PaperPage {
  /// The words of its title.
  var title: String
  /// The lines above the foot, HTML.
  var body: [String]
  /// The lines of the foot, HTML; nil when there is none.
  var foot: [String]?

  /// A page of blocks that were made of the Markdown of a paper.
  package init(title: String, body: [String], foot: [String]?) {
    self.title = title
    self.body = body
    self.foot = foot
  }

  /// The name of a table for those who hear the page.
  ///
  /// - Parameters:
  ///   - number: Its number below the heading, from 1.
  ///   - heading: The heading it stands below.
  /// - Returns: The heading, with the number from the second table on.
  package static func tableName(_ number: Int, under heading: String) -> String {
    ReportPhrases.table(number, under: heading)
  }

  /// The line of a style sheet that asks for something from elsewhere, which no page may; nil when
  /// none does.
  package static func outsideLine(ofStyles style: String) -> Int? {
    PageSafety.outsideLine(in: style)
  }

  /// The page.
  ///
  /// - Parameters:
  ///   - name: The paper's name, by which the style sheet tells working papers.
  ///   - style: The style sheet, `paper.css` of the templates.
  /// - Returns: The page, ending in a line break.
  package func html(name: String, style: String) -> String {
    let foot = foot.map { ["</main>", "<footer>"] + $0 + ["</footer>"] } ?? ["</main>"]
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      \(PageSafety.policy)
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(ScalarText.html(title))</title>
      <style>
      \(PageSafety.styles(style))</style>
      </head>
      <body class="\(name)">
      <main>
      \((body + foot).joined(separator: "\n"))
      </body>
      </html>

      """
  }
}
