/**
 * Video files, live inputs, codecs and filters through FFmpeg. No other package touches FFmpeg, and
 * no type of FFmpeg leaves this one: pictures go in and come out.
 */
package dev.pixelwatch.media;
