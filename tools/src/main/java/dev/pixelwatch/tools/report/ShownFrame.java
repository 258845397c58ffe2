package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import java.util.List;

/**
 * A frame that the report shows.
 *
 * @param result what was found for it
 * @param types the types drawn over it, at least one
 * @param why why it is shown, such as "lowest score"
 */
public record ShownFrame(FrameResult result, List<DistortionType> types, List<String> why) {
  public ShownFrame {
    types = List.copyOf(types);
    why = List.copyOf(why);
  }
}
