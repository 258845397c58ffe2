/** Measures a trained network on photographs and pairs that training never saw. */
package dev.pixelwatch.training.evaluation;
