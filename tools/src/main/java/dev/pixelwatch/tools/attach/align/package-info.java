/** Which processed frame shows what a reference frame shows, and where in the picture. */
package dev.pixelwatch.tools.attach.align;
