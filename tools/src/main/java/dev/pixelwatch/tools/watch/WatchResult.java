package dev.pixelwatch.tools.watch;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.tools.report.FrameResult;
import dev.pixelwatch.tools.report.RunInfo;
import java.util.List;

/**
 * What a run came to.
 *
 * @param run what makes it reproducible
 * @param frames one result for each frame, and one for each duplicate
 * @param alerts of the stream, each as it was sent last, in the order in which they opened
 * @param interrupted whether it was stopped before the videos ended
 * @param damaged whether the videos were read to their ends and frames could not be decoded
 */
public record WatchResult(
    RunInfo run,
    List<FrameResult> frames,
    List<Alert> alerts,
    boolean interrupted,
    boolean damaged) {}
