/** The command line: starts, reports errors and ends with the documented exit codes. */
package dev.pixelwatch.tools;
