package dev.pixelwatch.tools.bench;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.media.FfmpegCodec;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;

/**
 * How far two engines differ on the same network, over one pair for each type of distortion.
 *
 * @param pairs how many were compared
 * @param map greatest difference of a map value, 0..1
 * @param points greatest difference of a score
 * @param sameFirst pairs of which both find the same type strongest
 * @param asymmetry greatest deviation of a map value of the engine from mirroring the swapped
 *     pair's
 */
public record EngineAgreement(
    int pairs, double map, double points, int sameFirst, double asymmetry) {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 192;
  private static final double SEVERITY = 0.6;

  /**
   * @param width of the frames that are compared, in pixels; they repeat a smaller scene
   * @param height likewise
   */
  public static EngineAgreement of(
      DistortionNetwork engine, DistortionNetwork reference, int width, int height) {
    DistortionEngine distortions = new DistortionEngine(FfmpegCodec.available());
    RgbImage clean = Colour.toRgb(new MovingScene(WIDTH, HEIGHT, 1).frame(0));
    double map = 0;
    double points = 0;
    double asymmetry = 0;
    int sameFirst = 0;
    try (Assessor ours = engine.newAssessor();
        Assessor theirs = reference.newAssessor()) {
      for (DistortionType type : DistortionType.values()) {
        Picture source = repeated(distortions.apply(clean, type, 0, 1), width, height);
        Picture distorted = repeated(distortions.apply(clean, type, SEVERITY, 1), width, height);
        Assessment expected = theirs.assess(source, distorted);
        Assessment answer = ours.assess(source, distorted);
        Assessment swapped = ours.assess(distorted, source);
        map = Math.max(map, difference(answer.map(), expected.map()));
        asymmetry = Math.max(asymmetry, difference(answer.map(), swapped.map().mirrored()));
        points = Math.max(points, Math.abs(answer.score() - expected.score()));
        sameFirst += answer.map().strongest() == expected.map().strongest() ? 1 : 0;
      }
    }
    return new EngineAgreement(DistortionType.COUNT, map, points, sameFirst, asymmetry);
  }

  private static double difference(DistortionMap a, DistortionMap b) {
    float[] first = a.values();
    float[] second = b.values();
    double greatest = 0;
    for (int i = 0; i < first.length; i++) {
      greatest = Math.max(greatest, Math.abs(first[i] - second[i]));
    }
    return greatest;
  }

  private static Picture repeated(Picture tile, int width, int height) {
    int halfWidth = Picture.half(width);
    int halfHeight = Picture.half(height);
    return new Picture(
        width,
        height,
        repeated(tile.luma(), tile.width(), tile.height(), width, height),
        repeated(tile.cb(), tile.chromaWidth(), tile.chromaHeight(), halfWidth, halfHeight),
        repeated(tile.cr(), tile.chromaWidth(), tile.chromaHeight(), halfWidth, halfHeight),
        tile.matrix(),
        tile.range());
  }

  private static byte[] repeated(byte[] tile, int w, int h, int width, int height) {
    byte[] plane = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        plane[y * width + x] = tile[y % h * w + x % w];
      }
    }
    return plane;
  }
}
