package dev.pixelwatch.monitor.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesFileTest {
  @TempDir private Path folder;

  private DetectorRules rules(String text) throws IOException {
    return RulesFile.read(Files.writeString(folder.resolve("rules.yaml"), text));
  }

  @Test
  void anEmptyFileMeansTheDefaults() throws IOException {
    DetectorRules rules = rules("# nothing yet\n");

    for (RuleOption option : RuleOption.values()) {
      assertThat(rules.get(option)).isEqualTo(option.defaultValue());
    }
  }

  @Test
  void aLargerStepMakesADetectorCalmer() throws IOException {
    DetectorConfig calm = DetectorConfig.defaults().withRules(rules("intensity-step: 0.5"));

    assertThat(new Watched(calm).seconds(20).add(Watched.NOISE, 0.2).seconds(5).alerts).isEmpty();
  }

  @Test
  void aStepOfOneTypeAndSomeStreamsLeavesTheOthers() throws IOException {
    DetectorConfig config =
        DetectorConfig.defaults()
            .withRules(rules("steps:\n  - {stream: cam*, type: noise, step: 0.5}"));
    Watched stream = new Watched(config).seconds(20);
    stream.add(Watched.NOISE, 0.2).add(Watched.BLUR, 0.2).seconds(5);

    assertThat(stream.alerts).extracting(Alert::type).containsExactly("blur");
    assertThat(stream.alerts.get(0).message()).doesNotContain("noise");
  }

  @Test
  void whatIsMutedIsNotTold() throws IOException {
    DetectorConfig config =
        DetectorConfig.defaults()
            .withRules(rules("mute:\n  - {type: noise}\n  - {stream: other}\n  - kind: black"));
    Watched stream = new Watched(config).seconds(20).add(Watched.NOISE, 0.3).seconds(5);
    stream.shows(Watched.picture(60), Watched.picture(16)).seconds(5);

    assertThat(stream.alerts).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          intensity-step: 7              | line 1: intensity-step is 7, which is not in 0.01 to 1
          intensity-step: much           | line 1: intensity-step is 'much', which is no number
          learn-seconds: 5\\nspeed: 3    | line 2: speed is no rule
          mute:\\n  - {kind: sad}        | line 2: kind is 'sad', which is none of
          mute:\\n  - {type: sad}        | line 2: type is 'sad', which is no distortion type
          mute:\\n  - {colour: red}      | line 2: colour is no key of mute
          mute:\\n  - {}                 | line 2: mute needs a stream, a type or a kind
          mute: all                      | line 1: mute needs a list
          steps:\\n  - {type: noise}     | line 2: steps needs a type and a step
          cut-steps: 1\\ncut-steps: 2    | line 2: cut-steps stands here twice
          mute: [                        | line 1:
          - a                            | line 1: the file needs keys with values
          """)
  void aWrongRuleIsNamedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> rules(text.replace("\\n", "\n")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("rules.yaml, " + message);
  }

  @Test
  void aFileThatIsNotThereIsAUserError() {
    assertThatThrownBy(() -> RulesFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot read");
  }
}
