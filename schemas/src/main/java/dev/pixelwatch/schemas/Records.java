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
  public static final RecordCodec<StreamStatus> STATUS = new RecordCodec<>(StreamStatus.class);
  public static final RecordCodec<FramePointer> POINTER = new RecordCodec<>(FramePointer.class);

  private Records() {}

  /**
   * Encodes a frame whose payload lies in several planes, without a copy that puts them together.
   *
   * @param frame everything but the payload, which is empty
   * @param planes the payload, one after the other
   */
  public static byte[] encodeFrame(Frame frame, byte[]... planes) {
    if (frame.getPayload().hasRemaining()) {
      throw new IllegalArgumentException("the frame has a payload of its own");
    }
    return FRAME.encode(frame, planes);
  }
}
