import ArgumentParser
import XiaohaoCLI

XiaohaoCommand.main()
