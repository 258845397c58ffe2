package dev.pixelwatch.runtime;

/**
 * Identity of trained weights.
 *
 * @param name name of the network, such as {@code live}
 * @param sha256 hash of the ONNX file, 64 hexadecimal digits
 */
public record ModelInfo(String name, String sha256) {}
