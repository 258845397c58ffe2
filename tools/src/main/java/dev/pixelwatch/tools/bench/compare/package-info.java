/** How often {@code compare} is wrong when nothing differs, how little it finds, and how fast. */
package dev.pixelwatch.tools.bench.compare;
