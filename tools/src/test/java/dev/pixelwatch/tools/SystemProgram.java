package dev.pixelwatch.tools;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves tests out where a program of the system is missing, and says so in the build's output. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SystemProgram.Installed.class)
public @interface SystemProgram {
  /** The name of the program. */
  String value();

  /** Looks for the program on the PATH. */
  final class Installed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Optional<String> program =
          AnnotationSupport.findAnnotation(context.getElement(), SystemProgram.class)
              .map(SystemProgram::value);
      if (program.isEmpty() || isOnPath(program.get())) {
        return ConditionEvaluationResult.enabled("no program is missing");
      }
      String reason =
          "LEFT OUT: %s, because the program %s is not installed"
              .formatted(context.getDisplayName(), program.get());
      System.err.println(reason);
      return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean isOnPath(String program) {
      return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
          .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
  }
}
