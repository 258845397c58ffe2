package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** The names of the topics that begin with a prefix. */
public final class Topics {
  private final String prefix;

  public Topics(String prefix) {
    this.prefix = prefix;
  }

  /** Frames of one side, {@code PREFIX.frames.reference} or {@code PREFIX.frames.processed}. */
  public String frames(Side side) {
    return prefix + ".frames." + side.id();
  }

  public String scores() {
    return prefix + ".scores";
  }

  public String maps() {
    return prefix + ".maps";
  }

  public String outcomes() {
    return prefix + ".outcomes";
  }

  /** How the capture of each stream is doing. */
  public String status() {
    return prefix + ".status";
  }

  /** Alerts, in JSON. */
  public String alerts() {
    return prefix + ".alerts";
  }

  /** Records that cannot be decoded, as they came. */
  public String deadLetter() {
    return prefix + ".deadletter";
  }

  /** The topics that carry results. */
  List<String> results() {
    return List.of(scores(), maps(), outcomes(), status(), alerts());
  }

  /** The same without the maps. */
  List<String> news() {
    return List.of(scores(), outcomes(), status(), alerts());
  }

  /** The topics that a monitor reads: frames to pair, and results for its detectors. */
  List<String> inputs() {
    return List.of(
        frames(Side.REFERENCE), frames(Side.PROCESSED), scores(), maps(), outcomes(), status());
  }

  /** The side whose frames a topic carries. */
  Side sideOf(String topic) {
    return topic.equals(frames(Side.REFERENCE)) ? Side.REFERENCE : Side.PROCESSED;
  }

  /**
   * Those of some topics that there are.
   *
   * @throws UserError if no broker answers within about ten seconds
   */
  public static List<String> present(MonitorConfig config, Collection<String> wanted) {
    return ask(
        config,
        "looking for topics",
        admin -> {
          Set<String> present = admin.listTopics().names().get();
          return wanted.stream().filter(present::contains).toList();
        });
  }

  /**
   * How many partitions a topic has.
   *
   * @throws UserError if no broker answers within about ten seconds, or there is no such topic
   */
  static int partitions(MonitorConfig config, String topic) {
    return ask(
        config,
        "looking at topics",
        admin ->
            admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size());
  }

  /**
   * Creates the topics that are missing, with the limits that follow from the configuration, and
   * waits until all of them can be used.
   *
   * @throws UserError if no broker answers within about ten seconds, or if existing topics do not
   *     fit: different numbers of partitions, or a limit below the largest frame
   */
  public static void ensure(MonitorConfig config) {
    ask(
        config,
        "creating topics",
        admin -> {
          new TopicCreation(admin, config).run();
          return null;
        });
  }

  /** Something that a cluster is asked to tell or to do. */
  private interface Question<T> {
    T ask(Admin admin) throws Exception;
  }

  private static <T> T ask(MonitorConfig config, String doing, Question<T> question) {
    try (Admin admin = Admin.create(KafkaSettings.admin(config))) {
      return question.ask(admin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("stopped while " + doing, "Start again.", e);
    } catch (UserError e) {
      throw e;
    } catch (Exception e) {
      throw KafkaErrors.toUserError(config, doing, e);
    }
  }
}
