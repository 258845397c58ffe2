/**
 * The networks. Each is written once, in {@link dev.pixelwatch.training.network.DistortionNet},
 * against a small set of operations with five interpreters: initial parameters, DJL arrays for
 * training, ONNX nodes for export, and two that take up trained weights, one into another
 * definition and one into layers with statistics. Tests count multiply-accumulates with a sixth.
 */
package dev.pixelwatch.training.network;
