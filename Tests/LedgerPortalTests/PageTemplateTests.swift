import BundledAssets
import Foundation
import Testing

@testable import LedgerPortal

struct PageTemplateTests {
  @Test(arguments: ["{{{name}}}", "{{& name}}", "{{&name}}"])
  func `a template that prints unescaped is refused`(tag: String) {
    #expect(throws: PageTemplates.Fault.unescaped("page")) {
      try PageTemplates(["page": "<p>\(tag)</p>"])
    }
  }

  @Test(arguments: BundledAssets.pageTemplates.keys.sorted())
  func `no template has scripts, styles of its own or anything from elsewhere`(name: String) {
    let text = BundledAssets.pageTemplates[name] ?? ""
    for refused in [
      "<script", "<style", " style=", "javascript:", "http://", "https://", " onclick",
    ] {
      #expect(!text.contains(refused), "\(refused)")
    }
  }

  @Test func `every form that is sent carries the token, and what its page knew`() throws {
    let carried = try #require(BundledAssets.pageTemplates["page-sent"])
    #expect(carried.contains("name=\"token\" value=\"{{token}}\""))
    #expect(carried.contains("name=\"formHead\" value=\"{{formHead}}\""))
    for (name, text) in BundledAssets.pageTemplates {
      for form in text.components(separatedBy: "<form").dropFirst() {
        let form = form.components(separatedBy: "</form>")[0]
        guard form.contains("method=\"post\"") else { continue }
        #expect(form.contains("{{> page-sent}}"), "\(name)")
      }
    }
  }

  @Test func `a key nobody knows is a fault, not a blank`() throws {
    let templates = try PageTemplates(["page": "{{known}}{{#rows}}{{known}}{{other}}{{/rows}}"])
    #expect(throws: PageTemplates.Fault.keysUnknown(template: "page", keys: ["other"])) {
      try templates.page("page", ["known": "a", "rows": .rows([["x": "y"]])])
    }
    #expect(
      try templates.page("page", ["known": "<a>\u{202E}", "rows": .rows([])]) == "&lt;a&gt;")
  }
}
