/** From topics into recordings. */
package dev.pixelwatch.tools.record.capture;
