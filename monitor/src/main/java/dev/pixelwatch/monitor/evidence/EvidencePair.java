package dev.pixelwatch.monitor.evidence;

import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Frame;

/** A scored pair with its frames, as it came: the payloads are not copied. */
record EvidencePair(DistortionMap map, Frame reference, Frame processed) {
  long frame() {
    return map.getFrameNumber();
  }

  long bytes() {
    return (long) reference.getPayload().remaining() + processed.getPayload().remaining();
  }
}
