package dev.pixelwatch.tools.doctor;

import dev.pixelwatch.tools.files.TemporaryFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The computer and its operating system. */
final class Machine {
  private static final long MEBI = 1L << 20;
  private static final long NEEDED_MEMORY = 1536 * MEBI;
  private static final long NEEDED_DISK = 2048 * MEBI;

  private Machine() {}

  static Finding java() {
    return Finding.ok(
        "java", System.getProperty("java.version") + " from " + System.getProperty("java.vendor"));
  }

  static Finding processor() throws IOException {
    int count = Runtime.getRuntime().availableProcessors();
    String detail = count + (count == 1 ? " processor, " : " processors, ");
    detail += System.getProperty("os.arch");
    Path description = Path.of("/proc/cpuinfo");
    if (Files.isReadable(description)) {
      boolean avx2 = lines(description, "flags").anyMatch(flags -> flags.contains(" avx2"));
      detail += avx2 ? " with AVX2" : " without AVX2: the network is slower here";
    }
    return Finding.info("processor", detail);
  }

  static Finding memory() throws IOException {
    Path description = Path.of("/proc/meminfo");
    if (!Files.isReadable(description)) {
      return Finding.info("memory", "the free memory is not known");
    }
    long available =
        1024
            * lines(description, "MemAvailable:")
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    String detail = mebibytes(available) + " available";
    return available >= NEEDED_MEMORY
        ? Finding.ok("memory", detail)
        : Finding.missing(
            "memory",
            detail + ", 1080p needs " + mebibytes(NEEDED_MEMORY),
            "Close other programs, or watch smaller frames.");
  }

  static Finding disk() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    TemporaryFolder.create().close();
    long free = Files.getFileStore(folder).getUsableSpace();
    String detail = mebibytes(free) + " free in " + folder;
    return free >= NEEDED_DISK
        ? Finding.ok("disk", detail)
        : Finding.missing(
            "disk",
            detail + ", frames on their way need " + mebibytes(NEEDED_DISK),
            "Free some space, or keep the topics elsewhere with 'watch --data DIR'.");
  }

  static Finding ports() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket broker = new ServerSocket(0, 1, loopback);
        ServerSocket controller = new ServerSocket(0, 1, loopback)) {
      return Finding.ok(
          "ports",
          "%s offers ports, such as %d and %d"
              .formatted(
                  loopback.getHostAddress(), broker.getLocalPort(), controller.getLocalPort()));
    }
  }

  private static Stream<String> lines(Path file, String beginning) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> line.startsWith(beginning));
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MiB", bytes / MEBI);
  }
}
