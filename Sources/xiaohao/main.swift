import LedgerDesk
import LedgerPortal
import XiaohaoCLI

XiaohaoProgram.runAndExit(Array(CommandLine.arguments.dropFirst())) {
  request throws(DeskError) in
  try PortalProgram.serve(
    request.desk, listen: request.listen, certificate: request.certificate, key: request.key,
    proxy: request.proxy, hostNames: request.hostNames,
    linkedMembers: request.linkedMembers, clock: request.clock)
}
