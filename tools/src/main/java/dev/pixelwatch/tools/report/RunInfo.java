package dev.pixelwatch.tools.report;

import java.util.List;

/**
 * What makes a result reproducible.
 *
 * @param version version of Pixelwatch
 * @param modelName name of the network
 * @param modelSha256 hash of its weights
 * @param engine what ran the network, with its number of threads
 * @param stream name of the stream
 * @param stage what stands between reference and processed; empty or null if not given
 * @param build version of that stage; empty or null if not given
 * @param width frame width in pixels
 * @param height frame height in pixels
 * @param referenceName file or source of the reference frames
 * @param processedName file or source of the processed frames
 * @param pairsPerSecond measured speed
 * @param covers what the speed covers, such as "decode, broker, topology, network"
 * @param notes anything said once about the run, such as a conversion; one sentence each
 */
public record RunInfo(
    String version,
    String modelName,
    String modelSha256,
    String engine,
    String stream,
    String stage,
    String build,
    int width,
    int height,
    String referenceName,
    String processedName,
    double pairsPerSecond,
    String covers,
    List<String> notes) {

  public RunInfo {
    stream = orEmpty(stream);
    stage = orEmpty(stage);
    build = orEmpty(build);
    notes = List.copyOf(notes);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
