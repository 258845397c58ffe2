package dev.pixelwatch.tools.command;

import dev.pixelwatch.runtime.Engine;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An engine by its name in options, case ignored. */
final class EngineConverter implements ITypeConverter<Engine> {
  @Override
  public Engine convert(String value) {
    return Arrays.stream(Engine.values())
        .filter(engine -> engine.id().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is none of %s"
                        .formatted(
                            value,
                            Arrays.stream(Engine.values())
                                .map(Engine::id)
                                .collect(Collectors.joining(", ")))));
  }
}
