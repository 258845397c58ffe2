/**
 * A procedural street that moves, for demonstrations and tests: it has what each distortion type
 * needs to be seen, and needs no file.
 */
package dev.pixelwatch.core.scene;
