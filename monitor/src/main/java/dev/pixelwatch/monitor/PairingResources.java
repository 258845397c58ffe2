package dev.pixelwatch.monitor;

import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.ModelInfo;
import java.util.function.Supplier;

/**
 * What the tasks of one monitor share.
 *
 * @param assessors makes one worker for each task
 * @param model which network it is
 * @param engine what runs it, in words
 * @param listener told of each scored pair
 */
record PairingResources(
    MonitorConfig config,
    Supplier<Assessor> assessors,
    ModelInfo model,
    String engine,
    PayloadReader reader,
    Backlog backlog,
    PayloadCache cache,
    MonitorMetrics metrics,
    PairListener listener) {}
