package dev.pixelwatch.tools.demo;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FrameRate;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong when: a fault for a while, a moment of peace, and so on. */
public final class FaultPlan {
  /** Frames per second of the demonstration. */
  public static final FrameRate RATE = FrameRate.of(25);

  private final int faultFrames;
  private final int cleanFrames;
  private final List<Fault> faults = new ArrayList<>();
  private long frames;

  private FaultPlan(int faultFrames, int cleanFrames) {
    this.faultFrames = faultFrames;
    this.cleanFrames = cleanFrames;
    frames = cleanFrames;
  }

  /** The plan that {@code pixelwatch demo} follows: faults of two seconds, half a second apart. */
  public static FaultPlan standard() {
    return of(50, 12);
  }

  /**
   * The same faults at another pace.
   *
   * @param faultFrames length of a fault
   * @param cleanFrames length of the peace before, between and after the faults
   */
  public static FaultPlan of(int faultFrames, int cleanFrames) {
    FaultPlan plan = new FaultPlan(faultFrames, cleanFrames);
    plan.add("sensor gain too high", DistortionType.NOISE, 1, "noise=c0s=28:c0f=t");
    plan.add("lens out of focus", DistortionType.BLUR, 1, "gblur=sigma=2");
    plan.add("sharpening too strong", DistortionType.OVERSHARPENING, 1, "unsharp=7:7:2.5");
    plan.add("exposure drops", DistortionType.EXPOSURE, -1, "exposure=exposure=-0.7");
    plan.add("white balance too warm", DistortionType.WARMTH, 1, "colortemperature=4600");
    plan.add("colours fade", DistortionType.SATURATION, -1, "hue=s=0.4");
    plan.add(
        "bit rate collapses", DistortionType.BLOCKING, 1, FaultyStage.encoder(Encoding.h264(47)));
    return plan;
  }

  /** The faults in their order. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Length of the video. */
  public long frames() {
    return frames;
  }

  private void add(String cause, DistortionType type, int direction, String filter) {
    add(cause, type, direction, FaultyStage.filter(filter));
  }

  private void add(String cause, DistortionType type, int direction, FaultyStage stage) {
    faults.add(new Fault(cause, type, direction, stage, frames, frames + faultFrames));
    frames += faultFrames + cleanFrames;
  }
}
