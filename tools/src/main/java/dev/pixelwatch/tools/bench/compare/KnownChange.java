package dev.pixelwatch.tools.bench.compare;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.tools.demo.FaultyStage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * One parameter of a stage by which two builds differ.
 *
 * @param name what it is, such as "gblur sigma"
 * @param type the type that it changes
 * @param before its value in build A
 * @param after its values in build B, the weakest change first
 * @param stage the stage at a value
 */
record KnownChange(
    String name,
    DistortionType type,
    double before,
    List<Double> after,
    DoubleFunction<FaultyStage> stage) {

  /** FFmpeg's own filters and an encoder, none of which the network was trained on. */
  static List<KnownChange> all() {
    return List.of(
        filter("gblur sigma", DistortionType.BLUR, 0.3, "gblur=sigma=%s", 0.4, 0.5, 0.6, 0.8, 1.2),
        filter("noise strength", DistortionType.NOISE, 4, "noise=c0s=%s:c0f=t", 5, 6, 8, 12, 20),
        filter(
            "unsharp amount",
            DistortionType.OVERSHARPENING,
            0,
            "unsharp=5:5:%s",
            0.1,
            0.2,
            0.4,
            0.8,
            1.5),
        filter(
            "exposure stops",
            DistortionType.EXPOSURE,
            0,
            "exposure=exposure=%s",
            0.02,
            0.05,
            0.1,
            0.2,
            0.4),
        filter(
            "hue saturation", DistortionType.SATURATION, 1, "hue=s=%s", 0.98, 0.95, 0.9, 0.8, 0.6),
        filter(
            "colour temperature",
            DistortionType.WARMTH,
            6500,
            "colortemperature=%s:pl=1",
            6400,
            6200,
            5900,
            5400,
            4600),
        new KnownChange(
            "H.264 quantiser",
            DistortionType.BLOCKING,
            26,
            List.of(28.0, 30.0, 33.0, 37.0, 42.0),
            KnownChange::h264));
  }

  private static KnownChange filter(
      String name, DistortionType type, double before, String filter, double... after) {
    return new KnownChange(
        name,
        type,
        before,
        Arrays.stream(after).boxed().toList(),
        value -> FaultyStage.filter(String.format(Locale.ROOT, filter, value)));
  }

  private static FaultyStage h264(double quantiser) {
    String q = Integer.toString((int) quantiser);
    return FaultyStage.encoder(Encoding.of("libopenh264", Map.of("qmin", q, "qmax", q, "g", "60")));
  }
}
