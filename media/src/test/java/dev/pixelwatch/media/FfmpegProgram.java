package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The program {@code ffmpeg} of the system, a judge that shares no library with us. */
final class FfmpegProgram {
  private FfmpegProgram() {}

  /** Leaves tests out where the program is missing, and says so in the build's output. */
  static final class Installed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (isInstalled()) {
        return ConditionEvaluationResult.enabled("the program ffmpeg is installed");
      }
      String reason =
          "LEFT OUT: " + context.getDisplayName() + ", because the program ffmpeg is not installed";
      System.err.println(reason);
      return ConditionEvaluationResult.disabled(reason);
    }
  }

  /** Runs the program in a folder and returns what it prints. */
  static String run(Path folder, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
    command.addAll(arguments);
    Path output = Files.createTempFile(folder, "ffmpeg", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).as("%s", command).isZero();
    return Files.readString(output);
  }

  /** MD5 of the samples of every frame, as the program decodes them. */
  static List<String> frameHashes(Path file) throws Exception {
    String listing =
        run(file.getParent(), List.of("-i", file.toString(), "-an", "-f", "framemd5", "-"));
    return listing
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(line.lastIndexOf(',') + 1).trim())
        .toList();
  }

  /** MD5 of the samples of a picture, plane after plane. */
  static String hash(Picture picture) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update(picture.luma());
      md5.update(picture.cb());
      md5.update(picture.cr());
      return HexFormat.of().formatHex(md5.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("ffmpeg", "-version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
