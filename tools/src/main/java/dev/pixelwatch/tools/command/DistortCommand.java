package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.media.Codecs;
import dev.pixelwatch.tools.evaluation.EvaluationPictures;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelwatch distort}. */
@Command(
    name = "distort",
    description = "Distorts an image in one of the 15 ways, or shows all of them side by side.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch distort photo.jpg --type blur --severity 0.4 --out blurred.png",
      "  pixelwatch distort photo.jpg --type exposure --severity -0.5 --out darker.png",
      "  pixelwatch distort photo.jpg --contact-sheet --out all.png",
      "",
      "One unit of severity is meant to be about equally visible in every type. How far it is, by",
      "two measures, is in docs/severity.csv: colour and tone look half as bad as blur."
    })
final class DistortCommand implements Runnable {
  /** Five tiles of this width lie side by side on a contact sheet. */
  private static final int TILE = 256;

  @Parameters(paramLabel = "IMAGE", description = "A clean photograph.")
  private Path image;

  @Option(names = "--type", paramLabel = "T", description = "Distortion type, such as blur.")
  private String type;

  @Option(
      names = "--severity",
      paramLabel = "S",
      description =
          "0 (none) to 1; below 0 for the other direction of exposure, contrast, saturation,"
              + " warmth and tint.")
  private Double severity;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "The same seed gives the same image (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--contact-sheet",
      description = "Draw every type at five severities, from the middle of the image.")
  private boolean contactSheet;

  @Option(
      names = "--out",
      defaultValue = "distorted.png",
      paramLabel = "PNG",
      description = "Where the result goes (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (contactSheet == (type != null || severity != null)) {
      throw new UserError(
          "distort needs --type with --severity, or --contact-sheet",
          "Write: pixelwatch distort IMAGE --type blur --severity 0.4");
    }
    RgbImage clean = ImageFiles.read(image);
    DistortionEngine engine = new DistortionEngine(Codecs.all());
    if (contactSheet) {
      EvaluationPictures.writeContactSheet(engine, middle(clean), seed, out);
    } else {
      ImageFiles.writePng(ImageFiles.toBufferedImage(distorted(engine, clean)), out);
    }
    spec.commandLine().getOut().println("Written: " + out);
  }

  private RgbImage distorted(DistortionEngine engine, RgbImage clean) {
    if (type == null || severity == null) {
      throw new UserError("--type and --severity go together", "Give both.");
    }
    try {
      return Colour.toRgb(engine.apply(clean, typeWithName(), severity, seed));
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), "See pixelwatch distort --help.", e);
    }
  }

  private DistortionType typeWithName() {
    return DistortionType.byId(type)
        .orElseThrow(
            () ->
                new UserError(
                    "there is no distortion type '" + type + "'",
                    Arrays.stream(DistortionType.values())
                        .map(DistortionType::id)
                        .collect(Collectors.joining(", ", "Use one of ", "."))));
  }

  private static RgbImage middle(RgbImage image) {
    int width = Math.min(TILE, image.width());
    int height = Math.min(TILE, image.height());
    return image.crop((image.width() - width) / 2, (image.height() - height) / 2, width, height);
  }
}
