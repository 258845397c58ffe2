package dev.pixelwatch.training;

/**
 * How long to train, resumed parts counted in. A run of so many steps is the same every time; a run
 * of so many hours does as many steps as the machine manages.
 *
 * @param hours of training; 0 when steps count
 * @param steps of training; 0 when hours count
 */
public record Budget(double hours, long steps) {
  public static Budget ofHours(double hours) {
    return new Budget(hours, 0);
  }

  public static Budget ofSteps(long steps) {
    return new Budget(0, steps);
  }

  /** The share that is done, 1 or more when it is all done. */
  double done(long stepsDone, double secondsDone) {
    return steps > 0 ? (double) stepsDone / steps : secondsDone / (3600 * hours);
  }
}
