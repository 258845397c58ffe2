package dev.pixelwatch.training.evaluation;

import java.util.List;
import java.util.Map;

/**
 * How far a network, and established measures beside it, order images as people do.
 *
 * @param pairs how many were judged, by type of distortion, in the order of the list; one entry
 *     with an empty name if the list names no types
 * @param measures the network first, then the baselines
 * @param points score and human score of every pair
 */
public record HumanAgreement(
    Map<String, Integer> pairs, List<Measure> measures, List<Point> points) {
  /** Id of the network among the measures. */
  public static final String NETWORK = "network";

  /**
   * Spearman's rank correlation with the human scores, turned so that 1 is full agreement.
   *
   * @param id {@link #NETWORK}, or that of the measure
   * @param label its name
   * @param all over all pairs
   * @param byType over the pairs of each type alone; NaN for fewer than three pairs
   */
  public record Measure(String id, String label, double all, Map<String, Double> byType) {}

  /**
   * One pair.
   *
   * @param dist the distorted image as the list names it
   * @param type of its distortion, may be empty
   * @param quality the human score; DMOS with a minus sign, so that higher is better
   * @param score of the network, in points
   */
  public record Point(String dist, String type, double quality, double score) {}

  /** The measure of the network. */
  public Measure network() {
    return measures.get(0);
  }

  /** The established measures. */
  public List<Measure> baselines() {
    return measures.subList(1, measures.size());
  }

  /** Whether the list names more than one type of distortion. */
  public boolean hasTypes() {
    return pairs.size() > 1;
  }
}
