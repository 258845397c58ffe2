package dev.pixelwatch.core.scene;

/** A signed distance to an outline, in units of the canvas; negative inside. */
interface Shape {
  float distance(float x, float y);

  static Shape box(float left, float top, float right, float bottom) {
    return (x, y) -> Math.max(Math.max(left - x, x - right), Math.max(top - y, y - bottom));
  }

  static Shape disc(float centreX, float centreY, float radius) {
    return (x, y) -> (float) Math.hypot(x - centreX, y - centreY) - radius;
  }

  /** A straight stroke with round ends. */
  static Shape stroke(float x0, float y0, float x1, float y1, float width) {
    float dx = x1 - x0;
    float dy = y1 - y0;
    float square = Math.max(1e-6f, dx * dx + dy * dy);
    return (x, y) -> {
      float t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / square));
      return (float) Math.hypot(x - x0 - t * dx, y - y0 - t * dy) - width / 2;
    };
  }

  /** A convex polygon from corners in clockwise order as seen on the screen: x, y, x, y. */
  static Shape convex(float... corners) {
    return (x, y) -> {
      float distance = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < corners.length; i += 2) {
        int j = (i + 2) % corners.length;
        float dx = corners[j] - corners[i];
        float dy = corners[j + 1] - corners[i + 1];
        float length = (float) Math.hypot(dx, dy);
        distance = Math.max(distance, (dy * (x - corners[i]) - dx * (y - corners[i + 1])) / length);
      }
      return distance;
    };
  }
}
