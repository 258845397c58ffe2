/** A trained network on a pair of pictures: a map and a score come out. */
package dev.pixelwatch.runtime;
