package dev.pixelwatch.tools.watch;

import dev.pixelwatch.tools.report.FrameResult;
import dev.pixelwatch.tools.report.RunInfo;
import java.util.List;

/**
 * What a run came to.
 *
 * @param run what makes it reproducible
 * @param frames one result for each frame, and one for each duplicate
 * @param interrupted whether it was stopped before the videos ended
 */
public record WatchResult(RunInfo run, List<FrameResult> frames, boolean interrupted) {}
