/**
 * Confidence intervals for the means of several series at once, whose neighbouring values are not
 * independent. Pure arithmetic on arrays; knows nothing of frames or types.
 */
package dev.pixelwatch.tools.compare.statistics;
