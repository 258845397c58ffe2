package dev.pixelwatch.training.network;

/**
 * Square pairs of one size with their known answers, laid out as the network reads them.
 *
 * @param pairs number of pairs N
 * @param size side of a frame in pixels, a multiple of 16
 * @param luma 2N planes, the references first
 * @param chroma 2N times Cb and Cr at half size
 * @param maps N x 15 x size/16 x size/16 values in 0..1
 * @param scores N scores in units of 100 points
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of samples, never compared.
public record Batch(
    int pairs, int size, byte[] luma, byte[] chroma, float[] maps, float[] scores) {}
