/**
 * What {@code watch --report DIR} writes: numbers, words, pictures and one page that shows them.
 */
package dev.pixelwatch.tools.report;
