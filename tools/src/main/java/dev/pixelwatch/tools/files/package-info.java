/** Files that exist for a while. */
package dev.pixelwatch.tools.files;
