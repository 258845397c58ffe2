/**
 * Attaches to live streams: captures both sides, finds out which frames belong together, publishes
 * them, and says how it goes.
 */
package dev.pixelwatch.tools.attach;
