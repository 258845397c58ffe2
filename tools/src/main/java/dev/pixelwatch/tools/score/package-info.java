/** Pairs of images in files, assessed without Kafka. */
package dev.pixelwatch.tools.score;
