package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Rig.Extension.class)
class TopicCreationTest {
  @Test
  void noTopicGrowsForEver(Rig rig) throws Exception {
    MonitorConfig config = rig.config().set(MonitorOption.RESULT_RETENTION, 64L << 20).build();
    Topics topics = new Topics(config.topicPrefix());
    List<String> names = new ArrayList<>(topics.results());
    names.add(topics.deadLetter());

    try (Admin admin = Admin.create(Map.of("bootstrap.servers", config.bootstrapServers()))) {
      new TopicCreation(admin, config).run();

      for (String name : names) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var settings = admin.describeConfigs(List.of(topic)).values().get(topic).get();
        assertThat(settings.get(TopicConfig.RETENTION_BYTES_CONFIG).value())
            .as(name)
            .isEqualTo("67108864");
        assertThat(settings.get(TopicConfig.SEGMENT_BYTES_CONFIG).value())
            .as(name)
            .isEqualTo("16777216");
      }
    }
  }
}
