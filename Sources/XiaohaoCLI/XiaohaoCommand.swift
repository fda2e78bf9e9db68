public import ArgumentParser

/// The root command.
public struct XiaohaoCommand: ParsableCommand {
  public init() {}
  public func run() throws { print("hi") }
}
