/**
 * Training without human labels: photographs become distorted pairs with a known map, a network
 * learns to predict the map, and is exported to ONNX. Nothing at run time needs this module.
 */
package dev.pixelwatch.training;
