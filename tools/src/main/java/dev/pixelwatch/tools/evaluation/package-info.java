/** What was measured of a network, as pictures. */
package dev.pixelwatch.tools.evaluation;
