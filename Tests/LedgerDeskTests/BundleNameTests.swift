import LedgerDesk
import Testing

/// Names inside of a submission.
struct BundleNameTests {
  @Test(arguments: [
    ("CON", "_CON"), ("con.txt", "_con.txt"), ("COM1", "_COM1"), ("LPT¹.pdf", "_LPT¹.pdf"),
    ("console", "console"), ("a<b>:\"c/d\\e|f?g*h", "a_b___c_d_e_f_g_h"), ("结尾. . ", "结尾"),
    (" .前面", "前面"), ("一行\n两行\t三\u{202E}", "一行 两行 三"), ("...", "_"), ("", "_"),
    ("e\u{301}", "\u{E9}"),
  ])
  func `every system takes the name`(text: String, name: String) {
    #expect(BundleName.part(text) == name)
    #expect(Array(BundleName.part(text).unicodeScalars) == Array(name.unicodeScalars))
  }

  @Test func `long names are cut between characters and keep their extension`() {
    let name = BundleName.part(String(repeating: "很", count: 300), limit: 80, suffix: ".pdf")
    #expect(name == String(repeating: "很", count: 76) + ".pdf")
    let thumbs = BundleName.part(String(repeating: "👍🏽", count: 40), limit: 80)
    #expect(thumbs.count == 20 && thumbs.utf16.count <= 80 && thumbs.utf8.count <= 240)
  }
}
