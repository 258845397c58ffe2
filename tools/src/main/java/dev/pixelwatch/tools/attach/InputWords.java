package dev.pixelwatch.tools.attach;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.media.LiveInput;
import dev.pixelwatch.media.PictureSize;
import dev.pixelwatch.media.StageRecipe;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes streams of the words of a command line or a file. */
public final class InputWords {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");
  private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,6})(?:/([1-9]\\d{0,6}))?");
  private static final Pattern DECIMAL_RATE = Pattern.compile("(\\d{1,4})\\.(\\d{1,3})");

  private InputWords() {}

  /** How a stream is called. */
  public record Names(String stream, String stage, String build) {}

  /** Where its frames come from: two sides, or a source and a stage. */
  public record Inputs(
      Optional<String> reference,
      Optional<String> processed,
      Optional<String> source,
      Optional<String> through) {}

  /**
   * A stream.
   *
   * @param inputs for each way to name an input
   * @param toInput makes an input of its URI
   * @param align how to align; by number through a stage that is run here, else by content
   * @param toleranceMs furthest distance of capture times
   * @throws UserError if the words do not make a stream
   */
  public static StreamSpec stream(
      Names names,
      Inputs inputs,
      Function<String, LiveInput> toInput,
      Optional<AlignBy> align,
      Optional<Long> toleranceMs) {
    if (names.stream().isBlank()) {
      throw new UserError("a stream has no name", "Give it one with stream.");
    }
    toleranceMs
        .filter(ms -> ms < 0)
        .ifPresent(
            ms -> {
              throw new UserError("the tolerance is " + ms + " ms", "Give 0 or more.");
            });
    boolean twoSides = inputs.reference().isPresent() && inputs.processed().isPresent();
    boolean ownStage = inputs.source().isPresent() && inputs.through().isPresent();
    boolean mixed =
        (twoSides && (inputs.source().isPresent() || inputs.through().isPresent()))
            || (ownStage && (inputs.reference().isPresent() || inputs.processed().isPresent()));
    if (mixed || twoSides == ownStage) {
      throw new UserError(
          "it is not clear what to attach to",
          "Give reference and processed, or source and through.");
    }
    if (ownStage && align.filter(how -> how != AlignBy.NUMBER).isPresent()) {
      throw new UserError(
          "frames through a stage that is run here are always paired by number",
          "Leave out align.");
    }
    return new StreamSpec(
        names.stream(),
        names.stage(),
        names.build(),
        toInput.apply(inputs.reference().or(inputs::source).orElseThrow()),
        inputs.processed().map(toInput),
        inputs.through().map(StageRecipe::parse),
        align.orElse(ownStage ? AlignBy.NUMBER : AlignBy.AUTO),
        toleranceMs.map(Duration::ofMillis));
  }

  /**
   * An input.
   *
   * @throws UserError if size or rate cannot be read
   */
  public static LiveInput input(
      String uri,
      Optional<String> format,
      Optional<String> size,
      Optional<String> fps,
      Map<String, String> options) {
    if (uri.isBlank()) {
      throw new UserError("an input has an empty URI", "Say where its frames come from.");
    }
    return LiveInput.of(
        uri, format, size.map(InputWords::size), fps.map(InputWords::rate), options);
  }

  private static PictureSize size(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new UserError(
          "'" + text + "' is not a frame size", "Write WIDTHxHEIGHT, such as 1280x720.");
    }
    return new PictureSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * Reads frames per second: {@code 30}, {@code 29.97} or {@code 30000/1001}.
   *
   * @throws UserError if it is none
   */
  public static FrameRate rate(String text) {
    Matcher matcher = RATE.matcher(text);
    if (matcher.matches()) {
      String seconds = matcher.group(2);
      return new FrameRate(
          Integer.parseInt(matcher.group(1)), seconds == null ? 1 : Integer.parseInt(seconds));
    }
    if (DECIMAL_RATE.matcher(text).matches() && Double.parseDouble(text) > 0) {
      return new FrameRate((int) Math.round(1000 * Double.parseDouble(text)), 1000);
    }
    throw new UserError(
        "'" + text + "' is not a frame rate", "Write frames per second, such as 30 or 30000/1001.");
  }
}
