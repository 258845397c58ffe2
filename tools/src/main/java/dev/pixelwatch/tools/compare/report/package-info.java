/**
 * What a comparison leaves behind: words, a table, {@code compare.json} and {@code compare.html}.
 */
package dev.pixelwatch.tools.compare.report;
