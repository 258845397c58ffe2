/** What this machine can do, found out by doing it. */
package dev.pixelwatch.tools.doctor;
