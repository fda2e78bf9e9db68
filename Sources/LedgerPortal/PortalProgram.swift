import BundledAssets
import Foundation
package import LedgerDesk
import NIOCore
import Synchronization
package import TaskLedger

/// The page as a program: prepares it, says where it is, and serves until told to stop.
package enum PortalProgram {
  /// Serves the page of a desk's ledger.
  ///
  /// - Parameters:
  ///   - desk: Where the work is done.
  ///   - listen: A numeric address and a port.
  ///   - certificate: The file of the school's own certificate.
  ///   - key: The file of its key.
  ///   - proxy: The numeric address of the proxy in front.
  ///   - hostNames: The names under which browsers ask for the page.
  ///   - linkedMembers: The members whose links are printed.
  ///   - clock: The clock.
  /// - Throws: ``DeskError`` when it cannot be served.
  package static func serve(
    _ desk: Desk, listen: String, certificate: String?, key: String?, proxy: String?,
    hostNames: [String], linkedMembers: [String], clock: @escaping @Sendable () -> Instant
  ) throws(DeskError) {
    do {
      guard let address = ListenAddress(listen) else {
        throw DeskError([.listenUnreadable(listen)], kind: .usage)
      }
      let configuration = try PortalConfiguration(
        listen: address, certificate: certificate, key: key, proxy: proxy, hostNames: hostNames,
        clock: clock)
      let portal = try Portal(
        desk: desk, configuration: configuration, templates: BundledAssets.pageTemplates,
        styleSheet: BundledAssets.pageStyleSheet, icon: BundledAssets.pageIcon,
        faultLog: { write("网页出错：" + PrintableText.line($0) + "\n", to: .standardError) })
      let server = try PortalServer(portal)
      let links = try linkedMembers.map { (name: $0, path: try server.linkPath(of: $0)) }
      let folder = try desk.ledgerFolder()
      if !links.isEmpty, let address = RunningPage.address(in: folder) {
        // The page that is running opens them.
        return write(PortalPhrases.linksOfRunning(links, at: address), to: .standardOutput)
      }
      let running = RunningPage(of: folder)
      try wait {
        try await server.run { port in
          // Only now: a link for the first administrator ends the one before, which may be that of a
          // page that is running.
          var first: [PortalServer.FirstLink] = []
          do {
            first = try server.firstLinks(beside: linkedMembers)
          } catch {
            portal.report(error)
          }
          running.announce(server.address(port: port))
          write(
            PortalPhrases.started(server, first: first, links: links, port: port),
            to: .standardOutput)
        }
      }
    } catch let error as DeskError {
      throw error
    } catch let fault as PortalConfiguration.Fault {
      throw DeskError([.notServed(fault)], kind: .usage)
    } catch {
      // What the system says of the address: taken, or not one of this computer.
      throw DeskError([.addressRefused(listen, code: (error as? IOError)?.errnoCode)], kind: .disk)
    }
  }

  /// Waits for work that waits; the only place where both kinds of code meet.
  private static func wait(_ body: @escaping @Sendable () async throws -> Void) throws {
    let result = Outcome()
    let done = DispatchSemaphore(value: 0)
    Task {
      do {
        try await body()
      } catch {
        result.error.withLock { $0 = error }
      }
      done.signal()
    }
    done.wait()
    if let error = result.error.withLock({ $0 }) { throw error }
  }

  /// What came of the work.
  private final class Outcome: Sendable {
    let error = Mutex<(any Error)?>(nil)
  }

  private static func write(_ text: String, to file: FileHandle) {
    file.write(Data(text.utf8))
  }
}
