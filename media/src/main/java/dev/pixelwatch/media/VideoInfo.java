package dev.pixelwatch.media;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import java.util.OptionalLong;

/**
 * What a video file says of itself, with the gaps filled as players fill them.
 *
 * @param width pixels of the pictures that are read, after rotation and scaling
 * @param height as width
 * @param frameRate mean frames per second
 * @param pixelFormat FFmpeg's name of the format of the decoded samples, such as {@code yuv420p}
 * @param codec FFmpeg's name of the coding format, such as {@code h264}
 * @param matrix colour matrix; untagged, BT.709 from 720 lines on and BT.601 below
 * @param range code values; untagged or converted from R'G'B', limited
 * @param expectedFrames how many frames the container announces, if it does; from its duration
 *     where it gives no count
 * @param durationUs length of the video in microseconds, if the container tells it
 */
public record VideoInfo(
    int width,
    int height,
    FrameRate frameRate,
    String pixelFormat,
    String codec,
    ColourMatrix matrix,
    ColourRange range,
    OptionalLong expectedFrames,
    OptionalLong durationUs) {

  /** A line for people, such as {@code 1280 x 720, 25 frames/s, h264, yuv420p}. */
  public String inWords() {
    return "%d x %d, %s frames/s, %s, %s".formatted(width, height, frameRate, codec, pixelFormat);
  }
}
