package dev.pixelwatch.tools;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Input that a command cannot use. Whatever it is: the exit code is 2, no result is printed, no
 * file is made, and two lines say what is wrong and what to do about it.
 */
final class RefusalTest {
  @TempDir static Path folder;

  /** Files that the command lines below name by the words before the dot. */
  @BeforeAll
  static void layOutFiles() throws IOException {
    Picture street = Clips.street(64, 64, 1).get(0);
    Clips.image(folder.resolve("a.png"), street);
    Clips.image(folder.resolve("b.png"), street);
    Clips.image(folder.resolve("wide.png"), Clips.street(96, 64, 1).get(0));
    byte[] whole = Files.readAllBytes(folder.resolve("a.png"));
    Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("empty.mp4"), new byte[0]);
    Files.createDirectory(folder.resolve("folder"));
    text("notes.txt", "not what it seems");
    text("pairs.csv", "ref,dist\na.png,b.png\n");
    text("nothing.csv", "");
    text("header.csv", "ref,dist\n");
    text("semicolons.csv", "ref;dist\na.png;b.png\n");
    text("short.csv", "ref,dist\na.png,b.png\na.png\n");
    text("quote.csv", "ref,dist\n\"a.png,b.png\n");
    Files.write(
        folder.resolve("latin.csv"), "ref,dist\nM\u00fcnchen.png,b.png\n".getBytes(ISO_8859_1));
    text("known-type.csv", known("a.png,b.png,blurr,1"));
    text("known-up.csv", known("a.png,b.png,blur,up"));
    text("known-zero.csv", known("a.png,b.png,blur,0"));
    text("known-gone.csv", known("a.png,gone.png,blur,1"));
    text("known-sizes.csv", known("a.png,wide.png,blur,1"));
    text("known-none.csv", known(""));
    text("judged-word.csv", "ref,dist,dmos\na.png,b.png,good\n");
    text("judged-both.csv", "ref,dist,mos,dmos\na.png,b.png,1,2\n");
    text("judged-small.csv", "ref,dist,dmos\na.png,b.png,1\n");
  }

  private static String known(String row) {
    return "ref,dist,expected_type,expected_direction\n" + row + "\n";
  }

  private static void text(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  static Stream<Arguments> watching() {
    return Stream.of(
        refusal("watch", "REFERENCE", "PROCESSED"),
        refusal("watch {a.png}", "PROCESSED"),
        refusal("watch {a.png} {b.png} {b.png}", "b.png"),
        refusal("watch {gone.mp4} {b.png}", "there is no file", "gone.mp4"),
        refusal("watch {folder} {b.png}", "folder", "is a directory"),
        refusal("watch {empty.mp4} {b.png}", "empty.mp4", "it is empty"),
        refusal("watch {a.png} {notes.txt}", "notes.txt", "not a video"),
        refusal("watch {a.png} {cut.png}", "cut.png", "no frame that can be decoded"),
        refusal("watch {wide.png} {a.png}", "96 x 64", "64 x 64", "--scale-reference"),
        refusal("watch {a.png} {b.png} --frames 0", "--frames is 0", "1 or more"),
        refusal("watch {a.png} {b.png} --frames -7", "--frames is -7"),
        refusal("watch {a.png} {b.png} --frames many", "--frames", "'many'"),
        refusal("watch {a.png} {b.png} --mode fast", "--mode", "COMPLETE, LIVE", "'fast'"),
        refusal("watch {a.png} {b.png} --report", "--report"));
  }

  static Stream<Arguments> scoring() {
    return Stream.of(
        refusal("score", "score needs two images", "REFERENCE DISTORTED"),
        refusal("score {a.png} {b.png} {b.png}", "b.png"),
        refusal("score {a.png} {b.png} --out {o.csv}", "score needs two images"),
        refusal("score {gone.png} {b.png}", "cannot read the image", "gone.png"),
        refusal("score {a.png} {folder}", "cannot read the image", "folder"),
        refusal("score {a.png} {cut.png}", "cut.png is damaged", "Save it again"),
        refusal("score --pairs {pairs.csv}", "--pairs goes with --out"),
        refusal("score --pairs {pairs.csv} --out {o.csv} --json", "and nothing else"),
        refusal("score --pairs {pairs.csv} --out {o.csv} --map {m.png}", "and nothing else"),
        refusal("score {a.png} --pairs {pairs.csv} --out {o.csv}", "and nothing else"),
        refusal("score --pairs {pairs.csv} --out {pairs.csv}", "would overwrite", "pairs.csv"),
        refusal("score --pairs {pairs.csv} --out {folder}", "cannot write", "folder"),
        refusal("score --pairs {pairs.csv} --out {a.png/o.csv}", "cannot write", "o.csv"),
        refusal("score --pairs {gone.csv} --out {o.csv}", "gone.csv", "there is no such file"),
        refusal("score --pairs {folder} --out {o.csv}", "cannot read the pairs", "folder"),
        refusal("score --pairs {nothing.csv} --out {o.csv}", "no column 'ref'", "nothing.csv"),
        refusal("score --pairs {header.csv} --out {o.csv}", "header.csv names no pairs"),
        refusal("score --pairs {semicolons.csv} --out {o.csv}", "only ref;dist"),
        refusal("score --pairs {short.csv} --out {o.csv}", "row 2 of", "short.csv has 1 fields"),
        refusal(
            "score --pairs {quote.csv} --out {o.csv}", "quote.csv", "before encapsulated token"),
        refusal("score --pairs {latin.csv} --out {o.csv}", "latin.csv", "not text in UTF-8"));
  }

  static Stream<Arguments> distorting() {
    return Stream.of(
        refusal("distort", "IMAGE"),
        refusal("distort {gone.png} --contact-sheet", "cannot read the image", "gone.png"),
        refusal("distort {notes.txt} --contact-sheet", "notes.txt is not an image"),
        refusal("distort {a.png} --type blur", "--type and --severity go together"),
        refusal("distort {a.png} --severity 1", "--type and --severity go together"),
        refusal("distort {a.png} --contact-sheet --type blur", "or --contact-sheet"),
        refusal("distort {a.png} --contact-sheet --severity 1", "or --contact-sheet"),
        refusal("distort {a.png} --type blur --severity much", "--severity", "'much'"),
        refusal("distort {a.png} --type blur --severity 1.01", "blur must lie in 0..1", "1.01"),
        refusal("distort {a.png} --type tint --severity -1.5", "tint must lie in -1..1", "-1.5"),
        refusal("distort {a.png} --type blur --severity NaN", "blur must lie in 0..1", "NaN"),
        refusal("distort {a.png} --type blur --severity 1 --seed x", "--seed", "'x'"),
        refusal("distort {a.png} --type blur --severity 1 --out {folder}", "cannot write"),
        refusal("distort {a.png} --type blur --severity 1 --out {b.png/c}", "cannot write", "c:"));
  }

  static Stream<Arguments> measuring() {
    return Stream.of(
        refusal("bench", "network, pipeline, detectors, replay or compare"),
        refusal("bench disk", "disk"),
        refusal("bench network --threads 0", "--threads"),
        refusal("bench network --network huge", "cannot read the network huge", "live, studio"),
        refusal("bench network --network /", "cannot read the network /", "live, studio"),
        refusal("bench network --seconds 0", "--seconds", "1 or more"),
        refusal("bench network --seconds long", "--seconds", "'long'"),
        refusal("bench network --size 15x64", "'15x64'", "1920x1080"),
        refusal("bench network --size 8193x64", "'8193x64'"),
        refusal("bench pipeline --frames 0", "--frames is 0", "1 or more"),
        refusal("bench pipeline --size 62x64", "62x64 are too small", "64x64"),
        refusal("bench pipeline --size 65x64", "65x64 cannot be coded", "even"),
        refusal("bench pipeline --size 64x65", "64x65 cannot be coded", "even"));
  }

  static Stream<Arguments> learning() {
    return Stream.of(
        refusal("train", "--photos"),
        refusal("train --photos {gone}", "cannot read the folder", "gone"),
        refusal("train --photos {folder}", "folder holds 0 usable", "at least 20", "128 pixels"),
        refusal("train --photos {folder} --size huge", "size huge", "live or studio"),
        refusal("train --photos {folder} --device tpu", "device tpu", "cpu or gpu"),
        refusal("train --photos {folder} --hours 0", "--hours must be above 0"),
        refusal("train --photos {folder} --hours 1001", "at most 1000"),
        refusal("train --photos {folder} --learning-rate 0", "--learning-rate must be above 0"),
        refusal("train --photos {folder} --hours NaN", "--hours must be above 0"),
        refusal("train --photos {folder} --steps -1", "--steps above 0"),
        refusal("train --photos {folder} --threads 0", "--threads is 0"));
  }

  static Stream<Arguments> calibrating() {
    return Stream.of(
        refusal("calibrate", "--photos"),
        refusal("calibrate --photos {gone}", "cannot read the folder", "gone"),
        refusal("calibrate --photos {folder}", "folder holds 0 usable", "512 pixels"),
        refusal("calibrate --photos {folder} --count 1", "--count is 1", "2 or more"));
  }

  static Stream<Arguments> evaluating() {
    return Stream.of(
        refusal("evaluate --photos {gone}", "cannot read the folder", "gone"),
        refusal("evaluate --photos {folder}", "folder holds 0 usable", "256 pixels"),
        refusal("evaluate --photos {folder} --count 3", "--count must be 4 or more"),
        refusal("evaluate --pairs {gone.csv}", "gone.csv: there is no such file", "Give a CSV"),
        refusal("evaluate --pairs {pairs.csv}", "pairs.csv is not a list of known pairs"),
        refusal("evaluate --pairs {nothing.csv}", "nothing.csv names no pairs"),
        refusal("evaluate --pairs {known-none.csv}", "known-none.csv names no pairs"),
        refusal("evaluate --pairs {known-type.csv}", "row 1", "'blurr', which is no type"),
        refusal("evaluate --pairs {known-up.csv}", "row 1", "direction 'up'", "Write 1 where"),
        refusal("evaluate --pairs {known-zero.csv}", "row 1", "direction '0'", "Write 1 where"),
        refusal("evaluate --pairs {known-sizes.csv}", "row 1", "64 x 64", "96 x 64", "same size"),
        refusal("evaluate --pairs {known-gone.csv}", "cannot read the image", "gone.png"),
        refusal("evaluate --human {gone.csv}", "gone.csv: there is no such file", "Give a CSV"),
        refusal("evaluate --human {pairs.csv}", "not a list of human scores", "ref, dist"),
        refusal("evaluate --human {judged-both.csv}", "not a list of human scores", "mos, dmos"),
        refusal("evaluate --human {judged-word.csv}", "row 1", "'good'", "not a number"),
        refusal("evaluate --pairs {pairs.csv} --network {gone.onnx}", "cannot read the network"),
        refusal(
            "evaluate --pairs {pairs.csv} --network {notes.txt}", "notes.txt is not a network"));
  }

  static Stream<Arguments> recording() {
    String servers = " --bootstrap-servers 127.0.0.1:1";
    return Stream.of(
        refusal("record", "--out"),
        refusal("record --out {r}", "from a cluster or from a folder", "--data DIR"),
        refusal("record --out {r} --data {gone}", "there is no folder", "gone"),
        refusal("record --out {r} --only sound" + servers, "'sound' is nothing", "frames"),
        refusal("record --out {r} --from noon" + servers, "--from is 'noon'", "-10m"),
        refusal("record --out {r} --from -1m --to -2m" + servers, "not later than --from"),
        refusal("record --out {r} --duration 0" + servers, "--duration is 0"),
        refusal("record --out {r} --max-size big" + servers, "--max-size is 'big'", "500MB"),
        refusal("inspect {gone}", "there is no folder", "gone"),
        refusal("inspect {folder}", "holds no recording"),
        refusal("replay {folder} --rescore --out {r}", "holds no recording"),
        refusal("replay {folder}", "to a cluster", "--rescore --out"),
        refusal("replay {folder} --out {r}", "--out is for --rescore"),
        refusal(
            "replay {folder} --network studio" + servers, "--network is for --rescore", "Leave"),
        refusal("replay {folder} --speed 0" + servers, "--speed is '0'", "or max"),
        refusal("replay {folder} --speed fast" + servers, "--speed is 'fast'", "or max"),
        refusal("process {folder} --build b --out {r}", "--through"),
        refusal(
            "process {folder} --through exec:cat --build b --out {r} --no-score --network live",
            "--network is for scores"),
        refusal("process {folder} --through blur --build b --out {r}", "'blur' is no stage"),
        refusal("process {folder} --through exec:cat --build b --out {r}", "no recording"),
        refusal(
            "process {folder} --through exec:cat --build b --out {r} --timeout 0",
            "--timeout is 0"),
        refusal(
            "process {folder} --through exec:cat --build b --out {r} --fps none",
            "'none' is not a frame rate"),
        refusal("bench replay --frames 0", "--frames is 0"),
        refusal("bench replay --size 32x32", "too small"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "watching",
    "scoring",
    "distorting",
    "measuring",
    "learning",
    "calibrating",
    "evaluating",
    "recording"
  })
  void aCommandThatCannotBeObeyedSaysWhyAndWhatToDo(String line, List<String> words)
      throws IOException {
    List<Path> before = files();

    Cli.Run run = Cli.run((Object[]) arguments(line));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(words).doesNotContain("\tat ", "Exception:", "null");
    assertThat(run.err().lines()).hasSize(2).allMatch(RefusalTest::isSentence);
    assertThat(run.err()).startsWith("pixelwatch: ");
    assertThat(files()).isEqualTo(before);
  }

  private static boolean isSentence(String line) {
    return line.endsWith(".") || line.endsWith("?");
  }

  private static Arguments refusal(String line, String... words) {
    return Arguments.of(line, List.of(words));
  }

  /** The words of a line; names in braces stand for files. */
  private static String[] arguments(String line) {
    return Stream.of(line.split(" "))
        .map(word -> word.startsWith("{") ? file(word) : word)
        .toArray(String[]::new);
  }

  private static String file(String word) {
    return folder.resolve(word.substring(1, word.length() - 1)).toString();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
