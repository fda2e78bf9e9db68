import BundledAssets

extension Desk {
  /// The licences of everything that is linked into a release (许可).
  package static var notice: String { BundledAssets.notice }
}
