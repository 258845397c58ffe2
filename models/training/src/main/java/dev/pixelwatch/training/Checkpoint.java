package dev.pixelwatch.training;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.training.network.Adam;
import dev.pixelwatch.training.network.Parameters;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Everything a training run needs to go on.
 *
 * @param parameters of the network
 * @param average running mean of the parameters
 * @param adam moments of the optimiser
 * @param step steps done
 * @param seconds time spent training
 * @param settings that stay the same over the whole run
 */
record Checkpoint(
    Parameters parameters,
    Parameters average,
    Adam adam,
    long step,
    double seconds,
    RunSettings settings) {
  private static final int MAGIC = 0x50584334;

  /** Writes beside the file first, so that a crash leaves the old checkpoint whole. */
  void write(Path file) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
        out.writeInt(MAGIC);
        parameters.write(out);
        average.write(out);
        adam.write(out);
        out.writeLong(step);
        out.writeDouble(seconds);
        out.writeLong(settings.seed());
        out.writeDouble(settings.peakLearningRate());
        out.writeUTF(settings.photographs());
        out.writeUTF(settings.without().map(Ablation::id).orElse(""));
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UserError(
          "cannot write the checkpoint " + file + ": " + e.getMessage(),
          "Check that the disk is not full, then go on with --resume.",
          e);
    }
  }

  static Checkpoint read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("it is not a checkpoint of this version");
      }
      Parameters parameters = Parameters.read(in);
      Parameters average = Parameters.read(in);
      Adam adam = Adam.read(in, parameters);
      return new Checkpoint(
          parameters, average, adam, in.readLong(), in.readDouble(), settings(in));
    } catch (IOException e) {
      throw new UserError(
          "cannot resume from " + file + ": " + reason(e),
          "Resume in the folder of a run of this version and size, or start without --resume.",
          e);
    }
  }

  private static RunSettings settings(DataInputStream in) throws IOException {
    return new RunSettings(in.readLong(), in.readDouble(), in.readUTF(), ablation(in.readUTF()));
  }

  private static Optional<Ablation> ablation(String id) throws IOException {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Ablation.byId(id)
            .orElseThrow(
                () ->
                    new IOException(
                        "its run is without %s, which is no part of this version's method"
                            .formatted(id))));
  }

  /** In words where the exception has none of its own. */
  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return e instanceof EOFException ? "it ends early" : e.getMessage();
  }
}
