package dev.pixelwatch.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/** One codec for each record. */
public final class Records {
  static {
    // Avro makes instances of named classes only if they are trusted, and trusts none by itself.
    String own = Records.class.getPackageName();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(own)));
  }

  public static final RecordCodec<Frame> FRAME = new RecordCodec<>(Frame.class);
  public static final RecordCodec<Score> SCORE = new RecordCodec<>(Score.class);
  public static final RecordCodec<DistortionMap> MAP = new RecordCodec<>(DistortionMap.class);
  public static final RecordCodec<Outcome> OUTCOME = new RecordCodec<>(Outcome.class);
  public static final RecordCodec<FramePointer> POINTER = new RecordCodec<>(FramePointer.class);

  private Records() {}
}
