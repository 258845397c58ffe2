package dev.pixelwatch.training.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019). Ours because
 * DJL's keeps its moments to itself, and a checkpoint that lacks them does not resume the run.
 */
public final class Adam {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final double WEIGHT_DECAY = 1e-4;

  /** Longer gradients, ten times the usual length, are shortened (Pascanu et al. 2013). */
  private static final double GREATEST_NORM = 0.1;

  private final Map<String, float[]> first = new LinkedHashMap<>();
  private final Map<String, float[]> second = new LinkedHashMap<>();
  private long steps;

  public Adam(Parameters parameters) {
    parameters
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (tensor.trained()) {
                first.put(name, new float[tensor.values().length]);
                second.put(name, new float[tensor.values().length]);
              }
            });
  }

  /** Moves the parameters against their gradients; not at all if these are not finite. */
  public void step(Parameters parameters, Map<String, float[]> gradients, double learningRate) {
    double norm = norm(gradients);
    if (!Double.isFinite(norm)) {
      return;
    }
    float shorter = (float) Math.min(1, GREATEST_NORM / Math.max(norm, EPSILON));
    steps++;
    double scale = learningRate / (1 - Math.pow(BETA1, (double) steps));
    double correction = 1 / (1 - Math.pow(BETA2, (double) steps));
    gradients.forEach(
        (name, gradient) -> {
          float[] values = parameters.values(name);
          float[] m = first.get(name);
          float[] v = second.get(name);
          double decay = name.endsWith(".weight") ? learningRate * WEIGHT_DECAY : 0;
          for (int i = 0; i < values.length; i++) {
            float g = shorter * gradient[i];
            m[i] = (float) (BETA1 * m[i] + (1 - BETA1) * g);
            v[i] = (float) (BETA2 * v[i] + (1 - BETA2) * g * g);
            double move = scale * m[i] / (Math.sqrt(v[i] * correction) + EPSILON);
            values[i] = (float) (values[i] - move - decay * values[i]);
          }
        });
  }

  private static double norm(Map<String, float[]> gradients) {
    double sum = 0;
    for (float[] gradient : gradients.values()) {
      for (float g : gradient) {
        sum += g * g;
      }
    }
    return Math.sqrt(sum);
  }

  /** Writes the moments, so that {@link #read} restores them exactly. */
  public void write(DataOutputStream out) throws IOException {
    out.writeLong(steps);
    for (Map<String, float[]> moments : List.of(first, second)) {
      for (float[] values : moments.values()) {
        for (float value : values) {
          out.writeFloat(value);
        }
      }
    }
  }

  /** Reads what {@link #write} wrote for the same parameters. */
  public static Adam read(DataInputStream in, Parameters parameters) throws IOException {
    Adam adam = new Adam(parameters);
    adam.steps = in.readLong();
    for (Map<String, float[]> moments : List.of(adam.first, adam.second)) {
      for (float[] values : moments.values()) {
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readFloat();
        }
      }
    }
    return adam;
  }
}
