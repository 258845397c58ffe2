/** Pictures that show what an alert is about, kept on disk within a limit. */
package dev.pixelwatch.monitor.evidence;
