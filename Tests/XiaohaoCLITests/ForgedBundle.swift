import Foundation
import TestSupport
import Testing

/// A submission in the hands of somebody who changes it and mends every digest that would tell.
struct ForgedBundle {
  let desk: Desk
  /// Its folder.
  let folder: String

  /// Changes a file, and its digest in the manifest and in the list of digests.
  func rewrite(_ name: String, _ change: (String) -> String) throws {
    let before = try desk.text(folder + "/" + name)
    let after = change(before)
    #expect(after != before, "\(name) was not changed")
    try desk.write(folder + "/" + name, Array(after.utf8))
    let (old, new) = (ReviewDigest.sha256(before), ReviewDigest.sha256(after))
    if name != "bundle.json" {
      let manifest = try desk.text(folder + "/bundle.json")
      let mended = manifest.replacing("\(old)", with: "\(new)").replacing(
        "\"bytes\" : \(before.utf8.count),\n      \"path\" : \"\(name)\"",
        with: "\"bytes\" : \(after.utf8.count),\n      \"path\" : \"\(name)\"")
      try desk.write(folder + "/bundle.json", Array(mended.utf8))
    }
    try sumAgain()
  }

  /// Takes a file out, together with every word about it in the manifest that the change removes.
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: desk.path(folder + "/" + name))
    try sumAgain()
  }

  /// Writes the list of digests anew.
  func sumAgain() throws {
    _ = try Shell.run(
      "sh",
      [
        "-c",
        "find . -type f ! -name MANIFEST.sha256 -printf '%P\\0' | LC_ALL=C sort -z"
          + " | xargs -0 sha256sum > ../sums && mv ../sums MANIFEST.sha256",
      ], in: desk.folder.appendingPathComponent(folder))
  }

  /// Changes the manifest as data.
  func rewriteManifest(_ change: (inout [String: Any]) -> Void) throws {
    try rewriteJSON("bundle.json", change)
  }

  /// Changes a file of JSON as data.
  func rewriteJSON(_ name: String, _ change: (inout [String: Any]) -> Void) throws {
    try rewrite(name) { text in
      var object =
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
      change(&object)
      let data = try? JSONSerialization.data(
        withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
      return String(decoding: data ?? Data(), as: UTF8.self) + "\n"
    }
  }
}
