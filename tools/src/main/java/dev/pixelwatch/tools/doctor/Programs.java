package dev.pixelwatch.tools.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs beside Pixelwatch: good to have, never needed. */
final class Programs {
  private static final List<String> NAMES = List.of("ffmpeg", "chromium", "prometheus", "docker");

  private Programs() {}

  static Finding found() {
    String detail =
        NAMES.stream()
            .map(name -> name + (isOnPath(name) ? " found" : " not found"))
            .collect(Collectors.joining(", "));
    return Finding.info("programs", detail + " (none is needed)");
  }

  private static boolean isOnPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
