package dev.pixelwatch.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java program in a process of its own, whose output goes to files. */
public final class Program implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** How a program ended. */
  public record End(int exitCode, String out, String err) {}

  /**
   * Starts a program on the class path of the tests.
   *
   * @param folder where its output goes
   * @param options of the Java machine
   */
  public static Program start(Path folder, Class<?> main, List<String> options, Object... arguments)
      throws IOException {
    return start(folder, System.getProperty("java.class.path"), main, options, arguments);
  }

  static Program start(
      Path folder, String classPath, Class<?> main, List<String> options, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    // Tests that run in the background of a shell have Ctrl-C ignored; their children would, too.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.add(main.getName());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Path out = Files.createTempFile(folder, "program", ".out");
    Path err = Files.createTempFile(folder, "program", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Program(process, out, err);
  }

  /** Waits until it has printed something to either stream that matches. */
  public void await(String pattern) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (Stream.of(read(out), read(err))
        .noneMatch(text -> text.matches("(?s).*" + pattern + ".*"))) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("no '" + pattern + "' in:\n" + read(out) + read(err));
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  /** What it has printed to its error stream so far. */
  public String err() throws IOException {
    return read(err);
  }

  /** Sends it a signal, such as {@code INT}. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Waits for its end. */
  public End end() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it has not ended:\n" + read(out) + read(err));
    }
    return new End(process.exitValue(), read(out), read(err));
  }

  /** Kills it, if it has not ended by itself. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}
