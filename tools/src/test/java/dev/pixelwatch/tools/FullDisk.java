package dev.pixelwatch.tools;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A disk that takes no more, which a limit of the system on the size of files stands for. */
public final class FullDisk {
  private FullDisk() {}

  /**
   * A Java program in a process of its own that can write no file beyond the limit.
   *
   * @param blocks of 512 bytes
   */
  public static ProcessBuilder program(int blocks, Class<?> main, Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "ulimit -f " + blocks + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
