package dev.pixelwatch.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {
  /** A codec and the schema it writes. */
  record Subject(RecordCodec<? extends SpecificRecord> codec, Schema newest) {
    @Override
    public String toString() {
      return newest.getName();
    }
  }

  static Stream<Subject> subjects() {
    return Stream.of(
        new Subject(Records.FRAME, Frame.getClassSchema()),
        new Subject(Records.SCORE, Score.getClassSchema()),
        new Subject(Records.MAP, DistortionMap.getClassSchema()),
        new Subject(Records.OUTCOME, Outcome.getClassSchema()),
        new Subject(Records.STATUS, StreamStatus.getClassSchema()),
        new Subject(Records.POINTER, FramePointer.getClassSchema()));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void theNewestSchemaIsTheLastOneOfTheHistory(Subject subject) {
    List<Schema> history = subject.codec().publishedVersions();

    assertThat(history).isNotEmpty();
    assertThat(history.get(history.size() - 1))
        .as("a changed schema needs a file with the next number in the history folder")
        .isEqualTo(subject.newest());
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void everyVersionReadsEveryOther(Subject subject) {
    for (Schema reader : subject.codec().publishedVersions()) {
      for (Schema writer : subject.codec().publishedVersions()) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType())
            .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void bytesOfEveryVersionAreDecoded(Subject subject) throws IOException {
    for (Schema version : subject.codec().publishedVersions()) {
      GenericRecord written = filled(version);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new BinaryMessageEncoder<GenericRecord>(GenericData.get(), version).encode(written, bytes);

      SpecificRecord read = subject.codec().decode(bytes.toByteArray());

      for (Schema.Field field : version.getFields()) {
        Schema.Field now = subject.newest().getField(field.name());
        assertThat(now).as("fields are never removed: " + field.name()).isNotNull();
        assertThat(read.get(now.pos())).hasToString(written.get(field.pos()).toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void everyFieldIsExplained(Subject subject) {
    assertThat(subject.newest().getDoc()).isNotBlank();
    assertThat(subject.newest().getFields()).allSatisfy(f -> assertThat(f.doc()).isNotBlank());
  }

  @Test
  void thePayloadIsTheLastFieldOfAFrame() {
    List<Schema.Field> fields = Frame.getClassSchema().getFields();

    assertThat(fields.get(fields.size() - 1).name()).isEqualTo("payload");
  }

  private static GenericRecord filled(Schema schema) {
    GenericRecord record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.name(), value(field.schema(), field.pos() + 1));
    }
    return record;
  }

  private static Object value(Schema schema, int seed) {
    return switch (schema.getType()) {
      case STRING -> "text " + seed;
      case INT -> seed;
      case LONG -> 1L << 40 | seed;
      case FLOAT -> seed / 4f;
      case DOUBLE -> seed / 8.0;
      case BOOLEAN -> true;
      case BYTES -> ByteBuffer.wrap(new byte[] {1, 2, (byte) seed});
      case ENUM ->
          new GenericData.EnumSymbol(
              schema, schema.getEnumSymbols().get(schema.getEnumSymbols().size() - 1));
      case ARRAY -> List.of(value(schema.getElementType(), seed));
      case UNION -> value(schema.getTypes().get(schema.getTypes().size() - 1), seed);
      default -> throw new IllegalArgumentException("no value for " + schema);
    };
  }
}
