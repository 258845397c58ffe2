/** What is shown while a command runs. It goes to the error stream; results have the other one. */
package dev.pixelwatch.tools.console;
