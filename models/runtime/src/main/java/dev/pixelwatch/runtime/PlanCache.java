package dev.pixelwatch.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * TensorRT plans on disk, for a plan takes a minute to build. A file begins with its key and the
 * hash of the plan, each on a line; what does not fit both is not used. Several processes may share
 * a folder.
 */
final class PlanCache {
  private static final String FORMAT = "pixelwatch plan 1";

  private final Path folder;
  private final Consumer<String> notices;

  /**
   * @param folder made when it is needed
   * @param notices told what a user should know: a plan that is not used, or cannot be kept
   */
  PlanCache(Path folder, Consumer<String> notices) {
    this.folder = folder;
    this.notices = notices;
  }

  /** Where a user's caches go (XDG Base Directory Specification). */
  static Path usualFolder() {
    String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path base =
        cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return base.resolve("pixelwatch").resolve("plans");
  }

  /** The plan that was stored under this key; none if there is none, or it is damaged. */
  Optional<byte[]> find(PlanKey key) {
    Path file = folder.resolve(key.fileName());
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Optional<byte[]> plan = planIn(Files.readAllBytes(file), key);
      if (plan.isEmpty()) {
        notices.accept("the stored plan " + file + " is damaged or foreign, and is built anew");
      }
      return plan;
    } catch (IOException e) {
      notices.accept(
          "the stored plan %s cannot be read (%s), and is built anew".formatted(file, e));
      return Optional.empty();
    }
  }

  private static Optional<byte[]> planIn(byte[] stored, PlanKey key) {
    int start = 0;
    for (int line = 0; line < 3; line++) {
      while (start < stored.length && stored[start] != '\n') {
        start++;
      }
      start++;
    }
    if (start >= stored.length) {
      return Optional.empty();
    }
    byte[] plan = Arrays.copyOfRange(stored, start, stored.length);
    return Arrays.equals(stored, 0, start, header(key, plan), 0, header(key, plan).length)
        ? Optional.of(plan)
        : Optional.empty();
  }

  private static byte[] header(PlanKey key, byte[] plan) {
    return "%s\n%s\n%s\n"
        .formatted(FORMAT, key.text(), Weights.sha256(plan))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Stores a plan in place of any before it. Where that fails, it is said, and built again next
   * time.
   */
  void store(PlanKey key, byte[] plan) {
    Path file = folder.resolve(key.fileName());
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "plan", ".unfinished");
      try {
        try (var out = Files.newOutputStream(unfinished)) {
          out.write(header(key, plan));
          out.write(plan);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      notices.accept(
          "the plan cannot be kept in %s (%s), and is built again next time".formatted(folder, e));
    }
  }
}
