/**
 * Whether a build of a stage makes the same frames better or worse than another one: what differs,
 * by how much, and whether that is more than chance.
 */
package dev.pixelwatch.tools.compare;
