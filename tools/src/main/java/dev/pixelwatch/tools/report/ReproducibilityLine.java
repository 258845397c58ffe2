package dev.pixelwatch.tools.report;

/** One line that says how to get a result again. */
public final class ReproducibilityLine {
  private ReproducibilityLine() {}

  /** Version, model and hash, frame size, engine, speed and what it covers. */
  public static String of(RunInfo run) {
    return Numbers.text(
        "Pixelwatch %s, model %s (sha256 %s), %d x %d, %s, %s pairs/s covering %s",
        run.version(),
        run.modelName(),
        run.modelSha256(),
        run.width(),
        run.height(),
        run.engine(),
        Numbers.speed(run.pairsPerSecond()),
        run.covers());
  }
}
