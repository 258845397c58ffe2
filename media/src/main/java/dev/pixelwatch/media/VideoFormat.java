package dev.pixelwatch.media;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;

/** What an encoder or a filter graph must know of the pictures it will be given. */
record VideoFormat(
    int width, int height, FrameRate frameRate, ColourMatrix matrix, ColourRange range) {}
