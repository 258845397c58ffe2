/**
 * The distortion engine: makes pairs of pictures with a known map from clean photographs, so that a
 * network can learn the types without a human label.
 */
package dev.pixelwatch.core.distortion;
