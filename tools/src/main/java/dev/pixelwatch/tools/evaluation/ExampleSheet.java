package dev.pixelwatch.tools.evaluation;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.tools.report.MapOverlay;
import dev.pixelwatch.training.evaluation.Evaluator;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Pairs beside their maps, to be looked at: the reference, the processed frame, then the true and
 * the found map of the type that is strongest in truth. Two pairs a row.
 */
final class ExampleSheet {
  private static final int PAIRS_A_ROW = 2;
  private static final int TILES = 4;
  private static final int GAP = 6;

  private ExampleSheet() {}

  static BufferedImage draw(List<Evaluator.Example> examples) {
    BufferedImage first = tiles(examples.get(0))[TILES - 1];
    int width = TILES * (first.getWidth() + GAP) + GAP;
    int height = first.getHeight() + GAP;
    int rows = (examples.size() + PAIRS_A_ROW - 1) / PAIRS_A_ROW;
    BufferedImage sheet =
        new BufferedImage(PAIRS_A_ROW * width, rows * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    for (int i = 0; i < examples.size(); i++) {
      int x = i % PAIRS_A_ROW * width;
      for (BufferedImage tile : tiles(examples.get(i))) {
        graphics.drawImage(tile, x, i / PAIRS_A_ROW * height, null);
        x += first.getWidth() + GAP;
      }
    }
    graphics.dispose();
    return sheet;
  }

  private static BufferedImage[] tiles(Evaluator.Example example) {
    Picture processed = example.truth().processed();
    DistortionMap truth = example.truth().map();
    DistortionType strongest =
        Arrays.stream(DistortionType.values())
            .max(Comparator.comparingDouble(type -> Math.abs(truth.meanIntensity(type))))
            .orElseThrow();
    return new BufferedImage[] {
      ImageFiles.toBufferedImage(Colour.toRgb(example.truth().reference())),
      ImageFiles.toBufferedImage(Colour.toRgb(processed)),
      MapOverlay.draw(processed, truth, strongest),
      MapOverlay.draw(processed, example.answer(), strongest)
    };
  }
}
