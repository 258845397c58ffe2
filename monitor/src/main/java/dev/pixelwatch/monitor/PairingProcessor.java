package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.FramePointer;
import dev.pixelwatch.schemas.OutcomeKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Pairs the frames of one partition of both sides and gives every frame number exactly one outcome.
 *
 * <p><b>The log is the store.</b> A frame of 3 MB must not be copied into a state store and its
 * changelog. The first frame of a pair leaves a pointer (topic, partition, offset) in a persistent
 * store, and its payload in a cache in memory that may forget. When the second one comes, the
 * payload is taken from the cache or else read again from the topic at the pointer's offset. If
 * retention has taken it, the pair is lost. Pointers, markers of settled frame numbers, outcomes,
 * scores, maps and the input offsets are committed in one transaction: after a crash the
 * uncommitted frames come again, find the state as it was before them, and are settled again, with
 * the results of the first attempt aborted.
 *
 * <p><b>Unmatched frames</b> are released by stream time, the highest publishing time seen in the
 * task. Streams merges both sides in order of time only as far as it knows of records: on a busy
 * machine one side can be fetched seconds ahead of the other. So a frame that is due goes only when
 * the other side itself has come that far, or has nothing left on its topic. When nothing comes any
 * more, stream time stands still, and the last frames are released by the wall clock instead. A
 * slow network, a restart or a rebalance must not look like silence. So the wall clock counts only
 * from the last record this task has processed or from its start, and before the release both
 * partitions are looked at: if any record lies behind the committed offsets, the task is not idle
 * but late, and nothing is released.
 *
 * <p><b>Settled numbers</b> are remembered for the duplicate window of stream time. A frame that
 * comes for one of them, or a second one of the side that waits, is answered with a DUPLICATE
 * outcome beside the one its number has.
 */
final class PairingProcessor implements Processor<String, Frame, String, SpecificRecord> {
  private final PairingResources resources;
  private final Topics topics;
  private final FrameThinning thinning;
  private final long unmatchedAfterMs;
  private final FailedPairs failed = new FailedPairs();

  /** Publishing time up to which each side has been read since the task began. */
  private final Map<Side, Long> newestMs = new EnumMap<>(Side.class);

  private ProcessorContext<String, SpecificRecord> context;
  private PairingStores stores;
  private PairScoring scoring;
  private PairingResults results;
  private long lastRecordMs;

  PairingProcessor(PairingResources resources) {
    MonitorConfig config = resources.config();
    this.resources = resources;
    topics = new Topics(config.topicPrefix());
    thinning = new FrameThinning(config.mode(), config.latencyBound());
    unmatchedAfterMs = config.unmatchedAfter().toMillis();
  }

  /** Called again where a task comes back after its transaction was aborted. */
  @Override
  public void init(ProcessorContext<String, SpecificRecord> taskContext) {
    // What was read in that transaction is read again.
    newestMs.clear();
    context = taskContext;
    stores = new PairingStores(context, resources.config().duplicateWindow());
    scoring = new PairScoring(resources.assessors().get(), resources.model(), resources.engine());
    results = new PairingResults(context, resources.metrics(), thinning);
    resources.metrics().watch(thinning);
    lastRecordMs = context.currentSystemTimeMs();
    Duration interval = Duration.ofMillis(Math.max(50, unmatchedAfterMs / 10));
    context.schedule(interval, PunctuationType.STREAM_TIME, this::releaseByStreamTime);
    context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::releaseWhenIdle);
  }

  @Override
  public void process(Record<String, Frame> record) {
    lastRecordMs = context.currentSystemTimeMs();
    Frame frame = record.value();
    RecordMetadata place = context.recordMetadata().orElseThrow();
    Side side = topics.sideOf(place.topic());
    newestMs.merge(side, record.timestamp(), Math::max);
    Optional<OutcomeKind> settled =
        stores.settledAs(frame.getStream(), frame.getFrameNumber(), context.currentStreamTimeMs());
    Optional<FramePointer> waiting = stores.waiting(frame.getStream(), frame.getFrameNumber());
    if (settled.isPresent()) {
      String reason = "the frame number was settled before as " + settled.get();
      results.report(Identities.of(frame), OutcomeKind.DUPLICATE, reason, side);
    } else if (waiting.isEmpty()) {
      await(frame, side, place, record.timestamp());
    } else if (Side.of(waiting.get().getSide()) == side) {
      String reason = "a " + side.id() + " frame of this number waits already";
      results.report(Identities.of(frame), OutcomeKind.DUPLICATE, reason, side);
    } else {
      settlePair(frame, waiting.get(), record.timestamp());
    }
  }

  private void await(Frame frame, Side side, RecordMetadata place, long timestamp) {
    stores.await(
        new FramePointer(
            frame.getStream(),
            frame.getStage(),
            frame.getBuild(),
            frame.getFrameNumber(),
            frame.getCaptureTimeUs(),
            side.toSchema(),
            place.partition(),
            place.offset(),
            timestamp));
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    resources.cache().put(partition, place.offset(), frame);
  }

  private void settlePair(Frame frame, FramePointer pointer, long timestamp) {
    Side waitingSide = Side.of(pointer.getSide());
    FrameIdentity identity =
        waitingSide == Side.REFERENCE ? Identities.of(frame) : Identities.of(pointer);
    long now = context.currentSystemTimeMs();
    thinning.observe(now - timestamp, now);
    if (!thinning.scores(frame.getFrameNumber())) {
      resources.cache().take(partition(pointer), pointer.getOffset());
      String reason = "live mode scores every " + thinning.k() + "th frame to bound the latency";
      settle(identity, OutcomeKind.SKIPPED, reason, null);
      return;
    }
    Optional<Frame> partner = payload(pointer);
    if (partner.isEmpty()) {
      String reason = "the topic no longer holds the " + waitingSide.id() + " frame";
      settle(identity, OutcomeKind.LOST, reason, waitingSide);
    } else if (waitingSide == Side.REFERENCE) {
      score(identity, partner.get(), frame, timestamp);
    } else {
      score(identity, frame, partner.get(), timestamp);
    }
  }

  private Optional<Frame> payload(FramePointer pointer) {
    TopicPartition partition = partition(pointer);
    Optional<Frame> cached = resources.cache().take(partition, pointer.getOffset());
    if (cached.isPresent()) {
      return cached;
    }
    resources.metrics().reread();
    return resources.reader().read(partition, pointer.getOffset());
  }

  private TopicPartition partition(FramePointer pointer) {
    return new TopicPartition(topics.frames(Side.of(pointer.getSide())), pointer.getPartition());
  }

  private void score(FrameIdentity identity, Frame reference, Frame processed, long timestamp) {
    PairScoring.Scored scored;
    try {
      scored = scoring.score(identity, reference, processed, () -> age(timestamp));
    } catch (RuntimeException e) {
      failed.add(identity, e);
      settle(identity, OutcomeKind.FAILED, words(e), null);
      return;
    }
    settle(identity, OutcomeKind.SCORED, "", null);
    results.publish(identity, scored);
    resources.listener().scored(scored.score(), scored.map(), reference, processed);
  }

  private Duration age(long timestamp) {
    return Duration.ofMillis(Math.max(0, context.currentSystemTimeMs() - timestamp));
  }

  private static String words(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void releaseByStreamTime(long streamTimeMs) {
    for (Side side : Side.values()) {
      Predicate<FramePointer> due =
          pointer ->
              Side.of(pointer.getSide()) == side
                  && pointer.getTimestampMs() <= streamTimeMs - unmatchedAfterMs;
      if (stores.waiting(due).isEmpty()) {
        continue;
      }
      boolean othersAreRead = !resources.backlog().isIn(Set.of(source(side.other())));
      long othersTimeMs = newestMs.getOrDefault(side.other(), 0L);
      release(
          pointer ->
              due.test(pointer)
                  && (othersAreRead
                      || pointer.getTimestampMs() <= othersTimeMs - unmatchedAfterMs));
    }
  }

  private TopicPartition source(Side side) {
    return new TopicPartition(topics.frames(side), context.taskId().partition());
  }

  private void releaseWhenIdle(long nowMs) {
    if (nowMs - lastRecordMs < unmatchedAfterMs || stores.nothingWaits()) {
      return;
    }
    Set<TopicPartition> both = Set.of(source(Side.REFERENCE), source(Side.PROCESSED));
    if (!resources.backlog().isIn(both)) {
      release(pointer -> true);
    }
  }

  private void release(Predicate<FramePointer> due) {
    List<FramePointer> released = stores.waiting(due);
    for (FramePointer pointer : released) {
      Side side = Side.of(pointer.getSide());
      resources.cache().take(partition(pointer), pointer.getOffset());
      String reason =
          "no %s frame came within %d ms".formatted(side.other().id(), unmatchedAfterMs);
      settle(Identities.of(pointer), OutcomeKind.UNMATCHED, reason, side);
    }
  }

  private void settle(FrameIdentity identity, OutcomeKind kind, String reason, Side side) {
    stores.settle(identity.stream(), identity.frameNumber(), kind, context.currentStreamTimeMs());
    results.report(identity, kind, reason, side);
  }

  @Override
  public void close() {
    resources.metrics().forget(thinning);
    scoring.close();
  }
}
