import XiaohaoCLI

XiaohaoProgram.runAndExit(Array(CommandLine.arguments.dropFirst()))
