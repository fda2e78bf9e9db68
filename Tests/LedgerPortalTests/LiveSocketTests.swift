import Dispatch
import Foundation
import Testing

@testable import LedgerPortal

/// The limits of the server, as programs meet them that are no browsers: over real connections.
struct LiveSocketTests {
  /// A connection that says what it likes.
  private final class Peer: Sendable {
    private let descriptor: Int32

    init(_ port: Int) throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var limit = timeval(tv_sec: 20, tv_usec: 0)
      setsockopt(
        descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = UInt16(port).bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      let result = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      guard result == 0 else { throw Misspelt() }
    }

    deinit { close(descriptor) }

    /// Sends a text; false when the other end has gone.
    @discardableResult func say(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      return send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// Everything that comes until the other end hangs up; nil when it does not within 20 seconds.
    func rest() -> String? {
      var all: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = recv(descriptor, &piece, piece.count, 0)
        if count > 0 {
          all += piece[..<count]
        } else if count == 0 || errno == ECONNRESET {
          return String(decoding: all, as: UTF8.self)
        } else {
          return nil
        }
      }
    }

    /// The first piece of the answer; nil when none comes within some milliseconds.
    func answer(within milliseconds: Int32) -> String? {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, milliseconds) == 1 else { return nil }
      var piece = [UInt8](repeating: 0, count: 4096)
      let count = recv(descriptor, &piece, piece.count, 0)
      return count > 0 ? String(decoding: piece[..<count], as: UTF8.self) : nil
    }
  }

  /// Runs a body against the server as `serve` runs it, on a thread of its own: it waits for sockets.
  /// (Servers of the testing library lack the limit of connections.)
  private func live(
    _ configure: @escaping (inout PortalConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (_ port: Int, PortalHouse) throws -> Void
  ) async throws {
    let house = try PortalHouse(configure: configure)
    let (ports, running) = AsyncStream<Int>.makeStream()
    let server = try PortalServer(house.portal)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        // It is stopped by being cancelled.
        do { try await server.run { running.yield($0) } } catch is CancellationError {}
        running.finish()
      }
      defer { group.cancelAll() }
      var isRun = false
      for await port in ports {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
          DispatchQueue(label: "peers").async {
            done.resume(with: Result { try body(port, house) })
          }
        }
        isRun = true
        break
      }
      #expect(isRun)
      group.cancelAll()
    }
    #expect(house.log.all.isEmpty)
  }

  @Test(arguments: ["", "GET / HTTP/1.1\r\nHost: 127", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX:"])
  func `a connection that says nothing more ends`(words: String) async throws {
    try await live({ $0.idleSeconds = 1 }) { port, _ in
      let peer = try Peer(port)
      peer.say(words)
      #expect(peer.rest() != nil)
    }
  }

  @Test func `a body that trickles is refused, and leaves nothing`() async throws {
    try await live({
      $0.idleSeconds = 5
      $0.bodyGraceSeconds = 1
    }) { port, house in
      let cookie = try house.cookie("王老师")
      let count = try house.entries().count
      let peer = try Peer(port)
      peer.say(
        "POST /items/4.1/report HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nCookie: xiaohao=\(cookie)\r\n"
          + "Sec-Fetch-Site: same-origin\r\nContent-Length: 100000\r\n"
          + "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
          + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n")
      // A machine that is busy looks at the pace late, so it goes on until it is answered.
      var answer: String?
      let end = Date(timeIntervalSinceNow: 120)
      while answer == nil, Date() < end, peer.say("x") { answer = peer.answer(within: 250) }
      #expect(answer?.hasPrefix("HTTP/1.1 408") == true)
      #expect(try house.entries().count == count)
      let staging = house.root + "/台账/evidence/.staging"
      let left = (try? FileManager.default.contentsOfDirectory(atPath: staging)) ?? []
      #expect(left.isEmpty)
    }
  }

  @Test func `no more connections are taken than allowed, and they wait their turn`() async throws {
    try await live({ $0.connectionLimit = 4 }) { port, _ in
      let head = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
      var waiting = try (0..<16).map { _ in try Peer(port) }
      for peer in waiting { peer.say(head) }
      var taken: [Peer] = []
      func take(within milliseconds: Int32) -> Int {
        let answered = waiting.filter {
          $0.answer(within: milliseconds)?.hasPrefix("HTTP/1.1 200") == true
        }
        taken += answered
        waiting.removeAll { peer in answered.contains { $0 === peer } }
        return answered.count
      }
      // A machine that is busy answers late; then all that were taken are given time.
      var end = Date(timeIntervalSinceNow: 120)
      while take(within: 20) == 0, Date() < end { usleep(200_000) }
      usleep(2_000_000)
      _ = take(within: 50)
      // Four are taken from the queue of the system at once, so that three may be over.
      #expect((1...7).contains(taken.count))
      // Who hangs up makes room for the next.
      end = Date(timeIntervalSinceNow: 120)
      while !waiting.isEmpty, Date() < end {
        taken.removeAll()
        _ = take(within: 100)
      }
      #expect(waiting.isEmpty)
    }
  }

  @Test(arguments: [
    "evil.example", "evil.example:80", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "",
  ])
  func `another host is answered nothing of the ledger`(host: String) async throws {
    try await live { port, _ in
      let peer = try Peer(port)
      peer.say("GET /log-in HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
      let answer = try required(peer.answer(within: 10_000))
      #expect(answer.hasPrefix("HTTP/1.1 421") || answer.hasPrefix("HTTP/1.1 400"))
      #expect(!answer.contains("南岭示范学院"))
    }
  }

  @Test(arguments: [
    String(repeating: "X-A: b\r\n", count: 200),
    "X-A: \(String(repeating: "b", count: 40_000))\r\n",
  ])
  func `heads beyond the limit are refused`(lines: String) async throws {
    try await live { port, _ in
      let peer = try Peer(port)
      peer.say("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(lines)\r\n")
      let answer = peer.answer(within: 10_000) ?? ""
      #expect(!answer.hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func `a request that is two for a proxy is none here`() async throws {
    try await live { port, _ in
      let peer = try Peer(port)
      peer.say(
        "POST /log-in HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: 4\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
      let answer = peer.answer(within: 10_000) ?? ""
      #expect(!answer.contains("\r\n\r\nok\n"))
    }
  }
}
