import Foundation
import XiaohaoCLI

exit(XiaohaoProgram.run(Array(CommandLine.arguments.dropFirst())))
