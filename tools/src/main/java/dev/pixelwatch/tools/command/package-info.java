/** The commands: options are read here, the work is done by the packages beside. */
package dev.pixelwatch.tools.command;
