package dev.pixelwatch.tools.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path of a chart shows, read back from its drawing commands.
 *
 * @param runs the points of each unbroken run, in the chart's own units
 */
record DrawnCurve(List<List<Point>> runs) {
  private static final Pattern COMMAND = Pattern.compile("([MLHVZ])(-?[\\d.]+)?(?: (-?[\\d.]+))?");

  record Point(double x, double y) {}

  static DrawnCurve of(String path) {
    List<List<Point>> runs = new ArrayList<>();
    Matcher command = COMMAND.matcher(path);
    int end = 0;
    while (command.lookingAt()) {
      add(runs, command);
      end = command.end();
      command.region(end, path.length());
    }
    if (end != path.length()) {
      throw new AssertionError("no path: " + path.substring(end));
    }
    return new DrawnCurve(runs);
  }

  private static void add(List<List<Point>> runs, Matcher command) {
    char name = command.group(1).charAt(0);
    if (name == 'M') {
      runs.add(new ArrayList<>());
    }
    List<Point> run = runs.get(runs.size() - 1);
    switch (name) {
      case 'M', 'L' -> run.add(new Point(number(command, 2), number(command, 3)));
      case 'H' -> run.add(new Point(number(command, 2), run.get(run.size() - 1).y()));
      case 'V' -> run.add(new Point(run.get(run.size() - 1).x(), number(command, 2)));
      default -> run.add(run.get(0));
    }
  }

  private static double number(Matcher command, int group) {
    return Double.parseDouble(command.group(group));
  }

  /** The value in the middle of each column, NaN where nothing is drawn. */
  double[] values(int columns, double low, double high) {
    double[] values = new double[columns];
    Arrays.fill(values, Double.NaN);
    for (List<Point> run : runs) {
      for (Point point : run) {
        if (point.x() != Math.rint(point.x())) {
          values[(int) point.x()] = high - point.y() / 100 * (high - low);
        }
      }
    }
    return values;
  }
}
