package dev.pixelwatch.tools.command;

import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.Engine;
import dev.pixelwatch.runtime.Networks;
import dev.pixelwatch.runtime.OnnxNetwork;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which network scores, and what runs it. */
final class NetworkArgument {
  private static final String DEFAULT = "live";

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "What scores: live, studio (larger, about five times slower), or an .onnx file that"
              + " 'train' wrote (default: "
              + DEFAULT
              + ").")
  private String network;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "auto",
      converter = EngineConverter.class,
      description =
          "What runs the network: cpu; tensorrt, an NVIDIA GPU with numbers of 16 bits;"
              + " tensorrt-fp32, with 32; or auto, the GPU where 'doctor' finds that it can be"
              + " used, otherwise the CPU (default: ${DEFAULT-VALUE}).")
  private Engine engine;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  boolean isGiven() {
    return network != null;
  }

  /**
   * @param threads that one assessment uses
   * @throws dev.pixelwatch.core.UserError if there is no such network, or the engine cannot be used
   */
  DistortionNetwork open(int threads) {
    return open(name(), threads);
  }

  /** Another network than the option names, on the engine that it names. */
  DistortionNetwork open(String nameOrFile, int threads) {
    return Networks.open(nameOrFile, engine, threads, this::say);
  }

  /** The network that the option names, on the CPU whatever the engine. */
  DistortionNetwork onCpu(int threads) {
    return OnnxNetwork.load(name(), threads);
  }

  private String name() {
    return isGiven() ? network : DEFAULT;
  }

  private void say(String notice) {
    command.commandLine().getErr().println("pixelwatch: " + notice + ".");
    command.commandLine().getErr().flush();
  }
}
