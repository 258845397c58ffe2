package dev.pixelwatch.tools.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command: says what there is. */
@Command(
    name = "pixelwatch",
    description =
        "Watches the image quality of a camera pipeline: which distortion was added or removed,"
            + " where in the frame, how much, and what that does to quality. No human labels.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      WatchCommand.class,
      AttachCommand.class,
      MonitorCommand.class,
      BrokerCommand.class,
      ScoreCommand.class,
      DistortCommand.class,
      CalibrateCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      BaselineCommand.class,
      RecordCommand.class,
      InspectCommand.class,
      ReplayCommand.class,
      ProcessCommand.class,
      BenchCommand.class,
      DoctorCommand.class,
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch demo",
      "      See it work with nothing at hand, in about a minute.",
      "  pixelwatch watch before.mp4 after.mp4 --report report",
      "      Compare what went into a stage with what came out, frame by frame.",
      "  pixelwatch attach --reference rtsp://cam/raw --processed rtsp://cam/isp",
      "      Watch a rig while it runs.",
      "  pixelwatch score before.png after.png --map map.png",
      "      Compare two images.",
      "  pixelwatch doctor",
      "      Find out what this machine can do, and what is missing.",
      "",
      "Exit codes: 0 done, 1 a fault of Pixelwatch, 2 something in the input to mend,",
      "130 ended with Ctrl-C; compare adds 3, worse than allowed, and 4, not enough data."
    })
public final class PixelwatchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
