package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.metric.FullReferenceMetric;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Pairs of images that people have judged. Their scores are used for checking only; no network is
 * trained on them.
 */
public final class JudgedPairs {
  private static final FullReferenceMetric[] BASELINES = FullReferenceMetric.values();

  private final List<HumanScores.Row> rows;

  /** Each baseline of each row, once they are known; they are the same for every network. */
  private final List<double[]> qualities = new ArrayList<>();

  private JudgedPairs(List<HumanScores.Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads a CSV file with the columns {@code ref}, {@code dist} and {@code dmos} (higher is worse)
   * or {@code mos} (higher is better), and perhaps {@code type}. Paths are relative to the file.
   *
   * @throws UserError if the file cannot be read or names an image that is not there
   */
  public static JudgedPairs read(Path csv) {
    return new JudgedPairs(HumanScores.read(csv));
  }

  /**
   * Measures every pair with the network and all baselines.
   *
   * @param progress told the share done, 0..1
   * @throws UserError that names the row if an image cannot be read or a pair not be compared
   */
  public HumanAgreement compare(DistortionNetwork network, DoubleConsumer progress) {
    double[][] measured = new double[1 + BASELINES.length][rows.size()];
    try (Assessor assessor = network.newAssessor()) {
      for (int i = 0; i < rows.size(); i++) {
        measure(assessor, i, measured);
        progress.accept((i + 1.0) / rows.size());
      }
    }
    return agreement(network.model().name(), measured);
  }

  private void measure(Assessor assessor, int i, double[][] measured) {
    HumanScores.Row row = rows.get(i);
    try {
      RgbImage reference = ImageFiles.read(row.reference());
      RgbImage distorted = ImageFiles.read(row.distorted());
      if (i == qualities.size()) {
        qualities.add(
            Arrays.stream(BASELINES)
                .parallel()
                .mapToDouble(metric -> quality(metric, reference, distorted))
                .toArray());
      }
      for (int m = 0; m < BASELINES.length; m++) {
        measured[1 + m][i] = qualities.get(i)[m];
      }
      measured[0][i] = assessor.assess(picture(reference), picture(distorted)).score();
    } catch (UserError e) {
      throw new UserError(row.place() + ": " + e.getMessage(), e.hint(), e);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          row.place() + ": " + e.getMessage(),
          "Give two images of the same size, at least %d pixels a side."
              .formatted(FullReferenceMetric.MS_SSIM.smallestSide()),
          e);
    }
  }

  private static double quality(
      FullReferenceMetric metric, RgbImage reference, RgbImage distorted) {
    double value = metric.of(reference, distorted);
    return metric.higherIsBetter() ? value : -value;
  }

  private static Picture picture(RgbImage image) {
    return Colour.toPicture(image, ColourMatrix.BT709, ColourRange.LIMITED);
  }

  private HumanAgreement agreement(String name, double[][] measured) {
    List<HumanAgreement.Measure> measures = new ArrayList<>();
    measures.add(correlate(HumanAgreement.NETWORK, name, measured[0]));
    for (int m = 0; m < BASELINES.length; m++) {
      measures.add(correlate(BASELINES[m].id(), BASELINES[m].label(), measured[1 + m]));
    }
    Map<String, Integer> pairs = new LinkedHashMap<>();
    List<HumanAgreement.Point> points = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      HumanScores.Row row = rows.get(i);
      pairs.merge(row.type(), 1, Integer::sum);
      points.add(new HumanAgreement.Point(row.dist(), row.type(), row.quality(), measured[0][i]));
    }
    return new HumanAgreement(pairs, measures, points);
  }

  private HumanAgreement.Measure correlate(String id, String label, double[] values) {
    Map<String, Double> byType = new LinkedHashMap<>();
    for (HumanScores.Row row : rows) {
      byType.computeIfAbsent(
          row.type(), type -> srcc(values, i -> rows.get(i).type().equals(type)));
    }
    return new HumanAgreement.Measure(id, label, srcc(values, i -> true), byType);
  }

  private double srcc(double[] values, IntPredicate chosen) {
    int[] at = IntStream.range(0, rows.size()).filter(chosen).toArray();
    return Spearman.of(
        Arrays.stream(at).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(at).mapToDouble(i -> rows.get(i).quality()).toArray());
  }
}
