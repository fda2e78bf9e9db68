import BundledAssets
import Foundation
import TestSupport
import Testing

/// What is compiled in is what staff read and edit.
struct BundledAssetsTests {
  private func files(_ folder: String) throws -> Set<String> {
    let path = SharedDocuments.repository.appendingPathComponent(folder).path
    return Set(try FileManager.default.contentsOfDirectory(atPath: path))
  }

  private func bytes(_ name: String) -> [UInt8]? {
    let path = SharedDocuments.repository.appendingPathComponent(name).path
    return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  @Test func `every template and layout file is compiled in`() throws {
    var compiled = BundledAssets.layout.merging(BundledAssets.setup) { $1 }
    for (name, text) in BundledAssets.templates {
      compiled[name + ".mustache"] = Array(text.utf8)
    }
    let present = try files("templates")
    #expect(Set(compiled.keys) == present.subtracting(["page"]))
    for (name, content) in compiled { #expect(bytes("templates/" + name) == content, "\(name)") }
  }

  @Test func `every table of tasks is compiled in`() {
    let compiled = [
      "acceptance-2020.md": BundledAssets.acceptance2020,
      "departments.md": BundledAssets.departments, "guangdong-2020.md": BundledAssets.guangdong2020,
      "headings.md": BundledAssets.headings, "settings.md": BundledAssets.settings,
    ]
    for (name, content) in compiled { #expect(bytes("tasks/" + name) == content, "\(name)") }
  }

  @Test func `every template of the page is compiled in`() throws {
    var compiled = ["portal.css": BundledAssets.pageStyleSheet, "icon.svg": BundledAssets.pageIcon]
    for (name, text) in BundledAssets.pageTemplates {
      compiled[name + ".mustache"] = Array(text.utf8)
    }
    #expect(Set(compiled.keys) == (try files("templates/page")))
    for (name, content) in compiled {
      #expect(bytes("templates/page/" + name) == content, "\(name)")
    }
  }
}
