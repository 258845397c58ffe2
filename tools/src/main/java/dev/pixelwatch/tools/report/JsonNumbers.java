package dev.pixelwatch.tools.report;

import tools.jackson.databind.node.ObjectNode;

/** Numbers in JSON files: rounded, and null where there is none. */
public final class JsonNumbers {
  private JsonNumbers() {}

  /** Puts a number; null for one that is not finite. */
  public static void put(ObjectNode node, String name, double value, int decimals) {
    if (Double.isFinite(value)) {
      node.put(name, Numbers.rounded(value, decimals));
    } else {
      node.putNull(name);
    }
  }
}
