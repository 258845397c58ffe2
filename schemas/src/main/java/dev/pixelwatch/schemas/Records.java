package dev.pixelwatch.schemas;

/** One codec for each record. */
public final class Records {
  public static final RecordCodec<Frame> FRAME = new RecordCodec<>(Frame.class);
  public static final RecordCodec<Score> SCORE = new RecordCodec<>(Score.class);
  public static final RecordCodec<DistortionMap> MAP = new RecordCodec<>(DistortionMap.class);
  public static final RecordCodec<Outcome> OUTCOME = new RecordCodec<>(Outcome.class);
  public static final RecordCodec<FramePointer> POINTER = new RecordCodec<>(FramePointer.class);

  private Records() {}
}
