package dev.pixelwatch.training.evaluation;

import java.util.List;

/**
 * What was measured of a network.
 *
 * @param model name of the network
 * @param sha256 of its ONNX file
 * @param photographs how many clean photographs were used, none of which training saw
 * @param singleTypes one distortion over the whole frame, a row for each type
 * @param maps three distortions at once under masks, the processed frame distorted
 * @param mapsBoth the same with both frames distorted, differently
 * @param ladder the score against the measure it learns from, up to the strongest distortions
 * @param slightBlurs the score of slight blurs, by what the reference has been through
 * @param shifts what a picture moved against itself reads as
 * @param antiSymmetryResidual largest |F(a,b) + F(b,a) - 1| seen
 * @param identicalResponse largest |F(a,a) - 0.5| seen
 */
public record Evaluation(
    String model,
    String sha256,
    int photographs,
    List<SingleType> singleTypes,
    Maps maps,
    Maps mapsBoth,
    ScoreLadder ladder,
    List<SlightBlur> slightBlurs,
    List<Shift> shifts,
    double antiSymmetryResidual,
    double identicalResponse) {

  /**
   * One type alone over the whole frame, where it shows: mean intensity at least 0.1.
   *
   * @param type its id
   * @param pairs how many
   * @param topRight share of pairs whose strongest mean response is this type
   * @param directionRight share of pairs whose response of this type has the right sign
   * @param response mean response of this type over the mean target (1 is calibrated)
   * @param leakage mean |response| of the other types over the mean |response| of this one
   * @param points that the score moves by for an intensity of 1
   * @param truePoints the same by the measure that the score learns from
   * @param responses mean |intensity| of every type, in the order of the types
   */
  public record SingleType(
      String type,
      int pairs,
      double topRight,
      double directionRight,
      double response,
      double leakage,
      double points,
      double truePoints,
      List<Double> responses) {}

  /**
   * Agreement of predicted and true maps, cell by cell.
   *
   * @param pairs how many
   * @param pearson of each type, in the order of the types; NaN where it does not occur
   * @param mean over the types that occur
   * @param worst of them
   * @param worstType its id
   * @param directionRight share of cells with a target intensity of at least 0.2 whose sign is
   *     right
   */
  public record Maps(
      int pairs,
      List<Double> pearson,
      double mean,
      double worst,
      String worstType,
      double directionRight) {}

  /**
   * A picture beside itself, moved to the right: nothing is distorted.
   *
   * @param pixels how far
   * @param type id of the strongest mean response
   * @param intensity mean over the photographs of the absolute mean response of that type
   * @param points mean absolute score
   */
  public record Shift(double pixels, String type, double intensity, double points) {}

  /** Mean over types of the share of pairs whose type comes first. */
  public double meanTopRight() {
    return singleTypes.stream().mapToDouble(SingleType::topRight).average().orElse(Double.NaN);
  }

  /** Mean over types of the leakage. */
  public double meanLeakage() {
    return singleTypes.stream().mapToDouble(SingleType::leakage).average().orElse(Double.NaN);
  }
}
