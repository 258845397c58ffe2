package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.JpegCodec;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.training.network.ComputeDevice;
import dev.pixelwatch.training.network.NetworkSize;
import dev.pixelwatch.training.network.OnnxExport;
import dev.pixelwatch.training.network.OnnxImport;
import dev.pixelwatch.training.network.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  @TempDir static Path scenes;
  @TempDir static Path ofTheWholeMethod;
  @TempDir Path folder;

  /** The third batch is the first of ranked sets. */
  private static final int STEPS = 3;

  /** The network of a run that leaves nothing out. */
  private static Map<String, Integer> whole;

  @BeforeAll
  static void paintAndTrain() throws Exception {
    SceneFolder.fill(scenes, 20, 192, 160);
    whole =
        weights(
            train(
                TrainingOptions.fresh(
                    NetworkSize.LIVE, Budget.ofSteps(STEPS), ofTheWholeMethod, 1)));
  }

  @Test
  void aRunLeavesANetworkACheckpointAndALog() throws Exception {
    try (DistortionNetwork network = OnnxNetwork.load(ofTheWholeMethod.resolve("live.onnx"), 1)) {
      Picture picture = new MovingScene(96, 80, 1).frame(0);
      Assessment same = network.newAssessor().assess(picture, picture);
      assertThat(same.score()).isZero();
      assertThat(network.model().name()).isEqualTo("live");
    }
    assertThat(ofTheWholeMethod.resolve("live.checkpoint")).exists();
    assertThat(ofTheWholeMethod.resolve("training.csv")).content().startsWith("seconds,step,");
  }

  @Test
  void aNetworkThatCannotBeWrittenLeavesTheOneBeforeWhole() throws Exception {
    Path onnx = train(options(1, false));
    byte[] before = Files.readAllBytes(onnx);
    // A folder with something in it, where the new file would be written first.
    Files.createDirectories(folder.resolve("live.onnx.new/occupied"));

    assertThatThrownBy(() -> train(options(2, true)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot write " + onnx);
    assertThat(onnx).hasBinaryContent(before);
  }

  @Test
  void theNetworkHasTheMeanOfTheWeightsAndTheCheckpointHasBoth() throws Exception {
    Checkpoint end = Checkpoint.read(ofTheWholeMethod.resolve("live.checkpoint"));

    assertThat(whole)
        .isEqualTo(hashes(OnnxExport.toOnnx(end.average(), Map.of())))
        .isNotEqualTo(hashes(OnnxExport.toOnnx(end.parameters(), Map.of())));
  }

  /** The loss that asks for anti-symmetry, too, has an effect beside nothing of the kind. */
  @Test
  void aRunWithoutAPartLeavesAnotherNetworkThatSaysSo() throws Exception {
    Set<Map<String, Integer>> networks = new HashSet<>(Set.of(whole));
    for (Ablation part : Ablation.values()) {
      Path less = train(options(STEPS, false).without(part));
      Files.delete(folder.resolve("live.checkpoint"));

      assertThat(networks.add(weights(less))).as(part.id()).isTrue();
      assertThat(OnnxImport.metadata(Files.readAllBytes(less))).containsEntry("without", part.id());
    }
  }

  @Test
  void aRunGoesOnOnlyWithThePartsItBeganWith() throws Exception {
    train(options(1, false).without(Ablation.MASKS));

    assertThatThrownBy(() -> train(options(2, true)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a run without masks, not one of the whole method");
    assertThatThrownBy(() -> train(options(2, true).without(Ablation.ANTI_SYMMETRY)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not one without anti-symmetry");
  }

  @Test
  void aRunDoesNotStartFromANetworkOfAnotherKind() throws Exception {
    Path less = train(options(1, false).without(Ablation.ANTI_SYMMETRY));
    Files.delete(folder.resolve("live.checkpoint"));

    assertThatThrownBy(() -> train(options(1, false).from(less)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("another part of the method");
  }

  @Test
  void withoutAntiSymmetryIdenticalFramesAreNotAnsweredWithNothing() throws Exception {
    Path onnx = train(options(3, false).without(Ablation.ANTI_SYMMETRY));

    try (DistortionNetwork network = OnnxNetwork.load(onnx, 1)) {
      Picture picture = new MovingScene(96, 80, 1).frame(0);
      assertThat(network.newAssessor().assess(picture, picture).score()).isNotZero();
    }
  }

  @Test
  void aRunThatWasStoppedAndResumedEndsWithTheSameNetworkAsOneThatWasNot() throws Exception {
    Map<String, Integer> unbroken = weights(train(options(STEPS, false)));
    Files.delete(folder.resolve("live.checkpoint"));

    AtomicInteger steps = new AtomicInteger();
    train(options(STEPS, false), () -> steps.incrementAndGet() > 2);
    assertThat(Checkpoint.read(folder.resolve("live.checkpoint")).step()).isEqualTo(2);
    Map<String, Integer> resumed = weights(train(options(STEPS, true)));

    assertThat(resumed).isEqualTo(unbroken);
  }

  @Test
  void aRunThatIsStoppedIsMeasuredAndToldAsOneThatEnds() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    train(options(STEPS, false), () -> steps.incrementAndGet() > 2);

    List<String> log = Files.readAllLines(folder.resolve("training.csv"));
    assertThat(log).hasSize(2);
    assertThat(column(log.get(1), 1)).isEqualTo(2);
  }

  @Test
  void aResumedRunKeepsItsSeedAndLearningRateWithoutBeingTold() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    train(options(OptionalLong.of(7), OptionalDouble.of(0.001)), () -> steps.incrementAndGet() > 2);
    RunSettings begun = Checkpoint.read(folder.resolve("live.checkpoint")).settings();
    Path resumed = train(options(OptionalLong.empty(), OptionalDouble.empty()).resumed());

    assertThat(begun.peakLearningRate()).isEqualTo(0.001);
    assertThat(Checkpoint.read(folder.resolve("live.checkpoint")).settings()).isEqualTo(begun);
    assertThat(OnnxImport.metadata(Files.readAllBytes(resumed))).containsEntry("seed", "7");
  }

  @Test
  void aRunGoesOnOnlyWithItsSeedAndLearningRate() throws Exception {
    copyTheRunOfTheWholeMethod();

    assertThatThrownBy(() -> train(options(OptionalLong.of(2), OptionalDouble.empty()).resumed()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a run with seed 1, not with 2");
    assertThatThrownBy(
            () -> train(options(OptionalLong.empty(), OptionalDouble.of(0.001)).resumed()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a run with a learning rate of 0.003, not of 0.001");
  }

  @Test
  void aRunGoesOnOnlyWithItsPhotographs(@TempDir Path grown) throws Exception {
    copyTheRunOfTheWholeMethod();
    SceneFolder.fill(grown, 21, 192, 160);

    assertThatThrownBy(() -> train(options(2, true), grown, () -> false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a run on other photographs");
  }

  @Test
  void aRunThatGoesOnTakesNoOtherWeights() {
    TrainingOptions resumed = options(2, true);

    assertThatThrownBy(() -> resumed.from(folder.resolve("live.onnx")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--from gives others");
  }

  @Test
  void aFolderThatHoldsARunIsNotOverwritten() throws Exception {
    copyTheRunOfTheWholeMethod();

    assertThatThrownBy(() -> train(options(1, false)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a training run already");
  }

  @Test
  void aRunOfAnotherSizeDoesNotOverwriteTheLogEither() throws Exception {
    copyTheRunOfTheWholeMethod();
    String log = Files.readString(folder.resolve("training.csv"));

    TrainingOptions studio =
        TrainingOptions.fresh(NetworkSize.STUDIO, Budget.ofSteps(1), folder, 1);

    assertThatThrownBy(() -> train(studio))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a training run already");
    assertThat(folder.resolve("training.csv")).hasContent(log);
  }

  @Test
  void aCheckpointOfAnotherSizeIsRefusedByName() throws Exception {
    copyTheRunOfTheWholeMethod();
    Files.move(folder.resolve("live.checkpoint"), folder.resolve("studio.checkpoint"));

    TrainingOptions studio =
        TrainingOptions.fresh(NetworkSize.STUDIO, Budget.ofSteps(2), folder, 1).resumed();

    assertThatThrownBy(() -> train(studio))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a live network, not a studio one");
  }

  @Test
  void aDamagedCheckpointIsRefused() throws IOException {
    Files.writeString(folder.resolve("live.checkpoint"), "damaged");

    assertThatThrownBy(() -> train(options(1, true)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot resume from");
  }

  @Test
  void aRunFromTrainedWeightsStartsAsGoodAsTheyAre() throws Exception {
    Path trained = train(options(12, false));
    double end = validationLosses().get(0);

    TrainingOptions options =
        TrainingOptions.fresh(NetworkSize.LIVE, Budget.ofSteps(1), folder.resolve("more"), 1);
    train(options.from(trained));

    List<String> log = Files.readAllLines(folder.resolve("more/training.csv"));
    assertThat(column(log.get(1), 6)).isCloseTo(end, within(0.3 * end));
  }

  @Test
  void theRateOfLearningIsAShareOfItsPeak() throws Exception {
    TrainingOptions usual = options(1, false);
    train(usual);
    Path gentle = folder.resolve("gentle");
    train(
        new TrainingOptions(
            usual.size(),
            usual.budget(),
            OptionalDouble.of(NetworkSize.LIVE.peakLearningRate() / 10),
            gentle,
            false,
            Optional.empty(),
            ComputeDevice.CPU,
            OptionalLong.of(1),
            1,
            Optional.empty()));

    double usualRate = column(Files.readAllLines(folder.resolve("training.csv")).get(1), 5);
    double gentleRate = column(Files.readAllLines(gentle.resolve("training.csv")).get(1), 5);
    assertThat(gentleRate).isPositive().isCloseTo(usualRate / 10, withinPercentage(5));
  }

  @Test
  void weightsOfALargerNetworkAreRefusedByName() throws Exception {
    Parameters studio = Parameters.initial(NetworkSize.STUDIO, 1);
    Path larger = Files.write(folder.resolve("studio.onnx"), OnnxExport.toOnnx(studio, Map.of()));

    assertThatThrownBy(() -> train(options(1, false).from(larger)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("studio.onnx")
        .hasMessageContaining("does not fit into a live one");
  }

  @Test
  void aFileThatIsNoNetworkIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.onnx"), "not a network");

    assertThatThrownBy(() -> train(options(1, false).from(text)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot start from " + text);
  }

  @Test
  void withoutAGpuItsUseIsRefused() {
    TrainingOptions fresh = options(1, false);
    TrainingOptions gpu =
        new TrainingOptions(
            fresh.size(),
            fresh.budget(),
            fresh.peakLearningRate(),
            folder,
            false,
            Optional.empty(),
            ComputeDevice.GPU,
            OptionalLong.of(1),
            1,
            Optional.empty());

    assertThatThrownBy(() -> train(gpu))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("PyTorch finds no GPU");
  }

  private List<Double> validationLosses() throws IOException {
    return Files.readAllLines(folder.resolve("training.csv")).stream()
        .skip(1)
        .map(line -> column(line, 6))
        .toList();
  }

  private void copyTheRunOfTheWholeMethod() throws IOException {
    for (String name : List.of("live.checkpoint", "live.onnx", "training.csv")) {
      Files.copy(ofTheWholeMethod.resolve(name), folder.resolve(name));
    }
  }

  private static double column(String line, int index) {
    return Double.parseDouble(line.split(",")[index]);
  }

  private static Path train(TrainingOptions options) throws InterruptedException {
    return train(options, () -> false);
  }

  private static Path train(TrainingOptions options, BooleanSupplier stop)
      throws InterruptedException {
    return train(options, scenes, stop);
  }

  private static Path train(TrainingOptions options, Path photographs, BooleanSupplier stop)
      throws InterruptedException {
    return new Trainer(options, List.of(new JpegCodec()))
        .run(Photographs.read(photographs, Trainer.smallestPhotograph()), progress -> {}, stop);
  }

  private TrainingOptions options(OptionalLong seed, OptionalDouble rate) {
    return new TrainingOptions(
        NetworkSize.LIVE,
        Budget.ofSteps(STEPS),
        rate,
        folder,
        false,
        Optional.empty(),
        ComputeDevice.CPU,
        seed,
        1,
        Optional.empty());
  }

  private TrainingOptions options(long steps, boolean resume) {
    TrainingOptions fresh =
        TrainingOptions.fresh(NetworkSize.LIVE, Budget.ofSteps(steps), folder, 1);
    return resume ? fresh.resumed() : fresh;
  }

  /** A hash of each tensor: what differs is told in a line, not in a hundred thousand. */
  private static Map<String, Integer> weights(Path onnx) throws IOException {
    return hashes(Files.readAllBytes(onnx));
  }

  private static Map<String, Integer> hashes(byte[] onnx) throws IOException {
    return ModelProto.parseFrom(onnx).getGraph().getInitializerList().stream()
        .collect(Collectors.toMap(TensorProto::getName, TensorProto::hashCode));
  }
}
