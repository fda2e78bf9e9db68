/// x
public enum BundledAssets {}
