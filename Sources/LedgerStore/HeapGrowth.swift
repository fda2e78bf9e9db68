import CMalloc

/// How the memory of the process grows while the states of a whole province are read.
///
/// A hint to the allocator and nothing else; what is allocated stays the same.
enum HeapGrowth {
  /// Lets heaps grow by large steps, before the threads that will ask for much memory do: by small
  /// ones every 128 KiB cost a call of the system, and buffers of the file come and go.
  static func expectMuch() {
    #if canImport(Glibc)
      mallopt(M_TOP_PAD, 64 << 20)
      mallopt(M_TRIM_THRESHOLD, 128 << 20)
      mallopt(M_MMAP_THRESHOLD, 32 << 20)
    #endif
  }
}
