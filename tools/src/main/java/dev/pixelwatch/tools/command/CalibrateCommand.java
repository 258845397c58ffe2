package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.SeverityCurves;
import dev.pixelwatch.media.Codecs;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.evaluation.EvaluationPictures;
import dev.pixelwatch.training.Photographs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch calibrate}. */
@Command(
    name = "calibrate",
    description =
        "Measures how bad each variant of each distortion looks at each severity, by MDSI and"
            + " HaarPSI on your photographs: severity is meant to be equally visible in every"
            + " type, and this shows how nearly it is.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExample:%n",
    footer = {
      "  pixelwatch calibrate --photos photographs --out severity.csv --picture severity.png"
    })
final class CalibrateCommand implements Callable<Integer> {
  private static final int CROP = 512;

  @Option(
      names = "--photos",
      required = true,
      paramLabel = "DIR",
      description = "Folder of clean photographs of 512 pixels or more a side.")
  private Path photographs;

  @Option(
      names = "--count",
      defaultValue = "16",
      paramLabel = "N",
      description = "Photographs to measure on (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--out",
      defaultValue = "severity.csv",
      paramLabel = "CSV",
      description = "Where the curves go (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(names = "--picture", paramLabel = "PNG", description = "Also draw the curves there.")
  private Path picture;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (count < 2) {
      throw new UserError("--count is " + count, "Give 2 or more, or leave it out.");
    }
    Photographs read = Photographs.read(photographs, CROP);
    SplittableRandom random = new SplittableRandom(1);
    List<RgbImage> crops = Stream.generate(() -> read.crop(CROP, random)).limit(count).toList();
    List<SeverityCurves.Point> points;
    try (Progress progress =
        Progress.start("calibrating", 100, "percent", spec.commandLine().getErr())) {
      points =
          SeverityCurves.measure(
              new DistortionEngine(Codecs.all()),
              crops,
              1,
              done -> progress.update(Math.round(100 * done), List.of()));
    }
    write(points);
    spec.commandLine().getOut().println("The curves are " + out + ".");
    if (picture != null) {
      EvaluationPictures.writeCalibration(points, picture);
      spec.commandLine().getOut().println("The picture is " + picture + ".");
    }
    return ExitCode.OK;
  }

  private void write(List<SeverityCurves.Point> points) {
    StringBuilder csv = new StringBuilder("type,variant,severity,parameter,mdsi,haarpsi,as_blur\n");
    for (SeverityCurves.Point p : points) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%.1f,%.5g,%.4f,%.4f,%.3f%n",
              p.type().id(),
              p.variant(),
              p.severity(),
              p.parameter(),
              p.mdsi(),
              p.haarPsi(),
              p.asBlur()));
    }
    try {
      Files.writeString(out, csv);
    } catch (IOException e) {
      throw new UserError("cannot write " + out, "Check the folder and the space on the disk.", e);
    }
  }
}
