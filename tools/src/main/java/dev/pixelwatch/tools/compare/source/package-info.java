/** Where the two builds of a comparison come from, and how they are scored. */
package dev.pixelwatch.tools.compare.source;
