package dev.pixelwatch.monitor;

import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.ModelInfo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A monitor in a process of its own, which a test can kill. Its network takes 20 ms a pair. */
final class MonitorProcess {
  private MonitorProcess() {}

  static Process start(MonitorConfig config) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            MonitorProcess.class.getName(),
            config.bootstrapServers(),
            config.stateDirectory().toString(),
            config.topicPrefix());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File(config.stateDirectory() + ".log"))
        .start();
  }

  public static void main(String[] arguments) throws InterruptedException {
    MonitorConfig config =
        MonitorConfig.builder(arguments[0], Path.of(arguments[1]))
            .topicPrefix(arguments[2])
            .set(MonitorOption.PARTITIONS, 2)
            .build();
    try (Monitor monitor = new Monitor(config, new SlowNetwork(), new SimpleMeterRegistry())) {
      monitor.start();
      Thread.currentThread().join();
    }
  }

  private static final class SlowNetwork implements DistortionNetwork {
    private final DistortionNetwork network = new LumaDifferenceNetwork();

    @Override
    public ModelInfo model() {
      return network.model();
    }

    @Override
    public String engine() {
      return network.engine();
    }

    @Override
    public Assessor newAssessor() {
      return (reference, processed) -> {
        try {
          Thread.sleep(20);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return LumaDifferenceNetwork.assess(reference, processed);
      };
    }

    @Override
    public void close() {}
  }
}
