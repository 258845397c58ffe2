/**
 * The live page, the metrics, the health and the JSON API over HTTP. Results are read from their
 * topics into a bounded history; pictures come from the process that scores. Nothing here can hold
 * back the stream: what cannot be kept or sent in time is left out and counted.
 */
package dev.pixelwatch.monitor.http;
