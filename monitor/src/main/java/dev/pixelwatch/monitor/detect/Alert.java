package dev.pixelwatch.monitor.detect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Something about a stream changed that a person should see. The same id is sent when the alert
 * opens and again when it closes; what a reader keeps is the last one of each id.
 *
 * @param id unique, and the same at each sending: stream, kind, type and the frame it opened at
 * @param stream camera or codec channel under watch
 * @param stage what stands between reference and processed
 * @param build version of the stage when the alert opened
 * @param kind an {@link AlertKind#id()}; readers must bear kinds they do not know
 * @param type the id of a distortion type, {@code score}, or null if it is about neither
 * @param direction +1 if the value rose above the baseline, -1 if it fell, or null
 * @param openedFrame frame number since which it is so, as far as can be said; the opening itself
 *     is found a little later
 * @param openedTimeUs capture time of that frame in microseconds, or the time of the state
 * @param closedFrame frame number since which it is over, or null while the alert is open or where
 *     no frame belongs to it
 * @param closedTimeUs capture time of that frame in microseconds, or null while it is open
 * @param baseline what the value was: signed intensity in -1..1, points of the score, or the unit
 *     that the message names; null if there is none
 * @param current what it is now, in the same unit; null if there is none
 * @param box where in the picture it shows most, in luma pixels, or null if nowhere in particular
 * @param evidenceFrames numbers of the frames that show it best; may be empty
 * @param message one sentence for people
 */
public record Alert(
    String id,
    String stream,
    String stage,
    String build,
    String kind,
    String type,
    Integer direction,
    @JsonProperty("opened_frame") long openedFrame,
    @JsonProperty("opened_time_us") long openedTimeUs,
    @JsonProperty("closed_frame") Long closedFrame,
    @JsonProperty("closed_time_us") Long closedTimeUs,
    Double baseline,
    Double current,
    Box box,
    @JsonProperty("evidence_frames") List<Long> evidenceFrames,
    String message) {

  /** Type of an alert about the relational score. */
  public static final String SCORE = "score";

  public Alert {
    evidenceFrames = evidenceFrames == null ? List.of() : List.copyOf(evidenceFrames);
  }

  /** Whether it still lasts. */
  @JsonIgnore
  public boolean isOpen() {
    return closedTimeUs == null;
  }
}
