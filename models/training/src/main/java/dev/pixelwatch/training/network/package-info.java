/**
 * The networks. Each is written once, in {@link dev.pixelwatch.training.network.DistortionNet},
 * against a small set of operations with four interpreters: initial parameters, DJL arrays for
 * training, ONNX nodes for export, and a count of multiply-accumulates.
 */
package dev.pixelwatch.training.network;
