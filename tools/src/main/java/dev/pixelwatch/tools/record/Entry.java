package dev.pixelwatch.tools.record;

/**
 * Where a record stands in a file.
 *
 * @param frame number of the frame, or -1
 * @param publishedMs when it was published, in milliseconds since 1970
 * @param pixels SHA-256 of the pixels of a frame, otherwise empty
 * @param block its block
 * @param offset where it begins in the data of the block, after decompression
 */
record Entry(long frame, long publishedMs, byte[] pixels, Blocks.Block block, int offset) {}
