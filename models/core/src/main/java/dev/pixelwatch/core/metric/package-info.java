/** Established full-reference image quality measures. */
package dev.pixelwatch.core.metric;
